import type { Reached } from './aims.ts';
import type { Figures } from './figures.ts';

/** A line of a table: whose figures, and those of each column where there are any. */
export interface Line {
  name: string;
  columns: readonly (Figures | undefined)[];
}

/** A Markdown table of MRR@10, hit at 1, hit at 5 and the share of queries without a result. */
export function figuresTable(title: string, columns: readonly string[], lines: readonly Line[]): string {
  const rows = lines.map(({ name, columns: figures }) => [
    name,
    String(figures.find((one) => one)?.queries ?? 0),
    ...figures.map((one) => (one ? cell(one) : '–')),
  ]);
  return `\n${title} (MRR@10, hit at 1, hit at 5, without a result)\n${table(['set', 'queries', ...columns], rows)}`;
}

/** MRR@10 of each way to put a question, with what it loses against the first. */
export function losses(title: string, columns: readonly string[], lines: readonly Line[]): string {
  const [whole] = lines;
  const rows = lines.map(({ name, columns: figures }) => [
    name,
    ...figures.map((one, at) => {
      const base = whole?.columns[at];
      if (!one || !base) return '–';
      return one === base ? decimal(one.mrr) : `${decimal(one.mrr)} (${signed(one.mrr - base.mrr)})`;
    }),
  ]);
  return `\n${title}\n${table(['question', ...columns], rows)}`;
}

/** Whether each aim holds, as measured. */
export function aimLines(all: readonly Reached[]): string {
  return all
    .map(({ aim, measured, holds, queries }) => {
      if (measured === undefined) return `aim ${aim} – not measured`;
      return `aim ${aim} – measured ${measured.toFixed(3)} over ${queries} queries – ${holds ? 'holds' : 'falls short'}`;
    })
    .join('\n');
}

/** A Markdown table whose columns are as wide as what is in them. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((name, at) => Math.max(name.length, 3, ...rows.map((row) => row[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${widths.map((width, at) => (at === 0 ? (cells[at] ?? '').padEnd(width) : (cells[at] ?? '').padStart(width))).join(' | ')} |`;
  const rule = `| ${widths.map((width, at) => (at === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

function cell({ mrr, hitAt1, hitAt5, none }: Figures): string {
  return `${[mrr, hitAt1, hitAt5].map(decimal).join(' ')} ${(100 * none).toFixed(1)} %`;
}

function decimal(share: number): string {
  return share.toFixed(3).replace(/^0/, '');
}

function signed(difference: number): string {
  return (difference < 0 ? '−' : '+') + decimal(Math.abs(difference));
}

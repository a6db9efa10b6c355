import { html } from 'hono/html';
import type { AsideFigure } from '../../core/figures/aside-figures.ts';
import type { Html, Report } from '../report.ts';
import { dataTable } from './section.ts';

/** What came in and is in none of the figures, and why; nothing where all of it counts. */
export function aside(report: Report): Html | false {
  const { figures, words } = report;
  if (figures.aside.length === 0) return false;
  const number = 'number' as const;
  return html`<p>${asideInWords(report)}</p>
    ${dataTable(report, {
      caption: words.say('report.aside'),
      unseen: true,
      columns: [
        { title: words.say('report.column.why') },
        { title: words.say('report.column.votes'), kind: number },
        { title: words.say('report.column.sheets'), kind: number },
        { title: words.say('report.column.signals'), kind: number },
      ],
      rows: asideRows(report),
    })}`;
}

/** How many submissions do not count. */
export function asideInWords({ figures, words }: Report): string {
  const all = figures.aside.reduce((sum, { votes, sheets, signals }) => sum + votes + sheets + signals, 0);
  return words.count('report.aside.total', all);
}

/** A row for each reason: what it means, and how many votes, sheets and signals were set aside for it. */
export function asideRows({ figures, words }: Report): string[][] {
  return figures.aside.map(({ reason, ...counts }: AsideFigure) => [
    words.say(`report.aside.${reason}`),
    ...[counts.votes, counts.sheets, counts.signals].map((count) => words.number(count)),
  ]);
}

import type { Counts, TableCounts } from '../../src/stores/row-counts.ts';

const NUMBER = new Intl.NumberFormat('en');

/** A number as people read it, with its noun. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${NUMBER.format(count)} ${count === 1 ? one : many}`;
}

/**
 * How many submissions there are of each kind, as one phrase.
 *
 * @example '12 votes, 3 answers to the survey and 40 signals'
 */
export function submissionsText({ votes, answers, signals }: Counts): string {
  const sheets = counted(answers.kept, 'answer to the survey', 'answers to the survey');
  return `${counted(votes.kept, 'vote')}, ${sheets} and ${counted(signals.kept, 'signal')}`;
}

/** How many submissions are kept, whatever their kind. */
export function keptIn(counts: Counts): number {
  return Object.values(counts).reduce((sum: number, { kept }: TableCounts) => sum + kept, 0);
}

/** A table for people: words to the left, numbers to the right. */
export function tableText(rows: readonly (readonly (string | number)[])[]): string {
  const texts = rows.map((row) => row.map((cell) => (typeof cell === 'number' ? NUMBER.format(cell) : cell)));
  const widths =
    texts[0]?.map((_, column) => Math.max(...texts.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: readonly string[], place: number) =>
    row
      .map((cell, column) => {
        const isNumber = typeof rows[Math.max(place, 1)]?.[column] === 'number';
        return isNumber ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0);
      })
      .join('  ')
      .trimEnd();
  return texts.map(line).join('\n');
}

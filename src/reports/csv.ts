import { manyLines } from '../core/quoting/safe-text.ts';

/** Spreadsheets take a file without it for one in the letters of the system: ü would become Ã¼. */
export const BYTE_ORDER_MARK = '\ufeff';
/** What a spreadsheet takes for the beginning of a formula, in full width too (OWASP, "CSV injection"). */
const FORMULA = /^\s*[=+\-@＝＋－＠\t]/;

/** What stands in one field of a table; `undefined` leaves it empty. */
export type Cell = string | number | boolean | undefined;

/**
 * A table for a spreadsheet (RFC 4180, UTF-8 with a byte order mark), without a line break at its end. Numbers stay
 * numbers; a text that would be a formula gets a `'` in front.
 *
 * @param rows the first holds the headings
 */
export function csv(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + rows.map(csvLine).join('\r\n');
}

/** One row of such a table, for tables that are written line by line. */
export function csvLine(row: readonly Cell[]): string {
  return row.map(field).join(',');
}

/** To a hundredth of a percent, which is finer than any of our shares is known. */
export function rounded(share: number | undefined): number | undefined {
  return share === undefined ? undefined : Math.round(share * 10_000) / 10_000;
}

function field(value: Cell): string {
  if (value === undefined) return '';
  if (typeof value !== 'string') return String(value);
  const text = manyLines(value).join('\n');
  const defused = FORMULA.test(text) ? `'${text}` : text;
  // Where the decimal sign is a comma, spreadsheets part fields at semicolons.
  return /[",;\t\n]/.test(defused) ? `"${defused.replaceAll('"', '""')}"` : defused;
}

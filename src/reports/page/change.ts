import { html } from 'hono/html';
import type { Change } from '../../core/figures/share.ts';
import type { Html, Report } from '../report.ts';
import type { Words } from '../words.ts';

/** Points in one unit of the change: a share has a hundred, a score is in points itself. */
export type PointsAUnit = 1 | 100;

/** E.g. `Better: +4 points, more than chance explains`. */
export function changeInWords({ difference, verdict }: Change, points: PointsAUnit, words: Words): string {
  const moved = points * difference;
  const values = { points: words.signedPoints(moved) };
  return words.count(`report.change.${verdict}`, Math.abs(Math.round(moved)), values);
}

/** The same as a line of the page; nothing where there is no change to tell of. */
export function changeLine(
  change: Change | undefined,
  points: PointsAUnit,
  { words }: Report,
): Html | undefined {
  return change && html`<p class="change ${change.verdict}">${changeInWords(change, points, words)}</p>`;
}

/** For a cell of a table: the points alone where they are sure, in brackets where chance explains them as well. */
export function changeInBrief(change: Change | undefined, points: PointsAUnit, words: Words): string {
  if (!change) return '–';
  const moved = words.signedPoints(points * change.difference);
  return change.verdict === 'open' ? `(${moved})` : moved;
}

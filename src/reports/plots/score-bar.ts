import { html } from 'hono/html';
import type { ScoreFigure } from '../../core/figures/score-figure.ts';
import type { Html } from '../report.ts';
import type { Words } from '../words.ts';
import { at } from './share-range.ts';

/** From the left of the bar to its right. */
export const RECOMMENDATION_GROUPS = ['detractors', 'passives', 'promoters'] as const;

/** Where the bar of the groups lies, and below it the scale with the score. */
const BAR = { top: 0, height: 30 };
const SCALE = 52;
const HEIGHT = 80;

/**
 * Who would recommend and who would not as one bar, and below it the Net Promoter Score on a scale from -100 to 100, in
 * the band in which it may truly lie.
 */
export function scoreBar(score: ScoreFigure, label: string, words: Words): Html {
  let start = 0;
  const pieces = RECOMMENDATION_GROUPS.map((group) => {
    const share = score[group] / score.of;
    const middle = start + share / 2;
    const piece = html`<rect class="${group}" x="${at(start)}" y="${BAR.top}" width="${at(share)}" height="${BAR.height}" />
      ${share >= 0.1 && html`<text class="on-${group}" x="${at(middle)}" y="${BAR.top + BAR.height / 2}">${words.percent(share)}</text>`}`;
    start += share;
    return share > 0 && piece;
  });
  const x = (points: number) => (points + 100) / 200;
  const { low, high } = score;
  return html`<svg class="score" role="img" aria-label="${label}" width="100%" height="${HEIGHT}">
    ${pieces}
    <line class="track" x1="0" x2="100%" y1="${SCALE}" y2="${SCALE}" />
    ${low !== undefined && high !== undefined && html`<rect class="band" x="${at(x(low))}" y="${SCALE - 5}" width="${at(x(high) - x(low))}" height="10" rx="5" />`}
    <line class="limit" x1="50%" x2="50%" y1="${SCALE - 10}" y2="${SCALE + 10}" />
    <circle class="dot" cx="${at(x(score.score))}" cy="${SCALE}" r="5" />
    ${[-100, 0, 100].map(
      (points) =>
        html`<text class="tick ${points < 0 ? 'start' : points > 0 && 'end'}" x="${at(x(points))}" y="${HEIGHT - 6}">${words.points(points)}</text>`,
    )}
  </svg>`;
}

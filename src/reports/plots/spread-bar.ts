import { html } from 'hono/html';
import type { Choice } from '../../core/figures/question-figures.ts';
import type { Html } from '../report.ts';
import type { Words } from '../words.ts';
import { at } from './share-range.ts';

/** How far the bars of a page reach to both sides of the middle, as shares of all answers. */
export interface Reach {
  left: number;
  right: number;
}

/** The reach that has room for every spread, so that bars under each other compare. */
export function reachOf(spreads: readonly (readonly Choice[])[]): Reach {
  const reach = { left: 0.05, right: 0.05 };
  for (const choices of spreads) {
    const left = leftOf(choices);
    reach.left = Math.max(reach.left, left);
    reach.right = Math.max(reach.right, 1 - left);
  }
  return reach;
}

/**
 * Answers from 1 to 5 as one bar: bad ones to the left of a middle line, good ones to the right, the middle answer
 * astride. Pieces that have room carry their share.
 */
export function spreadBar(choices: readonly Choice[], reach: Reach, label: string, words: Words): Html {
  const width = reach.left + reach.right;
  let start = (reach.left - leftOf(choices)) / width;
  const pieces = choices.map(({ share, value }) => {
    const length = share / width;
    const middle = start + length / 2;
    const piece = html`<rect class="step-${value}" x="${at(start)}" y="5" width="${at(length)}" height="24" />
      ${length >= 0.1 && html`<text class="on-step-${value}" x="${at(middle)}" y="17">${words.percent(share)}</text>`}`;
    start += length;
    return share > 0 && piece;
  });
  const centre = at(reach.left / width);
  return html`<svg class="spread" role="img" aria-label="${label}" width="100%" height="34">
    <line class="centre" x1="${centre}" x2="${centre}" y1="0" y2="34" />
    ${pieces}
  </svg>`;
}

/** What lies to the left of the middle: answers of 1 and 2, and half of the 3. */
function leftOf(choices: readonly Choice[]): number {
  return choices.reduce((sum, { value, share }) => {
    if (Number(value) > 3) return sum;
    return sum + (value === 3 ? share / 2 : share);
  }, 0);
}

import { html } from 'hono/html';
import type { Choice } from '../../core/figures/question-figures.ts';
import { recommendationGroup } from '../../core/statistics/net-promoter-score.ts';
import type { Html } from '../report.ts';
import type { Words } from '../words.ts';
import { at } from './share-range.ts';

const HEIGHT = 180;
/** Room over the columns for their shares, and under them for the answers. */
const TOP = 18;
const FOOT = 22;

/** Answers from 0 to 10 as columns, coloured by what they count for in the Net Promoter Score. */
export function scoreColumns(choices: readonly Choice[], label: string, words: Words): Html {
  const highest = Math.max(...choices.map(({ share }) => share));
  const columns = choices.map(({ value, share }, index) => {
    const height = highest > 0 ? ((HEIGHT - TOP - FOOT) * share) / highest : 0;
    const top = HEIGHT - FOOT - height;
    const middle = at((index + 0.5) / choices.length);
    return html`<rect class="${recommendationGroup(Number(value))}" x="${at((index + 0.1) / choices.length)}"
        y="${top.toFixed(1)}" width="${at(0.8 / choices.length)}" height="${height.toFixed(1)}" rx="2" />
      ${share > 0 && html`<text class="value" x="${middle}" y="${(top - 6).toFixed(1)}">${words.number(100 * share)}</text>`}
      <text class="tick" x="${middle}" y="${HEIGHT - 6}">${value}</text>`;
  });
  const floor = HEIGHT - FOOT;
  return html`<svg class="columns" role="img" aria-label="${label}" width="100%" height="${HEIGHT}">
    ${columns}
    <line class="axis" x1="0" x2="100%" y1="${floor}" y2="${floor}" />
  </svg>`;
}

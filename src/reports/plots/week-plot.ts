import { html } from 'hono/html';
import type { VoteWeek } from '../../core/figures/vote-figures.ts';
import type { Html } from '../report.ts';
import type { Words } from '../words.ts';
import { shareBand } from './share-band.ts';
import { at } from './share-range.ts';

/** Room for the shares, from 0 to 100 %, then for the numbers of votes, then for the days. */
const SHARES = { top: 14, height: 170 };
const COUNTS = { top: 216, height: 44 };
const HEIGHT = 284;

/**
 * The helpful share week by week as a line in its band, over columns with the number of votes. A week with too few
 * votes leaves a gap. The plot is as wide as its place while its writing keeps its size: places along the x axis are
 * shares of the width, and the shapes that need a path lie in an inner picture that is stretched. The style leaves room
 * at the left for the shares.
 */
export function weekPlot(weeks: readonly VoteWeek[], label: string, words: Words): Html {
  const x = (index: number) => (index + 0.5) / weeks.length;
  const y = (share: number) => SHARES.top + SHARES.height * (1 - share);
  const most = Math.max(1, ...weeks.map(({ votes }) => votes));
  const columns = weeks.map(({ votes }, index) => {
    const height = (COUNTS.height * votes) / most;
    return (
      votes > 0 &&
      html`<rect class="count" x="${at(x(index) - 0.35 / weeks.length)}" width="${at(0.7 / weeks.length)}"
        y="${(COUNTS.top + COUNTS.height - height).toFixed(1)}" height="${height.toFixed(1)}" />`
    );
  });
  const dots = weeks.map(
    ({ helpful }, index) =>
      helpful &&
      html`<circle class="dot" cx="${at(x(index))}" cy="${y(helpful.share).toFixed(1)}" r="2.5" />`,
  );
  const points = weeks.flatMap(({ helpful }, index) => (helpful ? [{ index, ...helpful }] : []));
  return html`<svg class="weeks" role="img" aria-label="${label}" width="100%" height="${HEIGHT}">
    ${[0, 0.5, 1].map(
      (share) => html`<line class="grid" x1="0" x2="100%" y1="${y(share)}" y2="${y(share)}" />
        <text class="tick end" x="-8" y="${y(share) + 4}">${words.percent(share)}</text>`,
    )}
    <svg x="0" y="${SHARES.top}" width="100%" height="${SHARES.height}" viewBox="0 0 1000 100" preserveAspectRatio="none">
      ${shareBand(points, (index) => 1000 * x(index))}
    </svg>
    ${dots}
    <text class="tick" x="0" y="${COUNTS.top - 8}">${words.count('report.weeks.most', most)}</text>
    ${columns}
    <line class="axis" x1="0" x2="100%" y1="${COUNTS.top + COUNTS.height}" y2="${COUNTS.top + COUNTS.height}" />
    ${dayLabels(weeks, x, words)}
  </svg>`;
}

/** The first and the last Monday, and one in the middle where there is room for it. */
function dayLabels(weeks: readonly VoteWeek[], x: (index: number) => number, words: Words): Html[] {
  const last = weeks.length - 1;
  const shown = weeks.length < 3 ? [0] : weeks.length < 5 ? [0, last] : [0, Math.round(last / 2), last];
  return shown.map((index, place) => {
    const anchor = place === 0 ? 'start' : index === last ? 'end' : 'middle';
    const where = anchor === 'start' ? '0' : anchor === 'end' ? '100%' : at(x(index));
    return html`<text class="tick ${anchor}" x="${where}" y="${HEIGHT - 6}">${words.shortDay(weeks[index]?.week ?? '')}</text>`;
  });
}

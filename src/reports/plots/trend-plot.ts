import { html } from 'hono/html';
import { placeIn, type ShareTrend } from '../../core/figures/share-trend.ts';
import type { Html } from '../report.ts';
import { shareBand } from './share-band.ts';
import { at } from './share-range.ts';

const TOP = 6;
const HEIGHT = 88;
const FOOT = 6;

interface Shown {
  trend: ShareTrend;
  /** What each series of the trend is called in the style: `before` and `since` a change. */
  names: readonly string[];
  /** Days on which the text changed in substance. */
  changes: readonly string[];
  /** The share that is wanted, from 0 to 1. */
  wanted: number;
}

/**
 * The helpful share of an article over time as a line in its band, with an upright line at each change of substance and
 * a level one at the share that is wanted. As wide as its place, while its writing keeps its size.
 */
export function trendPlot({ trend, names, changes, wanted }: Shown, label: string): Html {
  const x = (step: number) => (step + 0.5) / trend.steps;
  const y = (share: number) => (TOP + HEIGHT * (1 - share)).toFixed(1);
  const series = trend.series.map((points, index) => {
    // A line of no length with round ends is a dot, also where the picture is stretched.
    const dots = points.map(
      ({ step, share }) => `M${(1000 * x(step)).toFixed(1)},${(100 - 100 * share).toFixed(1)}h0`,
    );
    return html`<g class="${names[index]}">${shareBand(points, (step) => 1000 * x(step))}<path class="dots" d="${dots.join('')}" /></g>`;
  });
  const marks = changes
    .map((day) => placeIn(trend, day))
    .filter((place) => place > 0 && place < 1)
    .map(
      (place) => html`<line class="change" x1="${at(place)}" x2="${at(place)}" y1="${y(1)}" y2="${y(0)}" />`,
    );
  return html`<svg class="trend" role="img" aria-label="${label}" width="100%" height="${TOP + HEIGHT + FOOT}">
    ${[0, 0.5, 1].map(
      (share) => html`<line class="grid" x1="0" x2="100%" y1="${y(share)}" y2="${y(share)}" />
        <text class="tick end" x="-8" y="${y(share)}" dy="4">${100 * share} %</text>`,
    )}
    <svg x="0" y="${TOP}" width="100%" height="${HEIGHT}" viewBox="0 0 1000 100" preserveAspectRatio="none">${series}</svg>
    <line class="wanted" x1="0" x2="100%" y1="${y(wanted)}" y2="${y(wanted)}" />
    ${marks}
  </svg>`;
}

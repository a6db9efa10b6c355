import { html } from 'hono/html';
import { firstDayOf, type ScorePoint, type SharePoint, type Trend } from '../../core/figures/trend.ts';
import type { Html } from '../report.ts';
import type { Words } from '../words.ts';
import { type BandPoint, shareBand } from './share-band.ts';
import { at } from './share-range.ts';

/** Room over the picture for its uppermost number, and under it for the days. */
const TOP = 10;
const FOOT = 26;
/** Height of the columns that count the answers, and of the room over them for a line of text. */
const COUNTS = 44;
const COUNTS_HEAD = 32;

interface Shown {
  trend: Trend<SharePoint> | Trend<ScorePoint>;
  /** What the picture says, for those who do not see it. */
  label: string;
  /** Height of the line with its band. */
  height: number;
  /** A line over the columns that count the answers, e.g. `Votes (at most 12)`; without it, they are not counted. */
  counted?: (most: number) => string;
  /** The share that is wanted, from 0 to 1: a level line. */
  wanted?: number;
}

/**
 * A share or a score over time as a line in its band. A step of time in which nobody said anything leaves a gap. The plot
 * is as wide as its place while its writing keeps its size: places along the x axis are shares of the width, and the
 * shapes that need a path lie in an inner picture that is stretched. The style leaves room at the left for the numbers.
 */
export function timePlot({ trend, label, height, counted, wanted }: Shown, words: Words): Html {
  const { steps } = trend;
  const points = trend.points.map(placed);
  const x = (step: number) => (step + 0.5) / steps;
  const y = (place: number) => (TOP + height * (1 - place)).toFixed(1);
  const isScore = trend.points.some((point) => 'score' in point);
  const ticks = isScore
    ? [-100, 0, 100].map((score) => ({ place: placeOf(score), text: words.points(score) }))
    : [0, 0.5, 1].map((share) => ({ place: share, text: words.percent(share) }));
  const whole = TOP + height + (counted ? COUNTS_HEAD + COUNTS : 0) + FOOT;
  return html`<svg class="time" role="img" aria-label="${label}" width="100%" height="${whole}">
    ${ticks.map(
      ({ place, text }) => html`<line class="grid" x1="0" x2="100%" y1="${y(place)}" y2="${y(place)}" />
        <text class="tick end" x="-8" y="${y(place)}" dy="4">${text}</text>`,
    )}
    <svg x="0" y="${TOP}" width="100%" height="${height}" viewBox="0 0 1000 100" preserveAspectRatio="none">
      ${shareBand(points, (step) => 1000 * x(step))}
    </svg>
    ${wanted !== undefined && html`<line class="wanted" x1="0" x2="100%" y1="${y(wanted)}" y2="${y(wanted)}" />`}
    ${points.map(
      ({ step, share }) => html`<circle class="dot" cx="${at(x(step))}" cy="${y(share)}" r="2.5" />`,
    )}
    ${counted && columns(trend, TOP + height + COUNTS_HEAD, counted)}
    ${dayLabels(trend, x, whole - 6, words)}
  </svg>`;
}

/** A point by its place from 0, the foot of the picture, to 1. A score without an interval has no band. */
function placed(point: SharePoint | ScorePoint): BandPoint {
  if (!('score' in point)) return point;
  const { step, low, high } = point;
  const share = placeOf(point.score);
  return low === undefined || high === undefined
    ? { step, share }
    : { step, share, low: placeOf(low), high: placeOf(high) };
}

function placeOf(score: number): number {
  return (score + 100) / 200;
}

function columns({ points, steps }: Shown['trend'], top: number, counted: (most: number) => string): Html {
  const most = Math.max(1, ...points.map(({ of }) => of));
  const bars = points.map(({ step, of }) => {
    const height = (COUNTS * of) / most;
    return html`<rect class="count" x="${at((step + 0.15) / steps)}" width="${at(0.7 / steps)}"
      y="${(top + COUNTS - height).toFixed(1)}" height="${height.toFixed(1)}" />`;
  });
  return html`<text class="tick" x="0" y="${top - 8}">${counted(most)}</text>
    ${bars}
    <line class="axis" x1="0" x2="100%" y1="${top + COUNTS}" y2="${top + COUNTS}" />`;
}

/** The first day of the first and of the last step, and of one in the middle where there is room for it. */
function dayLabels(trend: Shown['trend'], x: (step: number) => number, y: number, words: Words): Html[] {
  const last = trend.steps - 1;
  const shown = last < 2 ? [0] : last < 4 ? [0, last] : [0, Math.round(last / 2), last];
  return shown.map((step, place) => {
    const anchor = place === 0 ? 'start' : step === last ? 'end' : 'middle';
    const where = anchor === 'start' ? '0' : anchor === 'end' ? '100%' : at(x(step));
    return html`<text class="tick day ${anchor}" x="${where}" y="${y}">${words.shortDay(firstDayOf(trend, step))}</text>`;
  });
}

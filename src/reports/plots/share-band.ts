import { html } from 'hono/html';
import type { Html } from '../report.ts';

/** A share from 0 to 1, in its interval where that is known, in a step of time. */
export interface BandPoint {
  step: number;
  share: number;
  low?: number;
  high?: number;
}

/**
 * Shares as a line in its band, in a picture of 100 units height. A step without a share leaves a gap; one that stands
 * alone gets an upright line.
 *
 * @param x Where a step lies, in units of the picture.
 */
export function shareBand(points: readonly BandPoint[], x: (step: number) => number): Html[] {
  const place = (step: number, share: number) => `${x(step).toFixed(1)},${(100 - 100 * share).toFixed(2)}`;
  const bands = runsOf(points.filter(isBounded)).map((run) => {
    const [only] = run;
    if (run.length === 1 && only) {
      return html`<path class="whisker" d="M${place(only.step, only.low)}L${place(only.step, only.high)}" />`;
    }
    const upper = run.map(({ step, high }) => place(step, high));
    const lower = run.map(({ step, low }) => place(step, low)).reverse();
    return html`<polygon class="band" points="${[...upper, ...lower].join(' ')}" />`;
  });
  const lines = runsOf(points)
    .filter(({ length }) => length > 1)
    .map((run) => {
      const line = run.map(({ step, share }) => place(step, share));
      return html`<polyline class="line" points="${line.join(' ')}" />`;
    });
  return [...bands, ...lines];
}

function isBounded(point: BandPoint): point is Required<BandPoint> {
  return point.low !== undefined && point.high !== undefined;
}

/** Points in runs without a gap. */
function runsOf<Point extends BandPoint>(points: readonly Point[]): Point[][] {
  const runs: Point[][] = [];
  for (const point of points) {
    const last = runs.at(-1);
    if (last?.at(-1)?.step === point.step - 1) last.push(point);
    else runs.push([point]);
  }
  return runs;
}

import { html } from 'hono/html';
import type { LevelVerdict } from '../../core/statistics/expectation-levels.ts';
import type { Html } from '../report.ts';

/** Half the width of the top, of 100. */
const HALF_TOP = 19;

/** One level as drawn, from the ground up. */
export interface DrawnLevel {
  verdict: LevelVerdict;
  /** What is written on it, e.g. `84%`. */
  mark: string;
}

/**
 * Levels on top of each other, the first at the bottom, each in the colour of its verdict. The picture fills its
 * place: beside it, as many rows of equal height stand level with its layers.
 *
 * @param tapers Whether the levels rest on each other; otherwise they are drawn equally wide.
 */
export function pyramid(levels: readonly DrawnLevel[], tapers: boolean, label: string): Html {
  const layer = 100 / levels.length;
  const half = (y: number) => (tapers ? HALF_TOP + ((50 - HALF_TOP) * y) / 100 : 46);
  const corner = (y: number, side: 1 | -1) => `${(50 + side * half(y)).toFixed(2)},${y.toFixed(2)}`;
  const shapes = levels.map(({ verdict }, index) => {
    const [top, bottom] = [100 - layer * (index + 1), 100 - layer * index];
    const corners = [corner(top, -1), corner(top, 1), corner(bottom, 1), corner(bottom, -1)];
    return html`<polygon class="layer ${verdict}" points="${corners.join(' ')}" />`;
  });
  const marks = levels.map(
    ({ verdict, mark }, index) =>
      html`<text class="on-layer ${verdict}" x="50%" y="${100 - layer * (index + 0.5)}%">${mark}</text>`,
  );
  return html`<svg class="pyramid" role="img" aria-label="${label}" width="100%" height="100%">
    <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height="100%">${shapes}</svg>
    ${marks}
  </svg>`;
}

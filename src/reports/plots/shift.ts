import { html } from 'hono/html';
import type { Html } from '../report.ts';
import { at } from './share-range.ts';

/** A share before and now, as a hollow dot and a full one on a line from 0 to 100 %, with the way between them. */
export function shift(before: number, now: number, verdict: string, label: string): Html {
  return html`<svg class="range shift ${verdict}" role="img" aria-label="${label}" width="100%" height="20">
    <line class="track" x1="0" x2="100%" y1="10" y2="10" />
    <line class="way" x1="${at(before)}" x2="${at(now)}" y1="10" y2="10" />
    <circle class="was" cx="${at(before)}" cy="10" r="4.5" />
    <circle class="dot" cx="${at(now)}" cy="10" r="5.5" />
  </svg>`;
}

import { html } from 'hono/html';
import type { Html } from '../report.ts';

interface Shown {
  /** All from 0 to 1. */
  share: number;
  low: number;
  high: number;
  /** Where a line is drawn across. */
  limit?: number;
}

/** A share as a dot on a line from 0 to 100 %, in the band in which it may truly lie. As wide as its place. */
export function shareRange({ share, low, high, limit }: Shown, label: string): Html {
  return html`<svg class="range" role="img" aria-label="${label}" width="100%" height="20">
    <line class="track" x1="0" x2="100%" y1="10" y2="10" />
    <rect class="band" x="${at(low)}" y="5" width="${at(high - low)}" height="10" rx="5" />
    ${limit !== undefined && html`<line class="limit" x1="${at(limit)}" x2="${at(limit)}" y1="0" y2="20" />`}
    <circle class="dot" cx="${at(share)}" cy="10" r="5" />
  </svg>`;
}

/** A share as a length or a place in an SVG, e.g. `12.34%`. */
export function at(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}

import { html } from 'hono/html';
import type { Html } from '../report.ts';
import { at } from './share-range.ts';

/** A bar for a cell of a table that gives its figure as text beside it, so that a screen reader may pass it over. */
export function bar(share: number, tone = ''): Html {
  return html`<svg class="bar ${tone}" aria-hidden="true" width="100%" height="14">
    <rect class="track" width="100%" height="14" rx="3" />
    <rect class="fill" width="${at(share)}" height="14" rx="3" />
  </svg>`;
}

import { html } from 'hono/html';
import type { Html, Report } from '../report.ts';
import { behind, type Piece } from './section.ts';

/** Quotes shown at once; the others open on demand. */
const AT_ONCE = 8;

/** A quotation in its own language and direction, whatever was typed. */
export function quote({ text, locale }: { text: string; locale: string }, about: Html): Html {
  return html`<figure class="quote"><blockquote lang="${locale}" dir="auto">${text}</blockquote><figcaption>${about}</figcaption></figure>`;
}

/** Some quotes, the others on demand. */
export function quotes(all: readonly Html[], { words }: Report, atOnce = AT_ONCE): Html {
  const rest = all.slice(atOnce);
  return html`<div class="quotes">${all.slice(0, atOnce)}</div>
    ${rest.length > 0 && behind(words.count('report.more', rest.length), html`<div class="quotes">${rest}</div>`)}`;
}

/**
 * Quotes with a field to search them, which the page's script brings to life.
 *
 * @param total How many there are, with those that are not quoted.
 */
export function searchable(content: Piece, quoted: number, total: number, { words }: Report): Html {
  const left = words.say('report.find.left', { count: '#', total: words.number(quoted) });
  return html`<p class="quiet">${words.count('report.quotes', total)}
      ${total > quoted && words.count('report.quotes.newest', quoted)}</p>
    <div class="searchable">
      <p class="find" hidden><label>${words.say('report.find')} <input type="search" autocomplete="off"></label></p>
      <p class="quiet" role="status" data-left="${left}"></p>
      ${content}
    </div>`;
}

/** The day on which something was written. */
export function dayLine({ day }: { day: string }, { words }: Report): Html {
  return html`<time datetime="${day}">${words.shortDay(day)}</time>`;
}

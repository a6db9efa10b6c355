import { html } from 'hono/html';
import type { Html, Report } from '../report.ts';

/** Something to show: markup, text that will be escaped, a number, or nothing. */
export type Piece = Html | string | number | false | undefined;

/** A part of the page with a heading of the second order, to which the list of contents leads. */
export function section(id: string, title: string, ...pieces: Piece[]): Html {
  return html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${pieces}
  </section>`;
}

/** What stands where there is nothing to show yet. */
export function nothingYet(text: string): Html {
  return html`<p class="nothing">${text}</p>`;
}

/** A picture with a caption that says how to read it, and the table behind it. Made-up figures are marked on it. */
export function picture({ words, demo }: Report, plot: Piece, caption: string, table?: Html): Html {
  const mark = demo && words.say('report.demo');
  return html`<figure class="picture">
    ${mark && html`<p class="demo" aria-hidden="true">${mark}</p>`}
    ${plot}
    <figcaption>${mark && html`<strong>${mark}.</strong> `}${caption}</figcaption>
    ${table}
  </figure>`;
}

/** Something that opens on demand. */
export function behind(title: string, content: Html): Html {
  return html`<details><summary>${title}</summary>${content}</details>`;
}

interface Table {
  caption: string;
  /** Where a heading or a question over the table says the same, the caption is for screen readers only. */
  unseen?: boolean;
  /** The first column names the row. Columns of numbers are aligned to the right. */
  columns: readonly { title: string; kind?: 'number' | 'bar' }[];
  rows: readonly (readonly Piece[])[];
}

/**
 * A table for eyes and screen readers. Where it is too wide for the page, it scrolls by itself, by keyboard too. The
 * page's script lets readers keep it as a file.
 */
export function dataTable({ words }: Report, { caption, unseen, columns, rows }: Table): Html {
  return html`<div class="kept"><div class="scroll" role="group" aria-label="${caption}" tabindex="0">
    <table>
      <caption class="${unseen && 'unseen'}">${caption}</caption>
      <thead><tr>${columns.map(columnHead)}</tr></thead>
      <tbody>${rows.map(
        ([name, ...cells]) => html`<tr>
          <th scope="row">${name}</th>
          ${cells.map((cell, index) => html`<td class="${columns[index + 1]?.kind}">${cell}</td>`)}
        </tr>`,
      )}</tbody>
    </table>
  </div><button type="button" class="keep" hidden>${words.say('report.csv')}</button></div>`;
}

function columnHead({ title, kind }: Table['columns'][number]): Html {
  return html`<th scope="col" class="${kind}">${kind === 'bar' ? html`<span class="unseen">${title}</span>` : title}</th>`;
}

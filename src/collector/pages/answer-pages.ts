import { html } from 'hono/html';
import { type Texts, translate } from '../../core/texts.ts';
import { button, type Page } from './page.ts';

interface SheetOnPage {
  texts: Texts;
  locale: string;
  /** Where the page's form goes, relative to its address. */
  action: string;
  receipt: string;
  article: string | undefined;
  /** Set aside, because forms cannot prove that they do not belong to a flood. */
  unproven: boolean;
  /** The survey's own words of thanks. */
  thanks: string;
  /** What was not stored, and why, in the reader's words. */
  leftOut: readonly string[];
}

/** After a survey sheet: it is stored, and can be withdrawn. */
export function answeredPage(sheet: SheetOnPage): Page {
  const { texts, locale, action, receipt, article, unproven, thanks, leftOut } = sheet;
  return {
    title: translate(texts, 'collector.answers.title'),
    body: html`<p>${thanks}</p>
${
  unproven &&
  html`<p>${translate(texts, 'collector.answers.unproven')}</p>
`
}${
  leftOut.length > 0 &&
  html`<p>${translate(texts, 'collector.answers.left-out')}</p>
<ul>${leftOut.map((point) => html`<li>${point}</li>`)}</ul>`
}
<h2>${translate(texts, 'collector.answers.second-thoughts')}</h2>
<p>${translate(texts, 'collector.answers.withdraw.hint')}</p>
${button(action, translate(texts, 'survey.withdraw'), [
  ['_method', 'DELETE'],
  ['receipt', receipt],
  ['locale', locale],
  ...(article ? ([['article', article]] as const) : []),
])}`,
  };
}

/** After the reader took the answers back. */
export function answersWithdrawnPage(texts: Texts): Page {
  return {
    title: translate(texts, 'collector.answers.withdrawn.title'),
    body: html`<p>${translate(texts, 'collector.answers.withdrawn')}</p>`,
  };
}

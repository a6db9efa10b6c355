import { html } from 'hono/html';
import { type Texts, translate } from '../../core/texts.ts';
import type { Problem } from '../problem.ts';
import { hidden, type Page } from './page.ts';

/**
 * What a reader gets instead of thanks: what happened, and what to do.
 *
 * @param form what was sent, if it can be sent again as it is
 */
export function errorPage(texts: Texts, { options }: Problem, form: URLSearchParams | undefined): Page {
  const key = `collector.error.${options.say ?? 'invalid'}`;
  const points = options.points ?? [];
  return {
    title: translate(texts, `${key}.title`),
    body: html`<p role="alert">${translate(texts, key)}</p>
${points.length > 0 && html`<ul>${points.map((point) => html`<li>${point}</li>`)}</ul>`}
${options.form}
${
  options.status === 503 &&
  form &&
  html`<form method="post">${hidden(form)}<button class="button" type="submit">${translate(texts, 'collector.error.again')}</button></form>`
}`,
  };
}

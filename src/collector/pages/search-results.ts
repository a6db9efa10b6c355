import { html } from 'hono/html';
import { type Texts, translate, translateCount } from '../../core/texts.ts';
import type { DirectAnswer, SearchAnswer, SearchResult } from '../../search/answer.ts';

interface ResultsContext {
  texts: Texts;
  locale: string;
  /** Path below which the site stands, without a slash at its end. */
  base: string;
  /** Address of the same search, without correcting a word. */
  literal: string;
}

type Html = ReturnType<typeof html>;

/** What the search page shows of an answer where no script runs; with script `src/client/search/search-page.ts` does. */
export function searchResults(answer: SearchAnswer, context: ResultsContext): Html {
  const { query, corrected, total, results, direct } = answer;
  const { literal, texts } = context;
  return html`<div class="search-found"><div class="search-said">
      <p class="search-status" data-situation="${situationOf(answer)}">${said(answer, context)}</p>
      ${corrected ? html`<a class="search-literal" href="${literal}">${translate(texts, 'search.literal', { query })}</a>` : ''}
    </div>
    ${direct ? directAnswer(direct, context) : ''}
    ${total > 0 ? html`<ol>${results.map((result) => resultItem(result, context))}</ol>` : ''}</div>`;
}

function situationOf({ total, isUnsure }: SearchAnswer): string {
  if (total === 0) return 'none';
  return isUnsure ? 'unsure' : 'found';
}

function said(
  { query, corrected, total, isUnsure }: SearchAnswer,
  { texts, locale }: ResultsContext,
): string {
  const looked = { query: corrected ?? query };
  if (total === 0)
    return `${translate(texts, 'search.none', looked)} ${translate(texts, 'search.none.hint')}`;
  const found = translateCount(texts, locale, 'search.results', total, looked);
  return isUnsure ? `${translate(texts, 'search.unsure')} ${found}` : found;
}

function directAnswer({ url, title, paragraphs }: DirectAnswer, { base, texts }: ResultsContext): Html {
  return html`<section class="direct-answer">
    <p class="direct-answer-mark">${translate(texts, 'search.direct')}</p>
    <h2>${title}</h2>
    <div>${paragraphs.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
    <a href="${base}${url}">${translate(texts, 'search.direct.more')}</a>
  </section>`;
}

function resultItem(result: SearchResult, { base, texts }: ResultsContext): Html {
  const { article, url, title, heading, category, type, level, description, excerpt } = result;
  const facts = [
    category,
    translate(texts, `type.${type}`),
    ...(level ? [translate(texts, `level.${level}`)] : []),
  ];
  const sentence =
    excerpt.length === 0
      ? description
      : excerpt.map(({ text, isMatch }) => (isMatch ? html`<mark>${text}</mark>` : text));
  return html`<li>
    <a href="${base}${url}" data-article="${article}"><span class="result-title">${title}</span>${heading ? html` <span class="result-heading">${heading}</span>` : ''}</a>
    <p class="result-facts">${facts.join(' · ')}</p>
    <p class="result-excerpt">${sentence}</p>
  </li>`;
}

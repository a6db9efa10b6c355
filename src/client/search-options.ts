import type { SearchResult } from '../search/answer.ts';
import type { AskedQuery } from './asked-query.ts';
import { element, onOpened, resultExcerpt, resultTitle } from './result-parts.ts';

/** Ids for the parts of options, which name and describe them. */
let made = 0;

/** A result in the list below the search box: a link, so that it opens in a new tab too. */
export function resultOption(
  result: SearchResult,
  place: number,
  base: string,
  asked: AskedQuery,
): HTMLElement {
  made += 1;
  const title = resultTitle(result);
  title.id = `option-title-${made}`;
  const category = element('span', 'result-facts', result.category);
  category.id = `option-category-${made}`;
  const excerpt = element('span', 'result-excerpt', ...resultExcerpt(result));
  excerpt.id = `option-excerpt-${made}`;
  const option = element('a', 'search-option', title, ' ', category, ' ', excerpt);
  option.href = base + result.url;
  option.dataset.article = result.article;
  // The name says where it leads; the sentence is read after it, and can be skipped.
  option.setAttribute('aria-labelledby', `${title.id} ${category.id}`);
  option.setAttribute('aria-describedby', excerpt.id);
  onOpened(option, () => asked.opened(result.article, place + 1));
  return option;
}

/** A link in the list that is no result. */
export function linkOption(label: string, address: string, onOpen?: () => void): HTMLElement {
  const option = element('a', 'search-option search-option-link', label);
  option.href = address;
  if (onOpen) option.addEventListener('click', onOpen);
  return option;
}

/** Something in the list that is done rather than opened. */
export function actionOption(label: string, act: () => void): HTMLElement {
  const option = element('button', 'search-option search-option-action', label);
  option.type = 'button';
  option.addEventListener('click', act);
  return option;
}

import type { SearchResult } from '../../search/answer.ts';
import { element, onOpened, resultExcerpt } from '../result-parts.ts';
import type { AskedQuery } from './asked-query.ts';

/** A result in the list below the search box: a link, so that it opens in a new tab too. */
export function resultOption(
  result: SearchResult,
  place: number,
  base: string,
  asked: AskedQuery,
): HTMLElement {
  const option = element(
    'a',
    'search-option',
    element('span', 'result-title', result.title),
    ' ',
    element('span', 'result-facts', ...placeOf(result)),
    ' ',
    element('span', 'result-excerpt', ...resultExcerpt(result)),
  );
  option.href = base + result.url;
  option.dataset.article = result.article;
  onOpened(option, () => asked.opened(result.article, place + 1));
  return option;
}

/** The topic of a result, and the heading to which it leads. */
function placeOf({ category, heading }: SearchResult): (Node | string)[] {
  return heading ? [category, ' ', element('span', 'result-heading', heading)] : [category];
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

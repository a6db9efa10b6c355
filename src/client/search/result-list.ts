import type { DirectAnswer, SearchResult } from '../../search/answer.ts';
import { element, onOpened, resultExcerpt, resultTitle } from '../result-parts.ts';
import type { ScriptTexts } from '../texts.ts';

/** What a result needs from the page that it stands on. */
export interface ResultContext {
  /** Path below which the site stands. */
  base: string;
  t: ScriptTexts['t'];
  /** Told which article was opened, and its place in the list from 1. */
  opened(article: string, position: number): void;
}

/** A result on the search page. Where several sections of a page are meant, the link leads to the best one. */
export function resultItem(result: SearchResult, place: number, context: ResultContext): HTMLElement {
  const { base, t, opened } = context;
  const { article, url, category, type, level } = result;
  const link = element('a', '', resultTitle(result));
  link.href = base + url;
  link.dataset.article = article;
  onOpened(link, () => opened(article, place + 1));
  const facts = [category, t(`type.${type}`), ...(level ? [t(`level.${level}`)] : [])];
  return element(
    'li',
    '',
    link,
    element('p', 'result-facts', facts.join(' · ')),
    element('p', 'result-excerpt', ...resultExcerpt(result)),
  );
}

/** Fills the card above the results with the answer itself, or hides it. */
export function showDirectAnswer(
  card: HTMLElement,
  direct: DirectAnswer | undefined,
  { base, opened }: ResultContext,
): void {
  card.hidden = direct === undefined;
  if (!direct) return;
  const { article, url, title, paragraphs } = direct;
  const [name, text, more] = ['h2', 'div', 'a'].map((part) => card.querySelector<HTMLElement>(part));
  if (name) name.textContent = title;
  text?.replaceChildren(...paragraphs.map((paragraph) => element('p', '', paragraph)));
  if (more instanceof HTMLAnchorElement) {
    more.href = base + url;
    more.onclick = () => opened(article, 1);
  }
}

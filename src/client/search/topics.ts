import type { Facet } from '../../search/answer.ts';
import { pagePart } from '../page-part.ts';

/** Offers the categories in which something was found, the one with the most first; all where nothing was. */
export function showTopics(found: readonly Facet[]): void {
  const list = pagePart('topics');
  const items = [...list.querySelectorAll<HTMLElement>('[data-category]')];
  const place = new Map(found.map(({ value }, index) => [value, index]));
  for (const item of items) item.hidden = found.length > 0 && !place.has(item.dataset.category ?? '');
  const placeOf = ({ dataset }: HTMLElement) => place.get(dataset.category ?? '') ?? items.length;
  list.append(...items.toSorted((a, b) => placeOf(a) - placeOf(b)));
}

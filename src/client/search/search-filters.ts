import type { Facet, SearchAnswer } from '../../search/answer.ts';
import { pagePart } from '../page-part.ts';
import { element } from '../result-parts.ts';
import type { ScriptTexts } from '../texts.ts';
import { FILTERS, type Filters } from './search-address.ts';

/** The fields with which a reader narrows the results: one for each property in which the results differ. */
export class SearchFilters {
  readonly #group = pagePart<HTMLFieldSetElement>('filters');
  readonly #remove = pagePart<HTMLButtonElement>('remove-filters');
  readonly #texts: ScriptTexts;

  /** @param changed told the filters that the reader has chosen */
  constructor(texts: ScriptTexts, changed: (filters: Filters) => void) {
    this.#texts = texts;
    this.#group.addEventListener('change', () => changed(this.#chosen()));
    this.#remove.addEventListener('click', () => changed({}));
  }

  /** Offers what the found articles differ in. A filter that is set stays, so that it can be taken back. */
  show(facets: SearchAnswer['facets'], set: Filters): void {
    const offered = FILTERS.map((filter) => {
      const select = this.#select(filter);
      this.#offer(select, facets[filter], set[filter] ?? '');
      const field = select.closest('label');
      const isUseful = facets[filter].length > 1 || set[filter] !== undefined;
      if (field) field.hidden = !isUseful;
      return isUseful;
    });
    this.#group.hidden = !offered.includes(true);
    this.#remove.hidden = !FILTERS.some((filter) => set[filter]);
  }

  hide(): void {
    this.#group.hidden = true;
    this.#remove.hidden = true;
  }

  #offer(select: HTMLSelectElement, facets: readonly Facet[], set: string): void {
    const { t } = this.#texts;
    const known = facets.some(({ value }) => value === set) || !set;
    const values = known ? facets : [...facets, { value: set, count: 0 }];
    const options = values.map(({ value, label, count }) => {
      const name = label ?? (select.name === 'category' ? value : t(`${select.name}.${value}`));
      const option = element('option', '', t('search.filter-count', { name, count }));
      option.value = value;
      return option;
    });
    // The first option, which stands for all, is the page's own.
    select.replaceChildren(...[...select.options].slice(0, 1), ...options);
    select.value = set;
  }

  #chosen(): Filters {
    return Object.fromEntries(
      FILTERS.map((filter) => [filter, this.#select(filter).value || undefined]),
    ) as Filters;
  }

  #select(filter: (typeof FILTERS)[number]): HTMLSelectElement {
    return this.#group.elements.namedItem(filter) as HTMLSelectElement;
  }
}

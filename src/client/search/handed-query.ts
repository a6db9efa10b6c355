import { keepInTab, keptInTab } from '../kept.ts';
import { isCounted } from '../objects.ts';

const KEY = 'kundig:asked';

/** A query on its way from the search box of a page to the search page. */
export interface HandedQuery {
  id: string;
  query: string;
  /** Whether the page before has counted it. */
  isCounted: boolean;
}

/**
 * Keeps a query in this tab until the search page has taken it, which else counts it as one of its own. Nothing is kept
 * where nothing is counted.
 */
export function handOver(query: HandedQuery): void {
  if (isCounted()) keepInTab(KEY, query);
}

/** Takes what the page before has handed over. It is forgotten by that. */
export function takeOver(): HandedQuery | undefined {
  const handed = keptInTab(KEY) as HandedQuery | null;
  keepInTab(KEY, undefined);
  return handed ?? undefined;
}

const KEY = 'kundig:asked';

/** A query on its way from the search box of a page to the search page. */
export interface HandedQuery {
  id: string;
  query: string;
  /** Whether the page before has counted it. */
  isCounted: boolean;
}

/** Keeps a query in this tab until the search page has taken it. */
export function handOver(query: HandedQuery): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(query));
  } catch {
    // Without storage the search page counts the query as one of its own.
  }
}

/** Takes what the page before has handed over. It is forgotten by that. */
export function takeOver(): HandedQuery | undefined {
  try {
    const handed = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as HandedQuery | null;
    sessionStorage.removeItem(KEY);
    return handed ?? undefined;
  } catch {
    return undefined;
  }
}

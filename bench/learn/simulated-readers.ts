import type { Submission } from '../../src/core/feedback.ts';
import type { SearchIndex } from '../../src/search/open-index.ts';
import { search } from '../../src/search/search.ts';
import type { Query } from '../search/search-set.ts';

/** Days on which the readers of a query ask it. */
const DAYS = ['2026-03-01', '2026-03-01', '2026-03-02'];

/**
 * What a help centre would store of three readers of each query, on two days: they search, take the article that
 * answers if it is among the results, and vote yes. Who does not find it says nothing.
 */
export async function askedBy(
  queries: readonly Query[],
  index: SearchIndex,
  locale: string,
): Promise<Submission[]> {
  const votes: Submission[] = [];
  const signals: Submission[] = [];
  let ids = 0;
  const newId = () => `00000000-0000-4000-8000-${(ids++).toString(16).padStart(12, '0')}`;
  for (const { q: query, rel } of queries) {
    const { results } = await search(index, query);
    const place = results.findIndex(({ article }) => rel.includes(article));
    const article = results[place]?.article;
    if (!article) continue;
    for (const day of DAYS) {
      const received = new Date(`${day}T12:00:00Z`);
      const id = newId();
      const signal = { type: 'signal', locale, received } as const;
      signals.push(
        { ...signal, id, kind: 'search', query, results: results.length },
        { ...signal, id: newId(), kind: 'open', search: id, article, position: place + 1 },
      );
      const vote = { id: newId(), article, locale, revision: '0'.repeat(12), helpful: true, search: id };
      votes.push({ type: 'vote', ...vote, received, changed: received });
    }
  }
  return [...votes, ...signals];
}

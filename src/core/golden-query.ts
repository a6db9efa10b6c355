import { z } from 'zod';
import { id, locale, text } from './fields.ts';

/** `queries.yaml`: what customers ask, and the article that must come up. */
export const goldenQueriesSchema = z.array(
  z.strictObject({
    /** As a customer types it. E.g. `get my money back` */
    query: text,
    locale,
    /** Id of the article that answers it. E.g. `billing/refund` */
    article: id,
    /** The article must stand among so many first results. */
    top: z.int('must be a whole number').min(1).max(10).default(3),
  }),
  'must be a list of queries',
);
export type GoldenQuery = z.infer<typeof goldenQueriesSchema>[number];

/** Where search brings the article of a golden query. */
export interface GoldenPlacement extends GoldenQuery {
  /** Line of the query in `queries.yaml`. */
  line: number;
  /** The article's place among the results, from 1; missing if it does not come up. */
  place?: number;
  /** The first result, if there is one. */
  first?: { article: string; title: string };
}

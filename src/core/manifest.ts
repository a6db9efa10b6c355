import { z } from 'zod';
import type { Article } from './article.ts';
import { id, locale, revision } from './fields.ts';

/** Name of the file in the folder of a built site that says what was published with it. */
export const MANIFEST_FILE = 'articles.json';

/** One text of an article in one language, as readers have it before them. */
export interface PublishedText {
  article: string;
  locale: string;
  revision: string;
}

/**
 * What a build published: the revision of each article in each language. E.g.
 * `{"version":1,"articles":{"billing/refund":{"de":"b3f9a1c0b7d2","en":"f0c1d2e3a4b5"}}}`
 */
export const manifestSchema = z.strictObject({
  version: z.literal(1, 'must be 1: a newer Kundig has built this site'),
  articles: z.record(id, z.record(locale, revision)),
});
export type Manifest = z.infer<typeof manifestSchema>;

/** The manifest of these articles. */
export function manifestOf(articles: readonly Pick<Article, 'id' | 'locale' | 'revision'>[]): Manifest {
  const byId = Map.groupBy(articles, ({ id }) => id);
  return {
    version: 1,
    articles: Object.fromEntries(
      Array.from(byId, ([id, texts]) => [
        id,
        Object.fromEntries(texts.map(({ locale, revision }) => [locale, revision])),
      ]),
    ),
  };
}

/** Each text that a manifest names. */
export function textsOf({ articles }: Manifest): PublishedText[] {
  return Object.entries(articles).flatMap(([article, texts]) =>
    Object.entries(texts).map(([locale, revision]) => ({ article, locale, revision })),
  );
}

import type { Article } from '../article.ts';
import { kindOfEdit, vocabularyOf } from '../edits/edit-kind.ts';
import type { KnownText } from './text-versions.ts';
import type { EditKind } from './vote-series.ts';

/** The words of the articles in each language, for telling a typing error from another word. */
export type Vocabularies = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** The words of all articles in each of these languages. */
export function vocabulariesOf(articles: readonly Article[], locales: Iterable<string>): Vocabularies {
  const byLocale = Map.groupBy(articles, (article) => article.locale);
  return new Map(
    [...new Set(locales)].map((locale) => {
      const texts = (byLocale.get(locale) ?? []).map(({ frontmatter, outline }) => ({
        title: frontmatter.title,
        sections: outline.sections,
      }));
      return [locale, vocabularyOf(texts)];
    }),
  );
}

/** Tells edits apart with the words of the articles in the same language. */
export function kindsIn(
  vocabularies: Vocabularies,
): (locale: string) => (before: KnownText, after: KnownText) => EditKind {
  return (locale) => (before, after) =>
    kindOfEdit(before, after, { locale, vocabulary: vocabularies.get(locale) });
}

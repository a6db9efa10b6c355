import type { Article } from '../article.ts';
import { kindOfEdit, vocabularyOf } from '../edits/edit-kind.ts';
import type { EditKind } from '../vote-series.ts';
import type { KnownText } from './text-versions.ts';

/** Tells edits apart with the words of all articles in the same language, which are gathered when first needed. */
export function kindsIn(
  articles: readonly Article[],
): (locale: string) => (before: KnownText, after: KnownText) => EditKind {
  const byLocale = Map.groupBy(articles, (article) => article.locale);
  const vocabularies = new Map<string, ReadonlyMap<string, number>>();
  const vocabularyIn = (locale: string) => {
    const known = vocabularies.get(locale);
    if (known) return known;
    const texts = (byLocale.get(locale) ?? []).map(({ frontmatter, outline }) => ({
      title: frontmatter.title,
      sections: outline.sections,
    }));
    const words = vocabularyOf(texts);
    vocabularies.set(locale, words);
    return words;
  };
  return (locale) => (before, after) =>
    kindOfEdit(before, after, { locale, vocabulary: vocabularyIn(locale) });
}

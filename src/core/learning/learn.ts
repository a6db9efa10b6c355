import type { Article } from '../article.ts';
import { findPersonalData } from '../personal-data.ts';
import type { Synonyms } from '../synonyms.ts';
import type { AnsweredSearch } from './answered-searches.ts';
import { KnownWords } from './known-words.ts';
import { type NewQuestion, newQuestions } from './new-questions.ts';
import { type NewSynonym, newSynonyms } from './new-synonyms.ts';
import type { FormOf } from './phrasing.ts';

/** What a help centre can learn from its readers' searches, and from how many it was drawn. */
export interface Learnt {
  questions: NewQuestion[];
  synonyms: NewSynonym[];
  /** Searches that led to an article that then helped. */
  helpful: number;
  /** Searches that were not looked at because they may tell who asked. */
  leftOut: number;
}

interface Source {
  searches: readonly AnsweredSearch[];
  articles: readonly Article[];
  synonyms: Synonyms;
  formOf: FormOf;
  fewestReaders: number;
}

/** Proposes the words of readers for the articles that helped them. A writer decides what becomes of them. */
export function learn({ searches, articles, synonyms, formOf, fewestReaders }: Source): Learnt {
  const anonymous = searches.filter(({ query }) => findPersonalData(query).length === 0);
  const learnt: Learnt = {
    questions: [],
    synonyms: [],
    helpful: searches.filter(({ helpful }) => helpful).length,
    leftOut: searches.length - anonymous.length,
  };
  for (const [locale, asked] of Map.groupBy(anonymous, (search) => search.locale)) {
    const written = articles.filter((article) => article.locale === locale);
    // Anybody may send a vote in a language that the site has not, or that nobody has.
    if (written.length === 0) continue;
    const known = new KnownWords(written, locale, formOf);
    learnt.questions.push(...newQuestions(asked, written, known, formOf, fewestReaders));
    const groups = synonyms[locale] ?? [];
    learnt.synonyms.push(...newSynonyms(asked, written, groups, known, formOf, fewestReaders));
  }
  return learnt;
}

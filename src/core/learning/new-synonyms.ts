import type { Article } from '../article.ts';
import type { AnsweredSearch } from './answered-searches.ts';
import { type Evidence, evidenceOf, isEnough } from './evidence.ts';
import type { KnownWords } from './known-words.ts';
import { type FormOf, folded, meaningOf, mostUsed, wordsOf } from './phrasing.ts';

/** Shorter words are abbreviations of anything. In letters. */
const SHORTEST_WORD = 3;
/** So many phrasings must have held the word. */
const FEWEST_PHRASINGS = 2;
/** So many of the searches for a word must have led to articles with the other word in their titles. */
const AGREEING = 0.8;

/** A word of the articles and one that readers say instead. */
export interface NewSynonym {
  kind: 'synonym';
  locale: string;
  known: string;
  asked: string;
  /** Place of the group in the language's list to which `asked` belongs; missing if it needs one of its own. */
  group?: number;
  evidence: Evidence;
}

/** A search for a word that no article of the language uses. */
interface Strange {
  search: AnsweredSearch;
  /** The article to which it led. */
  article: Article;
  word: string;
  form: string;
}

/**
 * Finds words of readers that no article of the language uses, and the word that takes their place there: the one
 * in the titles of the articles that helped which the queries did not say. Where the titles leave more than one, or
 * the query says more than the title and this word, nobody can tell which stands for which, and nothing is proposed.
 *
 * @param searches of the language
 * @param articles of the language
 * @param groups the language's groups of synonyms
 */
export function newSynonyms(
  searches: readonly AnsweredSearch[],
  articles: readonly Article[],
  groups: readonly (readonly string[])[],
  known: KnownWords,
  formOf: FormOf,
  fewestReaders: number,
): NewSynonym[] {
  const byArticle = new Map(articles.map((article) => [article.id, article]));
  const inGroups = new Set(groups.flat().map(folded));
  const strange = searches.flatMap((search): Strange[] => {
    const article = byArticle.get(search.article);
    const [word, ...others] = article ? wordsBeyondTitle(search, article, formOf) : [];
    const isClear = word && others.length === 0 && isWord(word.word) && !inGroups.has(folded(word.word));
    if (!article || !isClear || known.has(word.word)) return [];
    if (known.isBeginning(word.word) || known.isMistyped(word.word)) return [];
    return [{ search, article, ...word }];
  });
  return [...Map.groupBy(strange, ({ form }) => form).values()].flatMap((same): NewSynonym[] => {
    const evidence = surestEvidence(same, fewestReaders);
    const helped = same.filter(({ search }) => search.helpful);
    // A word that stands in one phrasing only is served by that phrasing.
    if (phrasingsOf(helped, formOf) < FEWEST_PHRASINGS) return [];
    const instead = sharedUnsaidWord(helped, formOf);
    if (!evidence || !instead || helped.length <= same.length / 2) return [];
    const group = groups.findIndex((phrases) => phrases.some((one) => folded(one) === folded(instead)));
    return [
      {
        kind: 'synonym',
        locale: same[0]?.search.locale ?? '',
        known: instead,
        asked: mostUsed(helped.map(({ word }) => word)),
        ...(group >= 0 && { group }),
        evidence,
      },
    ];
  });
}

/** How many phrasings of different meaning, or for different articles. */
function phrasingsOf(searches: readonly Strange[], formOf: FormOf): number {
  return new Set(
    searches.map(({ search, article }) => `${article.id} ${meaningOf(search.query, search.locale, formOf)}`),
  ).size;
}

/** The words of a query that the title of the article does not say. */
function wordsBeyondTitle({ query, locale }: AnsweredSearch, { frontmatter }: Article, formOf: FormOf) {
  const title = new Set(wordsOf(frontmatter.title, locale).map((word) => formOf(word, locale)));
  return wordsOf(query, locale).flatMap((word) => {
    const form = formOf(word, locale);
    return form && !title.has(form) ? [{ word, form }] : [];
  });
}

/** One reader may vote on several articles: only those who came to the same one are certainly different people. */
function surestEvidence(searches: readonly Strange[], fewestReaders: number): Evidence | undefined {
  return [...Map.groupBy(searches, ({ article }) => article).values()]
    .map((led) => led.map(({ search }) => search))
    .filter((led) => isEnough(led, fewestReaders))
    .map(evidenceOf)
    .sort((a, b) => b.readers - a.readers)[0];
}

/** The only word that nearly all titles have and nearly all queries lack. */
function sharedUnsaidWord(searches: readonly Strange[], formOf: FormOf): string | undefined {
  const unsaid = searches.map(({ article, search }) => unsaidWords(article, search, formOf));
  const [form, ...others] = [...new Set(unsaid.flatMap((words) => [...words.keys()]))].filter(
    (form) => unsaid.filter((words) => words.has(form)).length >= AGREEING * unsaid.length,
  );
  if (!form || others.length > 0) return undefined;
  return mostUsed(unsaid.flatMap((words) => words.get(form) ?? []));
}

/** The words of an article's title that a query does not say, by their forms. */
function unsaidWords({ frontmatter, locale }: Article, { query }: AnsweredSearch, formOf: FormOf) {
  const said = new Set(wordsOf(query, locale).map((word) => formOf(word, locale)));
  const words = new Map<string, string>();
  for (const word of wordsOf(frontmatter.title, locale)) {
    const form = formOf(word, locale);
    if (form && !said.has(form) && isWord(word)) words.set(form, word);
  }
  return words;
}

function isWord(word: string): boolean {
  return word.length >= SHORTEST_WORD && !/\d/.test(word);
}

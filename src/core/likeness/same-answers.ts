import type { Article } from '../article.ts';
import { isFiller } from '../learning/fillers.ts';
import { formsBy, meaningOf } from '../learning/phrasing.ts';
import { MOST_NAMED, WeighedTexts, wordsIn } from './weighed-texts.ts';

/** A text with fewer different words than this says too little to be compared. */
const FEWEST_WORDS = 20;

/** Two articles that answer the same question. */
export interface SameAnswer {
  first: Article;
  second: Article;
  /** How alike their texts are, from 0 to 1; see {@link WeighedTexts}. */
  likeness: number;
  /** The question or title that both have, as the first puts it. */
  question?: string;
}

/**
 * The pairs of articles that answer the same question. Either their texts are at least so much alike, and no word of their
 * titles tells them apart; or both have the same title in one category; or both have the same title or question, and
 * their texts are at least half as much alike.
 *
 * Articles made from one template, such as "Delete a group" and "Delete a page", are told apart by the words in which
 * their titles differ, where the text of one uses such a word much more often than that of the other.
 *
 * @param articles of one language
 * @param limit from which likeness on two texts are the same, from 0 to 1
 */
export function sameAnswers(articles: readonly Article[], limit: number): SameAnswer[] {
  const texts = new WeighedTexts(articles.map(textOf));
  const pairs = new Map<string, SameAnswer>();
  for (const { first, second, question, isTitle } of sameQuestions(articles)) {
    const [a, b] = [articles[first], articles[second]];
    if (!a || !b || Math.min(texts.sizeOf(first), texts.sizeOf(second)) < FEWEST_WORDS) continue;
    const likeness = texts.likeness(first, second);
    if ((isTitle && a.category === b.category) || likeness >= limit / 2) {
      pairs.set(`${first} ${second}`, { first: a, second: b, likeness, question });
    }
  }
  for (const { first, second, likeness } of texts.alike(limit)) {
    const [a, b] = [articles[first], articles[second]];
    if (!a || !b || Math.min(texts.sizeOf(first), texts.sizeOf(second)) < FEWEST_WORDS) continue;
    if (pairs.has(`${first} ${second}`) || isTold(a, b) || isTold(b, a)) continue;
    pairs.set(`${first} ${second}`, { first: a, second: b, likeness });
  }
  return [...pairs.values()];
}

interface SameQuestion {
  first: number;
  second: number;
  question: string;
  /** Is it the title of both? */
  isTitle: boolean;
}

/** Which articles have a title or a question in common, but for small words and the order of words. */
function sameQuestions(articles: readonly Article[]): SameQuestion[] {
  const formOf = formsBy((word) => word);
  const askedBy = new Map<string, { place: number; question: string; isTitle: boolean }[]>();
  for (const [place, { locale, frontmatter }] of articles.entries()) {
    const seen = new Set<string>();
    for (const [index, question] of [frontmatter.title, ...frontmatter.questions].entries()) {
      const meaning = meaningOf(question, locale, formOf);
      if (seen.has(meaning)) continue;
      seen.add(meaning);
      const isTitle = index === 0;
      const others = askedBy.get(meaning);
      if (others) others.push({ place, question, isTitle });
      else askedBy.set(meaning, [{ place, question, isTitle }]);
    }
  }
  return [...askedBy.values()].flatMap((asked) =>
    asked.flatMap((one, index) =>
      asked.slice(index + 1, index + 1 + MOST_NAMED).map((other) => ({
        first: one.place,
        second: other.place,
        question: one.question,
        isTitle: one.isTitle && other.isTitle,
      })),
    ),
  );
}

/** Has the title of an article a word that the other's has not, and its text the same word more than twice as often? */
function isTold(article: Article, other: Article): boolean {
  const others = new Set(wordsIn(other.frontmatter.title));
  const own = wordsIn(article.frontmatter.title).filter(
    (word) => !others.has(word) && !isFiller(word, article.locale),
  );
  if (own.length === 0) return false;
  const [here, there] = [wordsIn(textOf(article)), wordsIn(textOf(other))];
  return own.some((word) => timesIn(here, word) > 2 * timesIn(there, word));
}

function timesIn(words: readonly string[], wanted: string): number {
  return words.filter((word) => word === wanted).length;
}

function textOf({ outline }: Article): string {
  return outline.sections.map(({ heading, text }) => `${heading?.text ?? ''}\n${text}`).join('\n');
}

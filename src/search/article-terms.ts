import type { Article } from '../core/article.ts';
import type { Language } from './language.ts';
import type { SynonymFinder } from './synonym-finder.ts';
import { wordsOf } from './words.ts';

/** Where a word stands in an article, and how often. */
export interface WordCount {
  /** Its stem. */
  term: string;
  title: number;
  /** In the customers' questions and in synonyms. */
  asked: number;
  /** In headings, tags and the description. */
  heading: number;
  text: number;
}

export interface TermCounts {
  words: ReadonlyMap<string, WordCount>;
  /** Lengths in words, at least 1. */
  titleLength: number;
  textLength: number;
  /** The title and each question of the customers, with their different terms. */
  askings: { text: string; terms: ReadonlySet<string> }[];
}

/**
 * Counts the words of an article by the field that they stand in. Where it says a word that has synonyms, it says
 * these too.
 */
export function articleTerms(
  { frontmatter, outline }: Article,
  { stemOf }: Language,
  synonyms: SynonymFinder,
): TermCounts {
  const words = new Map<string, WordCount>();
  const add = (word: string, field: 'title' | 'asked' | 'heading' | 'text') => {
    let entry = words.get(word);
    if (!entry) {
      entry = { term: stemOf(word), title: 0, asked: 0, heading: 0, text: 0 };
      words.set(word, entry);
    }
    entry[field]++;
  };
  const count = (text: string, field: 'title' | 'asked' | 'heading' | 'text') => {
    const found = wordsOf(text).map((word) => word.text);
    for (const word of found) add(word, field);
    for (const word of synonyms.missingIn(found)) add(word, field);
    return Math.max(1, found.length);
  };

  const { title, description, questions, tags } = frontmatter;
  const titleLength = count(title, 'title');
  let textLength = 0;
  for (const { heading, text } of outline.sections) {
    if (heading) count(heading.text, 'heading');
    textLength += count(text, 'text');
  }
  for (const text of [description, ...tags]) count(text, 'heading');
  for (const text of questions) count(text, 'asked');

  const askings = [title, ...questions].map((text) => ({
    text,
    terms: new Set(wordsOf(text).map((word) => stemOf(word.text))),
  }));
  return { words, titleLength, textLength, askings };
}

import type { Article } from '../core/article.ts';
import type { Language } from './language.ts';
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

/** Counts the words of an article by the field that they stand in. */
export function articleTerms(
  { frontmatter, outline }: Article,
  { stemOf }: Language,
  synonyms: readonly (readonly string[])[],
): TermCounts {
  const words = new Map<string, WordCount>();
  const count = (text: string, field: 'title' | 'asked' | 'heading' | 'text') => {
    const found = wordsOf(text);
    for (const { text: word } of found) {
      let entry = words.get(word);
      if (!entry) {
        entry = { term: stemOf(word), title: 0, asked: 0, heading: 0, text: 0 };
        words.set(word, entry);
      }
      entry[field]++;
    }
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
  const said = [
    title,
    description,
    ...outline.sections.flatMap(({ heading, text }) => [heading?.text ?? '', text]),
  ];
  for (const text of [...questions, ...missingSynonyms(said.join(' '), synonyms)]) count(text, 'asked');

  const askings = [title, ...questions].map((text) => ({
    text,
    terms: new Set(wordsOf(text).map((word) => stemOf(word.text))),
  }));
  return { words, titleLength, textLength, askings };
}

/** Words that mean the same as a word of the text and do not stand in it themselves. */
function missingSynonyms(text: string, groups: readonly (readonly string[])[]): string[] {
  if (groups.length === 0) return [];
  const spaced = (words: string) =>
    ` ${wordsOf(words)
      .map((word) => word.text)
      .join(' ')} `;
  const words = spaced(text);
  const has = (phrase: string) => words.includes(spaced(phrase));
  return groups.filter((group) => group.some(has)).flatMap((group) => group.filter((phrase) => !has(phrase)));
}

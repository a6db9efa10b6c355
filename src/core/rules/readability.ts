import { measuredLanguage, type ReadingEase, readingEase } from '../readability/reading-ease.ts';
import { about, type Rule, readersOf } from './rule.ts';

/** Of the readers of an article that is hard to read, so many are reckoned to give up: one in fifty. */
const WEIGHT = 0.02;
/** Fewer words in sentences say nothing about a text. */
const FEWEST_WORDS = 100;
/** So many words of the longest sentence are quoted. */
const QUOTED = 6;

/**
 * The text is harder to read than most people like: its sentences or its words are long.
 *
 * Why: customers read in a hurry, on a phone, often in a language that is not theirs. Long sentences are read twice or not
 * at all.
 *
 * To mend: cut the longest sentence in two, begin with what the reader does, and take the shorter word where there is one.
 *
 * It measures English and German texts with at least 100 words in sentences; code, tables, headings and lists of names do
 * not count. A figure from sentences and syllables knows nothing of sense, so this is only a hint. The limits are
 * `limits.readingEase` and `limits.sentenceLength` in site.yaml.
 *
 * @example
 * // a German text of 106 words in 5 sentences
 * 'It is hard to read: a reading ease of 17, where at least 20 is wanted and 60 is plain. Its sentences have 21 words on average; the longest has 39 and begins "Neben den entscheidenden Hygiene- und Verhaltensregeln".'
 */
export const readability: Rule = {
  name: 'readability',
  summary: 'It is hard to read.',
  rests: 'facts',
  find: (context) => {
    const { readingEase: least, sentenceLength: most } = context.site.limits;
    const syllables = { en: new Map<string, number>(), de: new Map<string, number>() };
    return context.articles.flatMap((article) => {
      const language = measuredLanguage(article.locale);
      const measured = language && readingEase(article.outline.passages ?? [], language, syllables[language]);
      if (!measured || measured.words < FEWEST_WORDS) return [];
      if (measured.ease >= least[language] && measured.sentenceLength <= most) return [];
      return {
        ...about(article),
        line: measured.longest.line,
        rule: readability.name,
        severity: 'hint',
        message: messageOf(measured, least[language], most),
        hint: 'Cut the longest sentence in two, begin with what the reader does, and take the shorter word where there is one.',
        impact: WEIGHT * readersOf(article, context),
      };
    });
  },
};

function messageOf({ ease, sentenceLength, longest }: ReadingEase, least: number, most: number): string {
  const figure =
    ease < least
      ? `a reading ease of ${Math.max(0, Math.floor(ease))}, where at least ${least} is wanted and 60 is plain. Its sentences have `
      : `sentences of more than ${most} words. They have `;
  const beginning = longest.text
    .split(' ')
    .slice(0, QUOTED)
    .join(' ')
    .replace(/[.:,;]$/, '');
  return (
    `It is hard to read: ${figure}${Math.round(sentenceLength)} words on average; ` +
    `the longest has ${longest.words.length} and begins "${beginning}".`
  );
}

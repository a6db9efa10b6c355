import { createHash } from 'node:crypto';
import { wordsAndSigns } from '../revision.ts';
import { inLocale } from '../site.ts';
import type { Question } from './survey.ts';

/**
 * The wording of a question in one language: eight hexadecimal digits from a SHA-256 over its kind and the words of the
 * question, of the ends of its scale and of its options. Another language of the question does not change it.
 *
 * @param fallback the language that readers see where theirs is missing
 * @example wordingOf(question, 'en', 'en') // 'a3c04e1b'
 */
export function wordingOf(question: Question, locale: string, fallback?: string): string {
  const words = (texts: Record<string, string>) => wordsAndSigns(inLocale(texts, locale, fallback)).join(' ');
  const asked = [
    question.kind,
    words(question.text),
    ...('ends' in question ? [words(question.ends.low), words(question.ends.high)] : []),
    ...('options' in question ? question.options.flatMap(({ id, text }) => [id, words(text)]) : []),
  ];
  return createHash('sha256').update(asked.join('\n')).digest('hex').slice(0, 8);
}

/**
 * The wordings whose answers count together: the present one, and those of which `formerly` says that they ask the same,
 * each in every language. A reader whose language was missing read another one, and one language may have been
 * translated, or another have become the first, since.
 */
export function wordingsThatCount(
  question: Question,
  locale: string,
  fallback?: string,
): ReadonlySet<string> {
  const texts = [question.text, ...question.formerly.map((earlier) => ({ ...question.text, ...earlier }))];
  const languages = [...new Set([locale, ...texts.flatMap((text) => Object.keys(text))])];
  return new Set(
    texts.flatMap((text) =>
      languages.map((language) => wordingOf({ ...question, text }, language, fallback)),
    ),
  );
}

import { existsSync, readFileSync } from 'node:fs';
import type { Texts } from '../core/texts.ts';

/**
 * Reads the interface texts of a language from `src/locales/<locale>.json`. English fills what is missing there,
 * and stands in for a language that has no file.
 */
export function readTexts(locale: string): Texts {
  const english = readFile('en');
  if (locale === 'en') return english;
  const plain = locale.split('-')[0] ?? locale;
  return { ...english, ...readFile(plain), ...(plain === locale ? {} : readFile(locale)) };
}

/** Has somebody written interface texts for this language? */
export function hasTexts(locale: string): boolean {
  return [locale, locale.split('-')[0]].some((name) => existsSync(fileOf(name ?? locale)));
}

function readFile(locale: string): Texts {
  const file = fileOf(locale);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function fileOf(locale: string): URL {
  return new URL(`../locales/${locale}.json`, import.meta.url);
}

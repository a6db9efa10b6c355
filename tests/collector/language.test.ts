import { expect, test } from 'vitest';
import { preferredLocale } from '../../src/collector/language.ts';

test.for([
  ['de', 'de'],
  ['de-AT,de;q=0.9,en;q=0.8', 'de'],
  ['fr,en;q=0.5,de;q=0.7', 'de'],
  ['en;q=0, de;q=0.1', 'de'],
  ['PT', 'pt-BR'],
  ['pt-br', 'pt-BR'],
  ['pt-PT', 'pt-BR'],
  ['fr', 'en'],
  ['*', 'en'],
  ['', 'en'],
  [undefined, 'en'],
  [',;q=,;;', 'en'],
] as const)('who asks for %j gets %s', ([header, locale]) => {
  expect(preferredLocale(header, ['en', 'de', 'pt-BR'])).toBe(locale);
});

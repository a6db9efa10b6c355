import { expect, test } from 'vitest';
import { languageGaps } from '../../src/core/language-gaps.ts';

test('texts that are missing in a language are found at any depth', () => {
  const value = {
    title: { en: 'Help' },
    contact: [
      { kind: 'email', label: { en: 'Mail', de: 'E-Mail' } },
      { kind: 'phone', label: { de: 'Telefon' } },
    ],
    url: 'https://example.com',
  };
  expect(languageGaps(value, ['en', 'de'])).toEqual([
    { path: ['title'], missing: ['de'] },
    { path: ['contact', 1, 'label'], missing: ['en'] },
  ]);
  expect(languageGaps(undefined, ['en'])).toEqual([]);
});

import { expect, test } from 'vitest';
import { draftFor, typeGuess } from '../../../src/core/search-gaps/draft.ts';

test.each([
  ['error 1005', 'troubleshooting'],
  ['why does the gift card not work', 'troubleshooting'],
  ['router funktioniert mit dem iphone nicht', 'troubleshooting'],
  ['app geht nicht', 'troubleshooting'],
  ["can't log in", 'troubleshooting'],
  ['how do i cancel', 'how-to'],
  ['how to cancel', 'how-to'],
  ['wie kündige ich', 'how-to'],
  ['wie kann ich kündigen', 'how-to'],
  ['cancel contract', 'how-to'],
  ['what is a gift card', 'faq'],
  ['wann kommt mein geld', 'faq'],
  ['how long does it take', 'faq'],
  ['wie lange dauert es', 'faq'],
])('%s asks for an article of the type %s', (query, type) => {
  expect(typeGuess(query)).toBe(type);
});

/** What is proposed for a phrasing, in the category `billing` of a folder with these files. */
function draft(query: string, locale = 'en', files: string[] = []) {
  const phrasings = [{ query, searches: 9 }];
  const gap = { locale, phrasings, searches: 9, withoutResult: 9, ignored: 0 };
  return draftFor(gap, 'billing', new Set(files));
}

test('a draft says in the words of readers what is missing, and in ours what to write', () => {
  expect(draft('gift card: how long?')).toEqual({
    file: 'en/billing/gift-card-how-long.md',
    text: `---
title: "Gift card: how long?"
description: The answer itself in one or two sentences, as search results will show it.
type: how-to
questions:
  - "gift card: how long?"
# The team or e-mail address that keeps the answer right.
# owner:
draft: true
---
`,
  });
});

test.each([
  ['größe ändern', 'de', 'de/billing/groesse-aendern.md'],
  ['../../etc/passwd', 'en', 'en/billing/etc-passwd.md'],
  ['退款', 'zh', 'zh/billing/new-article.md'],
  [`${'very '.repeat(20)}long`, 'en', `en/billing/${'very-'.repeat(12).slice(0, -1)}.md`],
])('the file of %s has a name that is an address', (query, locale, file) => {
  expect(draft(query, locale).file).toBe(file);
});

test('a draft overwrites no article', () => {
  const files = ['en/billing/gift-card.md', 'en/billing/gift-card-2.mdx', 'de/billing/gift-card-3.md'];
  expect(draft('gift card', 'en', files).file).toBe('en/billing/gift-card-3.md');
});

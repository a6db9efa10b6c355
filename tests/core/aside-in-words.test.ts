import { expect, test } from 'vitest';
import { votesAside } from '../../src/core/aside-in-words.ts';
import type { Aside, AsideSummary } from '../../src/core/feedback.ts';

const votes = (reason: Aside, count: number, article = 'a'): AsideSummary => ({
  ...{ kind: 'vote', article, locale: 'de', reason, count },
});

test('votes that were set aside are told in one sentence, with their reasons', () => {
  expect(votesAside([votes('bot', 2), votes('repeat', 30), votes('repeat', 5, 'b')])).toBe(
    '37 recent votes were set aside: 35 more of the same from one place and 2 by programs.',
  );
  expect(votesAside([votes('payload', 1)])).toBe('1 recent vote was set aside: 1 from made-up addresses.');
});

test('nothing is said where no vote was set aside', () => {
  expect(votesAside([])).toBe('');
  expect(votesAside([{ kind: 'signal', locale: 'de', reason: 'bot', count: 9 }])).toBe('');
});

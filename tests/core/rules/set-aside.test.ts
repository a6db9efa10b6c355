import { expect, test } from 'vitest';
import type { AsideSummary } from '../../../src/core/feedback.ts';
import { anArticle, aSummary, feedbackOn } from '../an-article.ts';
import { work } from './work.ts';

const REFUND = anArticle({ frontmatter: { reviewed: '2026-07-01' } });
const aside = (count: number, more: Partial<AsideSummary> = {}): AsideSummary => ({
  ...{ kind: 'vote', article: 'billing/refund', locale: 'en', reason: 'repeat', count },
  ...more,
});

function found(rows: AsideSummary[], votes: { helpful: number; unhelpful: number } | undefined) {
  const feedback = { ...aSummary(...(votes ? [feedbackOn(REFUND, votes)] : [])), aside: rows };
  return work({ articles: [REFUND], feedback }).filter(({ rule }) => rule === 'set-aside');
}

const FEW = { helpful: 12, unhelpful: 8 };

test('an article of whose votes as many were set aside as count is named, calmly', () => {
  expect(found([aside(15), aside(5, { reason: 'unproven' })], FEW)).toEqual([
    {
      rule: 'set-aside',
      severity: 'hint',
      article: 'billing/refund',
      locale: 'en',
      file: 'en/billing/refund.md',
      line: 2,
      owner: undefined,
      message:
        '20 recent votes were set aside: 15 more of the same from one place and 5 without the proof of work that was asked ' +
        'for. Only 20 count: somebody may be pushing this article.',
      hint: 'Look at its votes by day and at its comments before you act on its share.',
      impact: 0,
    },
  ]);
});

test('an article on which no vote counts is named, too', () => {
  expect(found([aside(20)], undefined).map(({ message }) => message)).toEqual([
    '20 recent votes were set aside: 20 more of the same from one place. None counts: somebody may be pushing this article.',
  ]);
});

test.each([
  ['19 votes', [aside(19)]],
  ['fewer than count', [aside(20)]],
  ['what programs sent', [aside(1000, { reason: 'bot' })]],
  ['signals and sheets', [aside(1000, { kind: 'signal' }), aside(1000, { kind: 'answers' })]],
  ['votes on its translation', [aside(1000, { locale: 'de' })]],
  ['votes on another article', [aside(1000, { article: 'billing/invoice' })]],
])('nothing is said where what was set aside is %s', (what, rows) => {
  const votes = what === 'fewer than count' ? { helpful: 13, unhelpful: 8 } : { helpful: 1, unhelpful: 0 };
  expect(found(rows, votes)).toEqual([]);
});

import { describe, expect, test } from 'vitest';
import { articlesNamed, explain } from '../../src/core/explanation.ts';
import type { Finding } from '../../src/core/finding.ts';
import { UserError } from '../../src/core/user-error.ts';
import { anArticle, aSummary, feedbackOn } from './an-article.ts';
import { given } from './rules/work.ts';

const REFUND = anArticle({ frontmatter: { reviewed: '2026-07-01' } });
const GERMAN = anArticle({ locale: 'de' });
const LINKING = anArticle({
  id: 'billing/invoice',
  outline: { ...REFUND.outline, links: [{ target: './refund.md', line: 12 }] },
});
const ARTICLES = [REFUND, GERMAN, LINKING];

describe('an article is explained', () => {
  test('by what concerns it in its own language, and by nothing else', () => {
    const feedback = {
      ...aSummary(feedbackOn(REFUND, { helpful: 3, unhelpful: 1, views: 9 }), feedbackOn(GERMAN)),
      contacts: [
        { article: 'billing/refund', locale: 'de', contacts: 7, solved: 0, views: 8 },
        { article: 'billing/refund', locale: 'en', contacts: 2, solved: 1, views: 6 },
      ],
      leads: [
        { article: 'billing/invoice', locale: 'en', query: 'bill', opens: 9 },
        { article: 'billing/refund', locale: 'en', query: 'money back', opens: 4 },
      ],
      aside: [
        {
          kind: 'vote' as const,
          article: 'billing/refund',
          locale: 'en',
          reason: 'repeat' as const,
          count: 3,
        },
        {
          kind: 'vote' as const,
          article: 'billing/refund',
          locale: 'de',
          reason: 'repeat' as const,
          count: 4,
        },
        { kind: 'signal' as const, locale: 'en', reason: 'bot' as const, count: 5 },
      ],
    };
    const mine = { rule: 'review-soon', file: 'en/billing/refund.md' } as Finding;
    const other = { rule: 'review-soon', file: 'de/billing/refund.md' } as Finding;
    const past = { versions: [{ revision: REFUND.revision }], reviews: ['2026-07-01', '2026-01-01'] };
    expect(explain(REFUND, given({ articles: ARTICLES, feedback }), [other, mine], past)).toEqual({
      article: REFUND,
      findings: [mine],
      versions: past.versions,
      current: feedback.articles[0],
      comments: [],
      searches: [feedback.leads[1]],
      contacts: feedback.contacts[1],
      aside: [feedback.aside[0]],
      linkedFrom: ['en/billing/invoice.md'],
      translations: [GERMAN],
      review: { from: '2026-07-01', reviewed: true, lasts: '6 months', due: '2027-01-01' },
      reviews: past.reviews,
    });
  });

  test('with a verdict on its last change of substance, where somebody voted before it', () => {
    const before = feedbackOn(REFUND, { helpful: 80, unhelpful: 20 });
    const current = feedbackOn(REFUND, { helpful: 28, unhelpful: 22 });
    const series = new Map([
      [
        REFUND.path,
        { current: { versions: [], feedback: current }, before: { versions: [], feedback: before } },
      ],
    ]);
    const { lastEdit } = explain(REFUND, given({ articles: ARTICLES, series }), [], {
      versions: [],
      reviews: [],
    });
    expect(lastEdit?.verdict).toBe('hurt');
  });
});

test('a review of a later day than that of the audit has not happened', () => {
  const past = { versions: [], reviews: ['2026-08-02', '2026-07-01'] };
  expect(explain(REFUND, given({ articles: ARTICLES }), [], past).reviews).toEqual(['2026-07-01']);
});

describe('an article is named', () => {
  test.each([
    ['its id, in every language', 'billing/refund', ['en/billing/refund.md', 'de/billing/refund.md']],
    ['its file', 'de/billing/refund.md', ['de/billing/refund.md']],
    ['its file with the folder', './content/de/billing/refund.md', ['de/billing/refund.md']],
    ['its address', '/en/billing/refund/', ['en/billing/refund.md']],
    [
      'its address as a browser has it',
      'https://help.example.com/en/billing/refund?q=1#top',
      ['en/billing/refund.md'],
    ],
    [
      'its address on a site in a folder of its host',
      'https://example.com/help/en/billing/refund/',
      ['en/billing/refund.md'],
    ],
  ])('by %s', (_, name, paths) => {
    expect(articlesNamed(name, ARTICLES).map(({ path }) => path)).toEqual(paths);
  });

  test('in one language, if that is wanted', () => {
    expect(articlesNamed('billing/refund', ARTICLES, 'de')).toEqual([GERMAN]);
  });

  test('and if there is none, one that there is serves as an example', () => {
    const error = failureOf(() => articlesNamed('xyz', [LINKING]));
    expect(error.hint).toBe('Name its id, its file or its address, e.g. billing/invoice.');
  });

  test('and if there is none, it is said which may be meant', () => {
    expect(() => articlesNamed('billing/refnd', ARTICLES)).toThrow(
      new UserError('There is no article billing/refnd.', 'Did you mean billing/refund?'),
    );
    expect(() => articlesNamed('xyz', ARTICLES, 'de')).toThrow(
      new UserError(
        'There is no article xyz in de.',
        'Name its id, its file or its address, e.g. billing/refund.',
      ),
    );
  });
});

function failureOf(run: () => unknown): UserError {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error;
  }
  throw new Error('expected a UserError');
}

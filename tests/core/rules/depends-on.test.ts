import { describe, expect, test } from 'vitest';
import type { LinkRecord } from '../../../src/core/links/link-record.ts';
import { productsSchema } from '../../../src/core/products.ts';
import { findWork } from '../../../src/core/rules/index.ts';
import { anArticle, aSummary, feedbackOn } from '../an-article.ts';
import { given, work } from './work.ts';

const products = productsSchema.parse({
  app: {
    versions: [
      { version: '2.6', released: '2026-09-01' },
      { version: '2.4', released: '2026-01-02', supportedUntil: '2026-07-31' },
      { version: '2.5', released: '2026-05-01' },
      { version: '2.3', released: '2025-01-02', supportedUntil: '2026-01-31' },
    ],
  },
});

describe('depends-on', () => {
  const about = (version: string, reviewed?: string) =>
    anArticle({
      frontmatter: {
        owner: 'apps',
        dependsOn: [{ product: 'app', version }],
        reviewed,
        reviewEvery: '5 years',
      },
    });
  const messages = (version: string, reviewed: string | undefined, today: string) =>
    work({ articles: [about(version, reviewed)], content: { products }, today }).map(
      ({ message }) => message,
    );

  test('says what has changed since the review, first things first', () => {
    const articles = [about('2.4', '2026-03-01')];
    const feedback = aSummary(feedbackOn(about('2.4'), { views: 200 }));
    expect(work({ articles, feedback, content: { products }, today: '2026-08-01' })).toEqual([
      {
        rule: 'depends-on',
        severity: 'warning',
        article: 'billing/refund',
        locale: 'en',
        file: 'en/billing/refund.md',
        line: 6,
        owner: 'apps',
        message:
          'Since the review of 2026-03-01, app 2.5 was released on 2026-05-01 and ' +
          'support for app 2.4 ended on 2026-07-31.',
        hint: 'Compare the article with it, correct what is wrong, then set `reviewed: 2026-08-01`.',
        impact: 50,
        since: '2026-05-01',
      },
    ]);
  });

  test.each([
    ['before anything has changed', '2.4', '2026-03-01', '2026-04-30', undefined],
    [
      'on the day of a later release',
      '2.4',
      '2026-03-01',
      '2026-05-01',
      'app 2.5 was released on 2026-05-01',
    ],
    ['on the last day of support', '2.3', '2026-01-03', '2026-01-31', undefined],
    ['on the day after it', '2.3', '2026-01-03', '2026-02-01', 'support for app 2.3 ended on 2026-01-31'],
    ['of the newest version', '2.5', '2026-05-02', '2026-08-31', undefined],
  ])('%s', (_, version, reviewed, today, words) => {
    expect(messages(version, reviewed, today)).toEqual(
      words ? [`Since the review of ${reviewed}, ${words}.`] : [],
    );
  });

  test('is content with a review after the change, even of an old version', () => {
    expect(messages('2.4', '2026-08-01', '2026-08-02')).toEqual([]);
    expect(messages('2.4', '2026-05-01', '2026-05-02')).toEqual([]);
  });

  test('knows without review and history only that support has ended', () => {
    expect(messages('2.4', undefined, '2026-08-01')).toEqual(['Support for app 2.4 ended on 2026-07-31.']);
    expect(messages('2.5', undefined, '2026-10-01')).toEqual([]);
  });

  test('leaves a product that products.yaml does not have to the check', () => {
    const article = anArticle({
      frontmatter: { dependsOn: [{ product: 'web', version: '1' }], reviewed: '2026-07-01' },
    });
    expect(work({ articles: [article], content: { products } })).toEqual([]);
    expect(work({ articles: [article] })).toEqual([]);
  });

  describe('on a file', () => {
    const article = anArticle({
      frontmatter: { dependsOn: [{ file: 'prices.yaml' }], reviewed: '2026-03-01', reviewEvery: '5 years' },
    });
    const changedOn = (...days: string[]) =>
      work({ articles: [article], commits: { 'prices.yaml': days } }).map(({ message }) => message);

    test('names the first commit after the review', () => {
      expect(changedOn('2026-05-01', '2026-03-02', '2026-03-01', '2026-01-01')).toEqual([
        'Since the review of 2026-03-01, prices.yaml was changed on 2026-03-02.',
      ]);
    });

    test('says nothing of earlier commits, of those of the same day, and of days to come', () => {
      expect(changedOn('2026-08-02', '2026-03-01', '2026-01-01')).toEqual([]);
    });

    test('counts from the first commit where nobody has ever reviewed the article', () => {
      const unreviewed = anArticle({ frontmatter: { dependsOn: [{ file: 'prices.yaml' }] } });
      const commits = {
        'prices.yaml': ['2026-06-20', '2026-06-01'],
        'en/billing/refund.md': ['2026-07-01', '2026-06-10'],
      };
      expect(work({ articles: [unreviewed], commits }).map(({ message }) => message)).toEqual([
        'Since it was written on 2026-06-10, prices.yaml was changed on 2026-06-20.',
      ]);
    });

    test('passes over a change that its author calls minor', () => {
      const context = given({ articles: [article] });
      const commit = { hash: 'a', day: '2026-05-01', subject: 'Align', edit: 'minor' } as const;
      const history = { commits: new Map([['prices.yaml', [commit]]]) };
      expect(findWork({ ...context, history }).findings).toEqual([]);
      const major = { commits: new Map([['prices.yaml', [{ ...commit, edit: 'major' as const }]]]) };
      expect(findWork({ ...context, history: major }).findings).toHaveLength(1);
    });
  });

  test('names an address whose words were seen to change after the review', () => {
    const url = 'https://example.com/terms';
    const article = anArticle({ frontmatter: { dependsOn: [{ url }], reviewed: '2026-07-01' } });
    const changed = (contentChanged?: string) => {
      const record: LinkRecord = {
        address: url,
        state: 'fine',
        checked: '2026-07-30',
        answer: 'found',
        contentChanged,
      };
      return findWork({ ...given({ articles: [article] }), links: new Map([[url, record]]) }).findings;
    };
    expect(changed('2026-07-20')).toMatchObject([
      {
        message:
          'Since the review of 2026-07-01, https://example.com/terms was seen to have changed on 2026-07-20.',
        since: '2026-07-20',
      },
    ]);
    expect(changed('2026-07-01')).toEqual([]);
    expect(changed()).toEqual([]);
    expect(work({ articles: [article] })).toEqual([]);
  });
});

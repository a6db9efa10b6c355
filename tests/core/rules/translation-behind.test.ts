import { describe, expect, test } from 'vitest';
import { anArticle } from '../an-article.ts';
import { named, work } from './work.ts';

describe('translation-behind', () => {
  const source = anArticle({ locale: 'en', revision: 'bbbbbbbbbbbb' });
  const translation = (revision: string) =>
    anArticle({
      locale: 'de',
      frontmatter: { owner: 'team-de', translates: { id: 'billing/refund', revision } },
    });

  test('names the source, the revision to write, and the line to write it to', () => {
    const commits = {
      'en/billing/refund.md': ['2026-03-01', '2026-02-01', '2026-01-01'],
      'de/billing/refund.md': ['2026-01-20', '2026-01-02'],
    };
    const found = work({ articles: [source, translation('aaaaaaaaaaaa')], commits, today: '2026-03-02' });
    expect(found).toEqual([
      {
        rule: 'translation-behind',
        severity: 'warning',
        article: 'billing/refund',
        locale: 'de',
        file: 'de/billing/refund.md',
        line: 6,
        owner: 'team-de',
        message: 'The source en/billing/refund.md has changed since it was translated, last on 2026-03-01.',
        hint: 'Bring over what changed, then set `revision: bbbbbbbbbbbb` under `translates`.',
        impact: 0,
        since: '2026-02-01',
      },
    ]);
  });

  test('counts from the last change of the source where the translation was committed with it or later', () => {
    const commits = {
      'en/billing/refund.md': ['2026-03-01', '2026-02-01'],
      'de/billing/refund.md': ['2026-03-01'],
    };
    const articles = [source, translation('aaaaaaaaaaaa')];
    expect(work({ articles, commits, today: '2026-03-02' })).toMatchObject([{ since: '2026-03-01' }]);
    commits['en/billing/refund.md'].unshift('2026-03-02', '2026-03-02');
    expect(work({ articles, commits, today: '2026-03-02' })).toMatchObject([{ since: '2026-03-02' }]);
  });

  test('does without a history', () => {
    const [finding] = work({ articles: [source, translation('aaaaaaaaaaaa')] });
    expect(finding?.message).toBe('The source en/billing/refund.md has changed since it was translated.');
    expect(finding?.since).toBeUndefined();
  });

  test('is silent while the translation names the present revision', () => {
    expect(work({ articles: [source, translation('bbbbbbbbbbbb')] })).toEqual([]);
  });

  test('leaves a missing source to the check', () => {
    expect(work({ articles: [translation('aaaaaaaaaaaa')] })).toEqual([]);
  });

  test('compares with the source, not with another translation', () => {
    const french = anArticle({
      locale: 'fr',
      revision: 'cccccccccccc',
      frontmatter: { translates: { id: 'billing/refund', revision: 'bbbbbbbbbbbb' } },
    });
    expect(named(work({ articles: [french, source, translation('bbbbbbbbbbbb')] }))).toEqual([]);
    expect(named(work({ articles: [french, source, translation('cccccccccccc')] }))).toEqual([
      'translation-behind de/billing/refund.md',
    ]);
  });
});

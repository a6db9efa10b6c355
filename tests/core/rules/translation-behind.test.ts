import { describe, expect, test } from 'vitest';
import type { SourceChange } from '../../../src/core/series/source-change.ts';
import { anArticle } from '../an-article.ts';
import { named, work } from './work.ts';

describe('translation-behind', () => {
  const source = anArticle({ locale: 'en', revision: 'bbbbbbbbbbbb' });
  const translation = (revision: string) =>
    anArticle({
      locale: 'de',
      frontmatter: { owner: 'team-de', translates: { id: 'billing/refund', revision } },
    });

  const behind = (change: Partial<SourceChange>, revision = 'aaaaaaaaaaaa') =>
    work({
      articles: [source, translation(revision)],
      sourceChanges: new Map([
        ['de/billing/refund.md', { source: 'en/billing/refund.md', known: true, changes: 1, ...change }],
      ]),
    });
  const first = { hash: 'f00d', day: '2026-02-01', subject: 'Give them 30 days' };

  test('names the source, what changed it, the revision to write, and the line to write it to', () => {
    expect(behind({ first })).toEqual([
      {
        rule: 'translation-behind',
        severity: 'warning',
        article: 'billing/refund',
        locale: 'de',
        file: 'de/billing/refund.md',
        line: 6,
        owner: 'team-de',
        message:
          'The source en/billing/refund.md has changed since it was translated, on 2026-02-01 (“Give them 30 days”).',
        hint: 'Bring over what changed, then set `revision: bbbbbbbbbbbb` under `translates`.',
        impact: 0,
        since: '2026-02-01',
      },
    ]);
  });

  test('counts the changes, of which the first is named', () => {
    expect(behind({ first, changes: 3 })[0]?.message).toBe(
      'The source en/billing/refund.md has changed since it was translated, 3 times, ' +
        'first on 2026-02-01 (“Give them 30 days”).',
    );
  });

  test('names no day for a change that is not committed', () => {
    expect(behind({})).toMatchObject([
      { message: 'The source en/billing/refund.md has changed since it was translated.', since: undefined },
    ]);
  });

  test('is silent while only the looks and the spelling of the source changed', () => {
    expect(behind({ changes: 0 })).toEqual([]);
  });

  test('says that the named revision never was', () => {
    expect(behind({ known: false, changes: 0 })).toMatchObject([
      {
        message: 'It names `aaaaaaaaaaaa`, a revision that its source en/billing/refund.md never had.',
        hint:
          'Compare it with the source, bring over what differs, ' +
          'then set `revision: bbbbbbbbbbbb` under `translates`.',
        since: undefined,
      },
    ]);
  });

  test('knows nothing of what became of another source', () => {
    expect(behind({ source: 'fr/billing/refund.md', changes: 0 })).toHaveLength(1);
  });

  test('goes by the words alone without a history', () => {
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

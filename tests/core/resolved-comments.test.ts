import { describe, expect, test } from 'vitest';
import type { ReaderComment } from '../../src/core/audit-feedback/audit-feedback.ts';
import type { Commit } from '../../src/core/history.ts';
import { openComments } from '../../src/core/resolved-comments.ts';
import type { ArticleSeries } from '../../src/core/series/vote-series.ts';
import { siteSchema } from '../../src/core/site.ts';
import { anArticle, feedbackOn } from './an-article.ts';
import { given, SITE } from './rules/work.ts';

const ARTICLE = anArticle();
const [FIRST, SECOND, LIKE_FIRST] = [
  '1f0c9a52-0000-4000-8000-000000000001',
  'abcdef01-0000-4000-8000-000000000002',
  '1f0c9a52-9999-4000-8000-000000000003',
];

function aComment(id: string, more: Partial<ReaderComment> = {}): ReaderComment {
  return {
    id,
    article: ARTICLE.id,
    locale: ARTICLE.locale,
    revision: ARTICLE.revision,
    received: new Date('2026-02-01T10:00:00Z'),
    helpful: false,
    comment: 'It is out of date.',
    ...more,
  };
}

interface Situation {
  comments: ReaderComment[];
  /** What commits name, by day. */
  resolves?: Record<string, string[]>;
  /** Helpful and unhelpful votes on the present text, by day. */
  votes?: Record<string, [helpful: number, unhelpful: number]>;
  /** Earlier texts that differ in formatting or spelling only. */
  alike?: string[];
  helpfulShare?: number;
}

/** Ids of the comments that are open. */
function open({ comments, resolves = {}, votes = {}, alike = [], helpfulShare = 0.6 }: Situation): string[] {
  const feedback = feedbackOn(ARTICLE, {
    days: Object.entries(votes).map(([day, [helpful, unhelpful]]) => ({ day, helpful, unhelpful })),
  });
  const versions = [ARTICLE.revision, ...alike].map((revision) => ({ revision }));
  const series = new Map<string, ArticleSeries>([[ARTICLE.path, { current: { versions, feedback } }]]);
  const commits = Object.entries(resolves).map(
    ([day, ids]): Commit => ({ hash: day, day, subject: 'Mend', resolves: ids }),
  );
  const context = given({
    articles: [ARTICLE],
    series,
    content: { site: siteSchema.parse({ ...SITE, limits: { helpfulShare } }) },
  });
  return openComments(ARTICLE, {
    ...context,
    feedback: { ...context.feedback, comments },
    // Any file of the content folder may be the one that the commit changed.
    history: { commits: new Map([['en/other/file.md', commits]]) },
  }).map(({ id }) => id);
}

describe('open comments', () => {
  test('are those on the present text, formatting and spelling aside, in the order given', () => {
    const comments = [
      aComment('a'),
      aComment('b', { revision: 'alikealikeal' }),
      aComment('c', { revision: 'anotheranoth' }),
      aComment('d', { locale: 'de' }),
      aComment('e', { article: 'billing/invoice' }),
    ];
    expect(open({ comments, alike: ['alikealikeal'] })).toEqual(['a', 'b']);
  });

  test('are those on the present text where nobody voted', () => {
    const context = given({ articles: [ARTICLE], series: new Map() });
    const comments = [aComment('a'), aComment('b', { revision: 'anotheranoth' })];
    expect(openComments(ARTICLE, { ...context, feedback: { ...context.feedback, comments } })).toEqual([
      comments[0],
    ]);
  });

  test.each([
    ['the whole id', FIRST],
    ['its first eight digits', '1f0c9a52'],
    ['more of it', '1f0c9a52-0000-4'],
    ['capitals', '1F0C9A52-0000'],
    ['no hyphens', '1f0c9a5200004000'],
  ])('leave the list when a commit names them: %s', (_, name) => {
    expect(
      open({ comments: [aComment(FIRST), aComment(SECOND)], resolves: { '2026-03-01': [name] } }),
    ).toEqual([SECOND]);
  });

  test.each([
    ['seven digits', '1f0c9a5'],
    ['nothing', ''],
    ['another id', '1f0c9a53'],
    ['a longer one', `${FIRST}0`],
  ])('stay when a commit names %s', (_, name) => {
    expect(open({ comments: [aComment(FIRST)], resolves: { '2026-03-01': [name] } })).toEqual([FIRST]);
  });

  test('stay where a name fits two of them, until it fits one', () => {
    const comments = [aComment(FIRST), aComment(LIKE_FIRST)];
    expect(open({ comments, resolves: { '2026-03-01': ['1f0c9a52'] } })).toEqual([FIRST, LIKE_FIRST]);
    expect(open({ comments, resolves: { '2026-03-01': ['1f0c9a52-9'] } })).toEqual([FIRST]);
  });
});

describe('a comment that a commit dealt with', () => {
  const comments = [aComment(FIRST), aComment(SECOND, { revision: 'anotheranoth' })];
  const resolves = { '2026-03-01': [FIRST, SECOND] };

  test.each<[string, Situation['votes'], boolean]>([
    ['no vote since', {}, false],
    ['nine votes, all unhelpful', { '2026-03-02': [0, 9] }, false],
    ['ten votes that prove that it helps too few', { '2026-03-02': [0, 4], '2026-03-05': [2, 4] }, true],
    ['ten votes that only make it likely', { '2026-03-02': [0, 4], '2026-03-05': [3, 3] }, false],
    ['many votes that it recovered', { '2026-03-02': [80, 20] }, false],
    ['unhelpful votes before', { '2026-02-28': [0, 50] }, false],
    ['unhelpful votes on the day itself', { '2026-03-01': [0, 50] }, false],
    ['unhelpful votes before, helpful ones since', { '2026-02-28': [0, 50], '2026-03-02': [9, 3] }, false],
  ])('with %s', (_, votes, isBack) => {
    expect(open({ comments, resolves, votes })).toEqual(isBack ? [FIRST, SECOND] : []);
  });

  test('comes back by the share that the site wants', () => {
    const votes: Situation['votes'] = { '2026-03-02': [2, 8] };
    expect(open({ comments, resolves, votes, helpfulShare: 0.5 })).toEqual([]);
    expect(open({ comments, resolves, votes, helpfulShare: 0.52 })).toEqual([FIRST, SECOND]);
  });

  test('is given time again when a later commit names it', () => {
    const votes: Situation['votes'] = { '2026-03-02': [0, 20] };
    expect(open({ comments, resolves, votes })).toEqual([FIRST, SECOND]);
    expect(open({ comments, resolves: { ...resolves, '2026-03-03': [FIRST] }, votes })).toEqual([SECOND]);
    expect(open({ comments, resolves: { '2026-03-03': [FIRST], ...resolves }, votes })).toEqual([SECOND]);
  });
});

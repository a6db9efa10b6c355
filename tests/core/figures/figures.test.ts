import { expect, test } from 'vitest';
import type { Submission } from '../../../src/core/feedback.ts';
import type { Figures } from '../../../src/core/figures/figures.ts';
import { ReportTally } from '../../../src/core/figures/report-tally.ts';
import { scoreInterval } from '../../../src/core/statistics/net-promoter-score.ts';
import { newcombe } from '../../../src/core/statistics/newcombe.ts';
import { oneSidedWilson, wilson } from '../../../src/core/statistics/wilson.ts';
import { sheet, signal, site, survey, times, uuid, vote } from './submissions.ts';

const period = { from: '2026-03-02', to: '2026-03-29' };

function figuresOf(...submissions: Submission[]): Figures {
  const tally = new ReportTally({ period, survey, ...site });
  for (const submission of submissions) tally.add(submission);
  return tally.figures();
}

const share = (count: number, of: number) => ({ count, of, share: count / of, ...wilson(count, of) });

test('an empty store gives a whole report of nothing', () => {
  const notAsked = (level: string) => ({ level, verdict: 'not-asked' });
  expect(figuresOf()).toEqual({
    period,
    before: { from: '2026-02-02', to: '2026-03-01' },
    votes: { total: 0, reasons: [], comments: { total: 0, newest: [] } },
    articles: [],
    moved: { gained: [], lost: [] },
    categories: [],
    groups: [],
    searches: { total: 0, asked: [], unanswered: [], passedOver: [], rare: 0 },
    contacts: { contacts: 0, instead: 0, solved: 0, articles: [] },
    survey: {
      sheets: 0,
      trends: { levels: [] },
      texts: { total: 0, newest: [], words: [] },
      pyramid: {
        levels: [
          { level: 'accuracy', verdict: 'too-few' },
          { level: 'availability', verdict: 'too-few' },
          notAsked('partnership'),
          notAsked('expertise'),
        ],
      },
      questions: [
        { id: 'right', kind: 'scale', level: 'accuracy' },
        { id: 'complete', kind: 'scale', level: 'accuracy' },
        { id: 'there', kind: 'scale', level: 'availability' },
        { id: 'satisfaction', kind: 'csat' },
        { id: 'recommend', kind: 'nps' },
        { id: 'experience', kind: 'one-of' },
        { id: 'devices', kind: 'several-of' },
        { id: 'wish', kind: 'text', answers: 0, texts: { total: 0, newest: [] } },
      ],
    },
    locales: [],
    aside: [],
  });
});

test('without a survey there is nothing to say about one', () => {
  const tally = new ReportTally({ period, ...site });
  tally.add(sheet('2026-03-02', { right: 5 }));
  expect(tally.figures().survey).toBeUndefined();
});

test('votes of the period are counted by week, and a week without votes has no point', () => {
  const { votes } = figuresOf(
    vote('2026-03-01', false), // the day before
    ...times(4, () => vote('2026-03-02', true)), // Monday
    ...times(2, () => vote('2026-03-08', false)), // Sunday of the same week
    ...times(5, () => vote('2026-03-29', true)),
    vote('2026-03-30', false), // the day after
  );
  expect(votes).toEqual({
    total: 11,
    helpful: share(9, 11),
    trend: {
      from: '2026-03-02',
      steps: 4,
      weeksAStep: 1,
      points: [
        { step: 0, of: 6, share: 4 / 6, ...wilson(4, 6) },
        { step: 3, of: 5, share: 1, ...wilson(5, 5) },
      ],
    },
    reasons: [],
    comments: { total: 0, newest: [] },
  });
});

test('reasons stand in the order of their number, and comments newest first', () => {
  const { votes } = figuresOf(
    ...times(2, () => vote('2026-03-03', false, { reason: 'wrong' })),
    ...times(3, () => vote('2026-03-03', false, { reason: 'outdated' })),
    vote('2026-03-04', true, { comment: 'Thanks!', reason: 'unclear' }),
    vote('2026-03-05', false, { comment: 'Step 3 is missing.', reason: 'incomplete', locale: 'de' }),
  );
  expect(votes.withReason).toBe(6);
  expect(votes.reasons.map(({ reason, count }) => [reason, count])).toEqual([
    ['outdated', 3],
    ['wrong', 2],
    ['incomplete', 1],
    ['unclear', 0], // the reader who changed to "yes" takes no reason along
    ['not-what-i-looked-for', 0],
    ['other', 0],
  ]);
  expect(votes.comments).toEqual({
    total: 2,
    newest: [
      {
        text: 'Step 3 is missing.',
        day: '2026-03-05',
        article: 'billing/refund',
        locale: 'de',
        helpful: false,
        reason: 'incomplete',
      },
      { text: 'Thanks!', day: '2026-03-04', article: 'billing/refund', locale: 'en', helpful: true },
    ],
  });
});

test('each article says how it fared before and after each edit, the least helpful article first', () => {
  const before = { revision: '111111111111' };
  const after = { revision: '222222222222' };
  const { articles } = figuresOf(
    ...times(4, () => vote('2026-03-10', true, before)),
    ...times(16, () => vote('2026-03-12', false, { ...before, reason: 'unclear' })),
    ...times(27, () => vote('2026-03-20', true, after)),
    ...times(3, () => vote('2026-03-21', false, after)),
    ...times(5, () => vote('2026-03-10', false, { article: 'billing/fees' })),
    ...times(5, () => vote('2026-03-10', true, { article: 'billing/fees', locale: 'de' })),
    vote('2026-03-10', true, { article: 'billing/prices', locale: 'de' }),
    signal('2026-03-10', { kind: 'view', article: 'billing/fees', revision: '111111111111' }),
  );
  expect(articles).toEqual([
    {
      article: 'billing/fees',
      locale: 'en',
      views: 1,
      votes: 5,
      helpful: share(0, 5),
      reasons: {},
      revisions: [
        { revision: '111111111111', from: '2026-03-10', to: '2026-03-10', votes: 5, helpful: share(0, 5) },
      ],
    },
    {
      article: 'billing/refund',
      locale: 'en',
      views: 0,
      votes: 50,
      helpful: share(31, 50),
      reasons: { unclear: 16 },
      revisions: [
        { revision: '111111111111', from: '2026-03-10', to: '2026-03-12', votes: 20, helpful: share(4, 20) },
        {
          revision: '222222222222',
          from: '2026-03-20',
          to: '2026-03-21',
          votes: 30,
          helpful: share(27, 30),
          effect: {
            difference: 27 / 30 - 4 / 20,
            ...newcombe({ successes: 27, trials: 30 }, { successes: 4, trials: 20 }),
            verdict: 'helped',
          },
        },
      ],
    },
    // With the six votes of a language, five of them would tell how the sixth one voted.
    {
      article: 'billing/fees',
      locale: 'de',
      views: 0,
      votes: 5,
      reasons: {},
      revisions: [{ revision: '111111111111', from: '2026-03-10', to: '2026-03-10', votes: 5 }],
    },
    {
      article: 'billing/prices',
      locale: 'de',
      views: 0,
      votes: 1,
      reasons: {},
      revisions: [{ revision: '111111111111', from: '2026-03-10', to: '2026-03-10', votes: 1 }],
    },
  ]);
});

test.each([
  [10, 10, 'too-few-votes'],
  [10, 0, 'hurt'],
] as const)('an edit after which %i of 10 and then %i of 10 were helped: %s', (before, after, verdict) => {
  const votes = (helpful: number, day: string, revision: string) =>
    times(10, () => undefined).map((_, index) => vote(day, index < helpful, { revision }));
  const { articles } = figuresOf(
    ...votes(before, '2026-03-03', 'aaaaaaaaaaaa'),
    ...votes(after, '2026-03-04', 'bbbbbbbbbbbb'),
  );
  expect(articles[0]?.revisions[1]?.effect?.verdict).toBe(verdict);
});

test('searches without a result and searches whose results were passed over are told apart', () => {
  const search = (query: string, results: number, id = uuid()) =>
    signal('2026-03-05', { id, kind: 'search', query, results });
  const open = (id: string) =>
    signal('2026-03-31', { kind: 'open', search: id, article: 'billing/refund', position: 1 });
  const [taken, twice, early] = [uuid(), uuid(), uuid()];
  const { searches } = figuresOf(
    open(early),
    ...times(3, () => search('Refund  Money', 4)),
    search('refund money', 4, taken),
    search('REFUND MONEY', 4, twice),
    search('refund money', 4, early),
    ...times(5, () => search('invoice by fax', 0)),
    search('something very personal', 0),
    open(taken),
    open(twice),
    open(twice),
    signal('2026-03-30', { kind: 'search', query: 'too late', results: 0 }),
  );
  const refund = { query: 'refund money', locale: 'en', searches: 6, withoutResult: 0, ignored: 3 };
  const fax = { query: 'invoice by fax', locale: 'en', searches: 5, withoutResult: 5, ignored: 0 };
  expect(searches).toEqual({
    total: 12,
    withoutResult: share(6, 12),
    ignored: share(3, 12),
    asked: [refund, fax],
    unanswered: [fax],
    passedOver: [refund],
    rare: 1,
  });
});

test('ways to a person are counted by article, and how many an article spared', () => {
  const { contacts } = figuresOf(
    ...times(4, () => signal('2026-03-05', { kind: 'contact', article: 'billing/refund' })),
    ...times(4, () => signal('2026-03-05', { kind: 'contact' })),
    ...times(2, () => signal('2026-03-05', { kind: 'solved', article: 'billing/fees' })),
    ...times(3, () => signal('2026-03-05', { kind: 'instead', article: 'billing/fees' })),
    signal('2026-03-05', { kind: 'contact', article: 'billing/fees' }),
  );
  expect(contacts).toEqual({
    contacts: 9,
    instead: 3,
    insteadShare: share(3, 9),
    solved: 2,
    solvedShare: share(2, 9),
    articles: [
      { article: 'billing/refund', locale: 'en', contacts: 4, solved: 0 },
      { article: 'billing/fees', locale: 'en', contacts: 1, solved: 2 },
    ],
  });
});

test('more articles taken, or solutions, than contacts, as when signals were lost, give no share', () => {
  const signals = (count: number, kind: string) =>
    times(count, () => signal('2026-03-05', { kind, article: 'a' }));
  const { contacts } = figuresOf(...signals(6, 'contact'), ...signals(7, 'instead'), ...signals(9, 'solved'));
  expect(contacts).toEqual({
    contacts: 6,
    instead: 7,
    solved: 9,
    articles: [{ article: 'a', locale: 'en', contacts: 6, solved: 9 }],
  });
});

test('what readers of each language did stands side by side', () => {
  const { locales } = figuresOf(
    ...times(6, () => vote('2026-03-03', true)),
    ...times(5, () => vote('2026-03-03', false, { locale: 'de' })),
    signal('2026-03-03', { kind: 'search', query: 'preis', results: 1, locale: 'de' }),
    signal('2026-03-03', { kind: 'contact', locale: 'de' }),
  );
  expect(locales).toEqual([
    { locale: 'en', views: 0, votes: 6, helpful: share(6, 6), searches: 0, contacts: 0 },
    { locale: 'de', views: 0, votes: 5, helpful: share(0, 5), searches: 1, contacts: 1 },
  ]);
});

test('each question shows how its answers are spread, each level what its readers think', () => {
  const { survey: figures } = figuresOf(
    ...times(24, () =>
      sheet('2026-03-03', {
        right: 5,
        complete: 4,
        there: 1,
        satisfaction: 4,
        recommend: 10,
        devices: ['phone', 'desk'],
      }),
    ),
    ...times(8, () =>
      sheet('2026-03-04', {
        right: 5,
        complete: 1,
        there: 2,
        satisfaction: 2,
        recommend: 7,
        experience: 'expert',
      }),
    ),
    sheet('2026-03-05', { right: 6, recommend: -1, devices: ['phone', 'phone'], wish: '  ', gone: 3 }), // nothing fits
    sheet('2026-03-06', { wish: 'Shorter sentences.' }, { locale: 'de' }),
  );
  expect(figures?.sheets).toBe(34);
  const spread = (...counts: number[]) => {
    const of = counts.reduce((sum, count) => sum + count, 0);
    return counts.map((count, index) => ({ value: index + 1, count, share: count / of }));
  };
  const named = (of: number, counts: Record<string, number>) =>
    Object.entries(counts).map(([value, count]) => ({ value, count, share: count / of }));
  const recommendations = { promoters: 24, passives: 8, detractors: 0 };
  expect(figures?.questions).toEqual([
    {
      id: 'right',
      kind: 'scale',
      level: 'accuracy',
      answers: 32,
      choices: spread(0, 0, 0, 0, 32),
      good: share(32, 32),
    },
    {
      id: 'complete',
      kind: 'scale',
      level: 'accuracy',
      answers: 32,
      choices: spread(8, 0, 0, 24, 0),
      good: share(24, 32),
    },
    {
      id: 'there',
      kind: 'scale',
      level: 'availability',
      answers: 32,
      choices: spread(24, 8, 0, 0, 0),
      good: share(0, 32),
    },
    { id: 'satisfaction', kind: 'csat', answers: 32, choices: spread(0, 8, 0, 24, 0), good: share(24, 32) },
    {
      id: 'recommend',
      kind: 'nps',
      answers: 32,
      choices: [0, 0, 0, 0, 0, 0, 0, 8, 0, 0, 24].map((count, value) => ({
        value,
        count,
        share: count / 32,
      })),
      score: { ...recommendations, of: 32, score: 75, ...scoreInterval(recommendations) },
    },
    {
      id: 'experience',
      kind: 'one-of',
      answers: 8,
      choices: named(8, { beginner: 0, experienced: 0, expert: 8 }),
    },
    { id: 'devices', kind: 'several-of', answers: 24, choices: named(24, { phone: 24, desk: 24 }) },
    {
      id: 'wish',
      kind: 'text',
      answers: 1,
      texts: { total: 1, newest: [{ text: 'Shorter sentences.', day: '2026-03-06', locale: 'de' }] },
    },
  ]);
  expect(figures?.pyramid).toEqual({
    levels: [
      {
        level: 'accuracy',
        verdict: 'holds',
        share: { readers: 32, share: 28 / 32, ...oneSidedWilson(28, 32) },
      },
      {
        level: 'availability',
        verdict: 'first-broken',
        share: { readers: 32, share: 0, ...oneSidedWilson(0, 32) },
      },
      { level: 'partnership', verdict: 'not-asked' },
      { level: 'expertise', verdict: 'not-asked' },
    ],
    isPyramid: true,
    scale: {
      readers: 32,
      reproducibility: 1,
      minimum: 56 / 64,
      scalability: 1,
      homogeneity: 1,
      isScale: true,
    },
  });
});

test('levels that do not rest on each other are judged side by side', () => {
  const { survey: figures } = figuresOf(
    ...times(60, () => sheet('2026-03-03', { right: 1, there: 5 })),
    ...times(20, () => sheet('2026-03-03', { right: 5, there: 1 })),
  );
  expect(figures?.pyramid.isPyramid).toBe(false);
  expect(figures?.pyramid.levels.map(({ verdict }) => verdict)).toEqual([
    'below',
    'undecided',
    'not-asked',
    'not-asked',
  ]);
});

test('fewer than 30 whole sheets say nothing about a pyramid', () => {
  const { survey: figures } = figuresOf(...times(29, () => sheet('2026-03-03', { right: 1, there: 5 })));
  expect(figures?.pyramid.isPyramid).toBeUndefined();
  expect(figures?.pyramid.levels[0]?.verdict).toBe('first-broken');
});

test('sheets are grouped by language, experience and source, and unknown is a group', () => {
  const happy = { satisfaction: 5, recommend: 9 };
  const { groups } = figuresOf(
    ...times(6, () =>
      sheet('2026-03-03', { ...happy, experience: 'expert' }, { level: 'beginner', source: 'mail' }),
    ),
    ...times(5, () => sheet('2026-03-03', { satisfaction: 1 }, { level: 'beginner', locale: 'de' })),
  );
  const score = { promoters: 6, passives: 0, detractors: 0, of: 6, score: 100 };
  const satisfied = { sheets: 6, satisfied: share(6, 6), score };
  const dissatisfied = { sheets: 5, satisfied: share(0, 5) };
  expect(
    groups?.map(({ by, key, locale, survey: { pyramid, questions, ...answers } = { sheets: 0 } }) => ({
      by,
      key,
      locale,
      answers,
    })),
  ).toEqual([
    { by: 'locale', key: 'en', answers: satisfied },
    { by: 'locale', key: 'de', answers: dissatisfied },
    { by: 'category', key: '', locale: 'en', answers: satisfied },
    { by: 'category', key: '', locale: 'de', answers: dissatisfied },
    { by: 'level', key: 'expert', answers: satisfied },
    { by: 'level', key: 'beginner', answers: dissatisfied },
    { by: 'source', key: 'mail', answers: satisfied },
    { by: 'source', key: '', answers: dissatisfied },
  ]);
});

import { expect, test } from 'vitest';
import type { Submission } from '../../../src/core/feedback.ts';
import type { Figures } from '../../../src/core/figures/figures.ts';
import { ReportTally } from '../../../src/core/figures/report-tally.ts';
import { scoreDifferenceInterval } from '../../../src/core/statistics/net-promoter-score.ts';
import { newcombe } from '../../../src/core/statistics/newcombe.ts';
import { sheet, signal, site, survey, times, vote } from './submissions.ts';

const period = { from: '2026-03-01', to: '2026-03-31' };
const NOW = '2026-03-10';
const BEFORE = '2026-02-10';

function figuresOf(...submissions: Submission[]): Figures {
  const tally = new ReportTally({ period, survey, ...site });
  for (const submission of submissions) tally.add(submission);
  return tally.figures();
}

/** Votes on an article: so many of so many say "yes". */
function votes(day: string, article: string, helpful: number, of: number, more = {}): Submission[] {
  return times(of, () => 0).map((_, index) => vote(day, index < helpful, { article, ...more }));
}

function share(helpful: number, of: number) {
  return expect.objectContaining({ count: helpful, of });
}

test('a share changes against the period before, with the interval of the difference', () => {
  const { votes: all, articles } = figuresOf(
    ...votes(BEFORE, 'a/one', 30, 60),
    ...votes(NOW, 'a/one', 54, 60),
  );
  const interval = newcombe({ successes: 54, trials: 60 }, { successes: 30, trials: 60 });
  const change = { before: share(30, 60), difference: 54 / 60 - 30 / 60, ...interval, verdict: 'better' };
  expect(all.change).toEqual(change);
  expect(articles[0]?.change).toEqual(change);
});

test('what too few said before has not changed', () => {
  const { votes: all } = figuresOf(...votes(BEFORE, 'a/one', 2, 4), ...votes(NOW, 'a/one', 54, 60));
  expect(all.helpful).toEqual(share(54, 60));
  expect(all.change).toBeUndefined();
});

test('the articles that moved stand with the surest first, and those that may not have moved are left out', () => {
  const { moved } = figuresOf(
    ...votes(BEFORE, 'a/risen', 10, 40),
    ...votes(NOW, 'a/risen', 36, 40),
    ...votes(BEFORE, 'a/soared', 1, 40),
    ...votes(NOW, 'a/soared', 40, 40),
    ...votes(BEFORE, 'b/fallen', 36, 40),
    ...votes(NOW, 'b/fallen', 10, 40),
    ...votes(BEFORE, 'b/slipped', 30, 40),
    ...votes(NOW, 'b/slipped', 29, 40),
  );
  expect(moved?.gained.map(({ article }) => article)).toEqual(['a/soared', 'a/risen']);
  expect(moved?.lost.map(({ article }) => article)).toEqual(['b/fallen']);
});

test('what stands out by itself is open where it is one of many that are compared', () => {
  const risen = [...votes(BEFORE, 'a/risen', 20, 40), ...votes(NOW, 'a/risen', 30, 40)];
  const steady = times(20, () => 0).flatMap((_, place) => [
    ...votes(BEFORE, `c${place}/steady`, 20, 40),
    ...votes(NOW, `c${place}/steady`, 20, 40),
  ]);
  const changes = ({ articles, categories }: Figures) => ({
    article: articles.find(({ article }) => article === 'a/risen')?.change,
    category: categories.find(({ category }) => category === 'a')?.change,
  });
  const alone = changes(figuresOf(...risen));
  expect(alone).toMatchObject({ article: { verdict: 'better' }, category: { verdict: 'better' } });
  expect(changes(figuresOf(...risen, ...steady))).toEqual({
    article: { ...alone.article, verdict: 'open' },
    category: { ...alone.category, verdict: 'open' },
  });
});

test('satisfaction, recommendation and levels change, for everybody and for each group', () => {
  const { survey: all, groups } = figuresOf(
    ...times(40, () => sheet(BEFORE, { right: 2, satisfaction: 2, recommend: 3 })),
    ...times(60, () => sheet(NOW, { right: 5, complete: 5, satisfaction: 5, recommend: 9 })),
  );
  const [before, after] = [
    { promoters: 0, passives: 0, detractors: 40 },
    { promoters: 60, passives: 0, detractors: 0 },
  ];
  const satisfied = {
    before: share(0, 40),
    difference: 1,
    ...newcombe({ successes: 60, trials: 60 }, { successes: 0, trials: 40 }),
    verdict: 'better',
  };
  const score = {
    before: expect.objectContaining({ score: -100, of: 40 }),
    difference: 200,
    ...scoreDifferenceInterval(after, before),
    verdict: 'better',
  };
  const level = { ...satisfied, before: expect.objectContaining({ share: 0, readers: 40 }) };
  expect(all?.questions.find(({ id }) => id === 'satisfaction')?.goodChange).toEqual(satisfied);
  expect(all?.questions.find(({ id }) => id === 'recommend')?.scoreChange).toEqual(score);
  expect(all?.pyramid.levels[0]?.change).toEqual(level);
  expect(all?.pyramid.levels[1]?.change).toBeUndefined();
  const english = groups?.find(({ by, key }) => by === 'locale' && key === 'en')?.survey;
  expect([english?.satisfiedChange, english?.scoreChange]).toEqual([satisfied, score]);
  expect(english?.pyramid?.levels[0]?.change).toEqual(level);
});

test('a score without an interval in one of the periods has no change', () => {
  const { survey: all } = figuresOf(
    ...times(29, () => sheet(BEFORE, { recommend: 3 })),
    ...times(60, () => sheet(NOW, { recommend: 9 })),
  );
  const { score, scoreChange } = all?.questions.find(({ id }) => id === 'recommend') ?? {};
  expect([score?.of, scoreChange]).toEqual([60, undefined]);
});

test('a sheet counts in a group of each kind, and articles say no more than how satisfied their readers are', () => {
  const from = { article: 'billing/refund', level: 'expert' as const, source: 'mail' };
  const { groups } = figuresOf(
    ...times(8, () => sheet(NOW, { right: 5, satisfaction: 5 }, from)),
    ...times(6, () => vote(NOW, true, { level: 'expert' })),
  );
  const shown = groups?.map(({ by, key, locale, votes: own, survey: said }) => [
    by,
    key,
    locale,
    own?.helpful?.of,
    said?.sheets,
    said?.satisfied?.of,
    said?.questions?.filter(({ answers }) => answers !== undefined).map(({ id }) => id),
    said?.pyramid?.levels.map(({ share: own }) => own?.readers),
  ]);
  const whole = [8, 8, ['right', 'satisfaction'], [8, undefined, undefined, undefined]];
  expect(shown).toEqual([
    ['locale', 'en', undefined, 6, ...whole],
    ['category', 'billing', 'en', 6, ...whole],
    ['article', 'billing/refund', 'en', 6, 8, 8, undefined, undefined],
    ['level', 'expert', undefined, 6, ...whole],
    ['source', 'mail', undefined, undefined, ...whole],
  ]);
});

test('trends stand in steps in which at least five people answered, weeks where these are enough', () => {
  const { survey: all, categories } = figuresOf(
    ...times(5, () => sheet('2026-03-02', { right: 5, satisfaction: 5, recommend: 10 })),
    ...times(5, () => sheet('2026-03-09', { right: 1, satisfaction: 1 })),
    ...times(3, () => sheet('2026-03-16', { satisfaction: 5, recommend: 10 })),
    ...times(2, () => sheet('2026-03-23', { satisfaction: 1, recommend: 0 })),
    ...votes('2026-03-02', 'a/one', 9, 9),
    ...votes('2026-03-16', 'a/one', 0, 9),
  );
  const { satisfied, score, levels } = all?.trends ?? {};
  // Three and two in the last weeks: two weeks together.
  expect([satisfied?.from, satisfied?.weeksAStep]).toEqual(['2026-03-02', 2]);
  expect(satisfied?.points.map(({ step, of, share: own }) => [step, of, own])).toEqual([
    [0, 10, 0.5],
    [1, 5, 0.6],
  ]);
  expect(score?.points.map(({ step, of, score: own }) => [step, of, own])).toEqual([
    [0, 5, 100],
    [1, 5, 20],
  ]);
  expect(levels?.map(({ level, trend }) => [level, trend.points.map(({ share: own }) => own)])).toEqual([
    ['accuracy', [1, 0]],
  ]);
  const [{ category, trend } = { category: '' }] = categories ?? [];
  expect([category, trend?.points.map(({ step, of, share: own }) => [step, of, own])]).toEqual([
    'a',
    [
      [0, 9, 1],
      [2, 9, 0],
    ],
  ]);
});

test('a category that would give the votes on another away has no trend', () => {
  const { categories, votes: all } = figuresOf(
    ...['2026-03-02', '2026-03-09'].flatMap((day) => [
      ...votes(day, 'a/one', 30, 40),
      ...votes(day, 'b/one', 10, 20),
      ...votes(day, 'c/one', 1, 3),
    ]),
  );
  expect(all.trend?.points.map(({ of }) => of)).toEqual([63, 63]);
  expect(categories?.map(({ category, trend }) => [category, trend !== undefined])).toEqual([
    ['a', true],
    ['b', false],
    ['c', false],
  ]);
});

test('articles that readers took instead of a person count as often as they were taken', () => {
  const { contacts } = figuresOf(
    ...times(9, () => signal(NOW, { kind: 'contact' })),
    ...times(4, () => signal(NOW, { kind: 'instead', article: 'a/one' })),
  );
  expect([contacts.instead, contacts.insteadShare]).toEqual([4, share(4, 9)]);
});

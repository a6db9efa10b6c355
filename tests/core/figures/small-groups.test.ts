import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GroupFigures, Grouping } from '../../../src/core/figures/group-figures.ts';
import { ReportTally } from '../../../src/core/figures/report-tally.ts';
import { SMALLEST_GROUP, visibleParts } from '../../../src/core/figures/small-groups.ts';
import { sheet, site, survey, times, vote } from './submissions.ts';

const period = { from: '2026-03-01', to: '2026-03-31' };

function figuresOf(...submissions: ReturnType<typeof vote>[]) {
  const tally = new ReportTally({ period, survey, ...site });
  for (const submission of submissions) tally.add(submission);
  return tally.figures();
}

function groupsBy(grouping: Grouping, groups: readonly GroupFigures[] = []) {
  return groups.flatMap(({ by, key, survey: answers }) =>
    by === grouping && answers ? [[key, answers.sheets]] : [],
  );
}

describe('parts of a whole', () => {
  test('stay hidden where they are small, and so does the one that would give a small one away', () => {
    expect(visibleParts([40, 3, 12])).toEqual([true, false, false]);
    expect(visibleParts([40, 3, 2, 12])).toEqual([true, false, false, true]);
    expect(visibleParts([40, 12])).toEqual([true, true]);
    expect(visibleParts([4])).toEqual([false]);
    expect(visibleParts([40, 0])).toEqual([true, false]);
  });

  test('never let a subtraction from the whole reveal fewer than five people', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 8 }), (sizes) => {
        const visible = visibleParts(sizes);
        const hidden = sizes.filter((_, part) => !visible[part]);
        const rest = hidden.reduce((sum, size) => sum + size, 0);
        const anyVisible = visible.some(Boolean);
        expect(sizes.every((size, part) => !visible[part] || size >= SMALLEST_GROUP)).toBe(true);
        // Where nothing is visible there is nothing to subtract.
        if (anyVisible) expect(rest === 0 || rest >= SMALLEST_GROUP).toBe(true);
      }),
    );
  });
});

describe('a group under five', () => {
  const answers = {
    right: 1,
    there: 1,
    satisfaction: 1,
    recommend: 0,
    experience: 'expert',
    devices: ['phone'],
  };
  const four = times(4, () => sheet('2026-03-03', answers, { source: 'mail' }));
  const five = [...four, sheet('2026-03-03', answers, { source: 'mail' })];

  test('shows no figure in the survey, and one more answer shows it', () => {
    expect(figuresOf(...four).survey).toEqual({
      sheets: 4,
      trends: { levels: [] },
      texts: { total: 0, newest: [], words: [] },
      pyramid: {
        levels: [
          { level: 'accuracy', verdict: 'too-few' },
          { level: 'availability', verdict: 'too-few' },
          { level: 'partnership', verdict: 'not-asked' },
          { level: 'expertise', verdict: 'not-asked' },
        ],
      },
      questions: survey.questions.map(({ id, kind, level }) =>
        kind === 'text'
          ? { id, kind, answers: 0, texts: { total: 0, newest: [] } }
          : { id, kind, ...(level && { level }) },
      ),
    });
    const { survey: shown, groups } = figuresOf(...five);
    expect(shown?.questions.map(({ answers: count }) => count)).toEqual([5, undefined, 5, 5, 5, 5, 5, 0]);
    expect(groupsBy('source', groups)).toEqual([['mail', 5]]);
  });

  test('shows no share of votes, in no trend, article, wording or language', () => {
    const { votes, articles, locales } = figuresOf(
      ...times(4, () => vote('2026-03-03', false, { reason: 'wrong' })),
    );
    expect(votes).toMatchObject({ total: 4, reasons: [], helpful: undefined });
    expect(votes.withReason).toBeUndefined();
    expect(votes.trend).toBeUndefined();
    expect(articles[0]).toMatchObject({ helpful: undefined, reasons: {} });
    expect(articles[0]?.revisions[0]?.helpful).toBeUndefined();
    expect(locales[0]?.helpful).toBeUndefined();
  });

  test('hides the next question of its level, which the level would give it away by', () => {
    const { survey: figures } = figuresOf(
      ...times(7, () => sheet('2026-03-03', { right: 5 })),
      ...times(2, () => sheet('2026-03-03', { complete: 1 })),
      ...times(7, () => sheet('2026-03-03', { there: 5 })),
    );
    expect(figures?.questions.slice(0, 3).map(({ answers: count }) => count)).toEqual([
      undefined,
      undefined,
      7,
    ]);
  });

  test('hides the smallest other language, by which a subtraction would reveal it', () => {
    const { groups } = figuresOf(
      ...times(20, () => sheet('2026-03-03', answers)),
      ...times(9, () => sheet('2026-03-03', answers, { locale: 'de' })),
      ...times(2, () => sheet('2026-03-03', answers, { locale: 'fr' })),
    );
    expect(groupsBy('locale', groups)).toEqual([['en', 20]]);
  });

  test('counts each figure of a language by itself: who left out a question may be few', () => {
    const { groups } = figuresOf(
      ...times(20, () => sheet('2026-03-03', { satisfaction: 5, recommend: 9 })),
      ...times(6, () => sheet('2026-03-03', { satisfaction: 5 }, { locale: 'de' })),
      ...times(3, () => sheet('2026-03-03', { recommend: 0 }, { locale: 'de' })),
    );
    // Three Germans may not be read off the difference between all scores and the English ones.
    const locales = groups?.filter(({ by }) => by === 'locale');
    expect(
      locales?.map(({ key, survey: answers }) => [key, answers?.satisfied?.of, answers?.score?.of]),
    ).toEqual([
      ['en', 20, undefined],
      ['de', 6, undefined],
    ]);
  });
});

test('a Net Promoter Score gets its interval from 30 answers on', () => {
  const scoreOf = (count: number) => {
    const { survey: figures } = figuresOf(...times(count, () => sheet('2026-03-03', { recommend: 9 })));
    return figures?.questions.find(({ kind }) => kind === 'nps')?.score;
  };
  expect(scoreOf(29)).toEqual({ promoters: 29, passives: 0, detractors: 0, of: 29, score: 100 });
  expect(scoreOf(30)?.low).toBeGreaterThan(0);
});

import { EXPECTATION_LEVELS } from '../../src/core/expectation-level.ts';
import type { ArticleFigures } from '../../src/core/figures/article-figures.ts';
import type { About, SurveyText } from '../../src/core/figures/free-texts.ts';
import type { GroupFigures } from '../../src/core/figures/group-figures.ts';
import type { LevelFigures } from '../../src/core/figures/level-figures.ts';
import type { QuestionFigures } from '../../src/core/figures/question-figures.ts';
import { type ScoreChange, type ScoreFigure, scoreOf } from '../../src/core/figures/score-figure.ts';
import { type Share, type ShareChange, shareOf } from '../../src/core/figures/share.ts';
import type { SurveyFigures } from '../../src/core/figures/survey-figures.ts';
import type { ScorePoint, SharePoint, Trend } from '../../src/core/figures/trend.ts';
import { newcombe } from '../../src/core/statistics/newcombe.ts';
import { wilson } from '../../src/core/statistics/wilson.ts';
import { surveySchema } from '../../src/core/survey/survey.ts';
import type { ReportInput } from '../../src/reports/report.ts';
import { aReport, plenty } from './a-report.ts';

/** What readers wrote, and what a stranger called the link to the survey. */
export interface Typed {
  text: string;
  source: string;
  word: string;
}

const TYPED: Typed = { text: 'The refund took three weeks.', source: 'newsletter', word: 'refund' };

/** A report in which every figure is there: groups, changes, trends, texts and earlier wordings. */
export function aFullReport(locale = 'en', typed: Typed = TYPED, groups = 3): ReportInput {
  const input = aReport(plenty(), locale);
  const { figures } = input;
  const vote = { total: 240, helpful: share(180, 240), change: moved([180, 240], [140, 230]) };
  return {
    ...input,
    survey: SURVEY,
    categories: [{ id: 'billing', locale: 'en', title: 'Billing' }],
    figures: {
      ...figures,
      before: { from: '2026-01-29', to: '2026-02-28' },
      votes: { ...figures.votes, ...vote, trend: trendOf([60, 70, 66, 81, 90]) },
      survey: surveyFigures(typed),
      articles: [...figures.articles, GAINED, LOST],
      moved: { gained: [GAINED], lost: [LOST] },
      categories: [
        {
          category: 'billing',
          locale: 'en',
          votes: 240,
          helpful: share(180, 240),
          change: moved([180, 240], [140, 230]),
          trend: trendOf([60, 70, 66, 81, 90]),
        },
        {
          category: 'setup',
          locale: 'de',
          votes: 40,
          helpful: share(20, 40),
          change: moved([20, 40], [21, 40]),
        },
      ],
      groups: [
        group('locale', 'en'),
        group('locale', 'de', -1),
        group('category', 'billing'),
        group('level', ''),
        group('source', typed.source),
        group('article', 'billing/refund'),
        ...Array.from({ length: Math.max(0, groups - 3) }, (_, index) => group('source', `letter-${index}`)),
      ],
      contacts: { ...figures.contacts, contacts: 120, instead: 45, insteadShare: share(45, 120), solved: 30 },
    },
  };
}

const LEVEL_TEXTS: Record<string, [title: string, description: string]> = {
  accuracy: ['Accuracy', 'Is what we tell you correct?'],
  availability: ['Availability', 'Do you get an answer when you need one?'],
  partnership: ['Partnership', 'Do we listen to you?'],
  expertise: ['Expertise', 'Do you learn something that takes you further?'],
};

const SURVEY = surveySchema.parse({
  title: { en: 'How are we doing?' },
  introduction: { en: 'Two minutes.' },
  thanks: { en: 'Thank you.' },
  levels: Object.fromEntries(
    EXPECTATION_LEVELS.map((level) => [
      level,
      { title: { en: LEVEL_TEXTS[level]?.[0] }, description: { en: LEVEL_TEXTS[level]?.[1] } },
    ]),
  ),
  questions: [
    ...EXPECTATION_LEVELS.flatMap((level) =>
      [1, 2, 3].map((place) => ({
        id: `${level}-${place}`,
        level,
        kind: 'scale',
        text: { en: `How well do we do on ${level}, asked in way ${place}?` },
        ends: { low: { en: 'not at all' }, high: { en: 'completely' } },
      })),
    ),
    {
      id: 'satisfied',
      kind: 'csat',
      text: { en: 'How satisfied are you with our help?' },
      ends: { low: { en: 'not at all' }, high: { en: 'completely' } },
    },
    {
      id: 'recommend',
      kind: 'nps',
      text: { en: 'Would you recommend us?' },
      ends: { low: { en: 'never' }, high: { en: 'surely' } },
    },
    { id: 'wish', kind: 'text', text: { en: 'What should we do better?' } },
  ],
});

function surveyFigures({ text, word }: Typed): SurveyFigures {
  const texts = (['partnership', 'accuracy', 'content', 'unknown'] as const).flatMap((about, index) => [
    textAbout(about, text, index),
    textAbout(about, `Nobody called me back about ${about}.`, index),
  ]);
  return {
    ...groupSurvey(1),
    trends: {
      satisfied: trendOf([70, 74, 72, 80, 84]),
      score: scoreTrend([10, 22, 18, 30, 41]),
      levels: EXPECTATION_LEVELS.map((level, index) => ({
        level,
        trend: trendOf([90, 88, 91, 89, 90].map((share) => share - 15 * index)),
      })),
    },
    texts: {
      total: 9,
      newest: texts,
      words: [{ word, locale: 'en', texts: 4, about: 'partnership' }],
    },
  };
}

/** @param sign Whether things got better (1) or worse (-1). */
function groupSurvey(sign: 1 | -1) {
  const good = moved([160, 200], [sign > 0 ? 120 : 190, 200]);
  const score = scoreOf({ promoters: 100, passives: 60, detractors: 40 }) as ScoreFigure;
  const scoreChange: ScoreChange = {
    before: scoreOf({ promoters: 90, passives: 60, detractors: 50 }) as ScoreFigure,
    difference: 10,
    low: -5,
    high: 25,
    verdict: 'open',
  };
  return {
    sheets: 200,
    pyramid: {
      isPyramid: true,
      scale: {
        readers: 190,
        reproducibility: 0.95,
        minimum: 0.8,
        scalability: 0.75,
        homogeneity: 0.72,
        isScale: true,
      },
      levels: EXPECTATION_LEVELS.map((level, index) => levelFigures(level, index)),
    },
    questions: SURVEY.questions.map((question): QuestionFigures => {
      const { id, kind, level } = question;
      const named = { id, kind, ...(level && { level }), answers: 200 };
      if (kind === 'nps') return { ...named, choices: choices(11), score, scoreChange };
      if (kind === 'text') return named;
      return {
        ...named,
        choices: choices(5),
        good: share(160, 200),
        goodChange: good,
        earlier: [
          {
            wording: 'a3c04e1b',
            locale: 'en',
            from: '2025-11-02',
            to: '2026-03-03',
            answers: 41,
            good: share(27, 41),
          },
        ],
      };
    }),
    satisfied: share(160, 200),
    satisfiedChange: good,
    score,
    scoreChange,
  };
}

function levelFigures(level: LevelFigures['level'], index: number): LevelFigures {
  const verdicts = ['holds', 'holds', 'first-broken', 'not-reached'] as const;
  const part = 0.9 - 0.15 * index;
  const shown = { readers: 200, share: part, low: part - 0.04, high: part + 0.04 };
  return {
    level,
    verdict: verdicts[index] ?? 'not-reached',
    share: shown,
    change: { before: shown, difference: 0.01, low: -0.03, high: 0.05, verdict: 'open' },
  };
}

function group(by: GroupFigures['by'], key: string, sign: 1 | -1 = 1): GroupFigures {
  const { pyramid, questions, ...figures } = groupSurvey(sign);
  const told = by === 'article' ? figures : { pyramid, questions, ...figures };
  return {
    by,
    key,
    ...((by === 'category' || by === 'article') && { locale: 'en' }),
    ...(by !== 'source' && { votes: { total: 80, helpful: share(60, 80) } }),
    survey: { ...told, sheets: 60 },
  };
}

const GAINED = article('billing/invoice', [90, 100], [60, 100]);
const LOST = article('billing/cancel', [40, 100], [70, 100]);

function article(id: string, now: [number, number], before: [number, number]): ArticleFigures {
  return {
    article: id,
    locale: 'en',
    views: 900,
    votes: now[1],
    helpful: share(...now),
    change: moved(now, before),
    reasons: {},
    revisions: [],
  };
}

function share(count: number, of: number): Share {
  return shareOf(count, of) as Share;
}

function moved(now: [number, number], before: [number, number]): ShareChange {
  const [one, other] = [share(...now), share(...before)];
  const { low, high } = newcombe(
    { successes: one.count, trials: one.of },
    { successes: other.count, trials: other.of },
  );
  const verdict = low > 0 ? 'better' : high < 0 ? 'worse' : 'open';
  return { before: other, difference: one.share - other.share, low, high, verdict };
}

/** Shares in per cent of fifty answers each, with a gap after the second step. */
function trendOf(shares: readonly number[]): Trend<SharePoint> {
  const points = shares.map((percent, index) => ({
    step: index < 2 ? index : index + 1,
    of: 50,
    share: percent / 100,
    ...wilson(Math.round(percent / 2), 50),
  }));
  return { from: '2026-03-02', steps: shares.length + 1, weeksAStep: 1, points };
}

function scoreTrend(scores: readonly number[]): Trend<ScorePoint> {
  const points = scores.map((score, step) => ({
    step,
    of: 40,
    score,
    ...(step > 0 && { low: score - 20, high: score + 20 }),
  }));
  return { from: '2026-03-02', steps: scores.length, weeksAStep: 2, points };
}

function choices(count: number) {
  return Array.from({ length: count }, (_, index) => ({
    value: count === 5 ? index + 1 : index,
    count: 10 * index,
    share: (2 * index) / (count * (count - 1)),
  }));
}

function textAbout(about: About, text: string, age: number): SurveyText {
  return { text, day: `2026-03-${20 - age}`, locale: 'en', question: 'wish', about };
}

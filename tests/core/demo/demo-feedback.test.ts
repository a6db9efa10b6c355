import { describe, expect, test } from 'vitest';
import { type DemoHelpCentre, demoFeedback } from '../../../src/core/demo/demo-feedback.ts';
import { EXPECTATION_LEVELS } from '../../../src/core/expectation-level.ts';
import {
  answersSchema,
  MAX_COMMENT,
  type Submission,
  signalSchema,
  voteSchema,
} from '../../../src/core/feedback.ts';
import { ReportTally } from '../../../src/core/figures/report-tally.ts';
import { questionsInOrder, surveySchema } from '../../../src/core/survey/survey.ts';
import { problemWith } from '../../../src/core/survey/survey-answer.ts';
import { askedQuestions } from '../../../src/core/survey/survey-condition.ts';
import { experienceIn } from '../../../src/core/survey/survey-experience.ts';
import { wordingOf } from '../../../src/core/survey/survey-wording.ts';
import { times } from '../figures/submissions.ts';

const PERIOD = { from: '2024-04-01', to: '2026-03-31' };
const texts = { en: 'text', de: 'Text' };
const ends = { low: texts, high: texts };
const scales = EXPECTATION_LEVELS.flatMap((level) =>
  times(2, () => level).map((name, place) => ({
    id: `${name}-${place}`,
    kind: 'scale',
    level: name,
    text: texts,
    ends,
    required: place === 0,
  })),
);
const survey = surveySchema.parse({
  title: texts,
  introduction: texts,
  thanks: texts,
  levels: Object.fromEntries(
    EXPECTATION_LEVELS.map((level) => [level, { title: texts, description: texts }]),
  ),
  questions: [
    ...scales,
    { id: 'satisfaction', kind: 'csat', text: texts, ends },
    {
      id: 'why',
      kind: 'one-of',
      text: texts,
      options: options('slow', 'rude'),
      shownIf: { question: 'satisfaction', is: [1, 2] },
    },
    { id: 'recommend', kind: 'nps', text: texts, ends },
    { id: 'experience', kind: 'one-of', text: texts, options: options('beginner', 'experienced', 'expert') },
    { id: 'devices', kind: 'several-of', text: texts, options: options('phone', 'desk') },
    { id: 'courses', kind: 'text', text: texts, shownIf: { level: ['expert'], category: ['billing'] } },
    { id: 'wish', kind: 'text', text: texts },
  ],
});

function options(...ids: string[]) {
  return ids.map((id) => ({ id, text: texts }));
}

/** Ten articles in two languages. */
const ARTICLES = ['en', 'de'].flatMap((locale) =>
  Array.from({ length: 10 }, (_, place) => ({
    id: `billing/article-${place}`,
    locale,
    category: place < 5 ? 'billing' : 'delivery',
    revision: `a0000000000${place}`,
  })),
);
const HELP_CENTRE: DemoHelpCentre = {
  articles: ARTICLES,
  survey,
  locales: ['en', 'de'],
  phrases: ARTICLES.map(({ id, locale }) => ({ locale, query: `how to ${id}`, article: id })),
};
const ALL = [...demoFeedback(HELP_CENTRE, PERIOD)];

describe('made-up feedback', () => {
  test('is the same for the same help centre, period and seed, and another for another', () => {
    const begin = (...given: Parameters<typeof demoFeedback>) =>
      demoFeedback(...given)
        .take(500)
        .toArray();
    expect(begin(HELP_CENTRE, PERIOD)).toEqual(ALL.slice(0, 500));
    expect(begin(HELP_CENTRE, PERIOD, 'another')).not.toEqual(ALL.slice(0, 500));
    expect(begin(HELP_CENTRE, { ...PERIOD, to: '2026-03-30' })).not.toEqual(ALL.slice(0, 500));
  });

  test('is what a collector would have taken, each within the period and under an id of its own', () => {
    const problems = ALL.flatMap((submission) => {
      const { type, received, ...rest } = submission;
      const day = received.toISOString().slice(0, 10);
      if (day < PERIOD.from || day > PERIOD.to) return [`${type} on ${day}`];
      const { reason, comment = '', changed, ...vote } = rest as Extract<Submission, { type: 'vote' }>;
      const schema = type === 'vote' ? voteSchema : type === 'answers' ? answersSchema : signalSchema;
      const { error } = schema.safeParse(type === 'vote' ? vote : rest);
      return error || comment.length > MAX_COMMENT ? [JSON.stringify(submission)] : [];
    });
    expect(problems).toEqual([]);
    expect(new Set(ALL.map(({ id }) => id)).size).toBe(ALL.length);
  });

  test('answers exactly the questions that its reader is asked, each as it may be answered and in its present wording', () => {
    const questions = questionsInOrder(survey);
    const categories = new Map(ARTICLES.map(({ id, category }) => [id, category]));
    const sheets = ALL.filter((one) => one.type === 'answers');
    const problems = sheets.flatMap(({ answers, wordings, article, level, locale }) => {
      const reader = level ?? experienceIn(questions, answers);
      const category = article && categories.get(article);
      const asked = askedQuestions(questions, {
        answers,
        ...(reader && { level: reader }),
        ...(category && { categories: [category] }),
      });
      const unasked = Object.keys(answers).filter((id) => !asked.some((question) => question.id === id));
      const unfit = asked.filter((question) => {
        const answer = answers[question.id];
        return answer === undefined ? question.required : problemWith(question, answer);
      });
      const strange = Object.keys(answers).filter((id) => {
        const question = questions.find((one) => one.id === id);
        return !question || wordings?.[id] !== wordingOf(question, locale, 'en');
      });
      return [...unasked, ...unfit.map(({ id }) => id), ...strange];
    });
    expect(problems).toEqual([]);
    expect(sheets.filter(({ answers }) => answers.why !== undefined).length).toBeGreaterThan(20);
    expect(sheets.filter(({ answers }) => answers.courses !== undefined).length).toBeGreaterThan(0);
  });

  test('forms a pyramid that breaks at its third level', () => {
    const { survey: said } = figuresOf('2025-04-01', '2026-03-31');
    expect(said?.pyramid.isPyramid).toBe(true);
    expect(said?.pyramid.levels.map(({ verdict }) => verdict)).toEqual([
      'holds',
      'holds',
      'first-broken',
      'not-reached',
    ]);
  });

  test('has something of everything that a report tells of', () => {
    const figures = figuresOf('2025-04-01', '2026-03-31');
    const { votes, searches, contacts, survey: said } = figures;
    expect(votes.total).toBeGreaterThan(5000);
    expect(votes.reasons.every(({ count }) => count > 0)).toBe(true);
    expect(votes.comments.newest.length).toBeGreaterThan(30);
    expect(figures.articles.some(({ revisions }) => revisions.some(({ effect }) => effect))).toBe(true);
    expect(searches.asked.length * searches.unanswered.length * searches.passedOver.length).toBeGreaterThan(
      0,
    );
    expect(contacts.instead).toBeGreaterThan(50);
    expect(contacts.solved).toBeGreaterThan(20);
    expect(contacts.contacts).toBeGreaterThan(contacts.instead ?? 0);
    expect(new Set(ALL.flatMap((one) => (one.type === 'answers' ? [one.source ?? ''] : [])))).toEqual(
      new Set(['newsletter', 'support-mail', 'vote', '']),
    );
    const satisfied = said?.questions.find(({ kind }) => kind === 'csat')?.good;
    const before = figuresOf('2024-04-01', '2025-03-31').survey?.questions.find(
      ({ kind }) => kind === 'csat',
    )?.good;
    expect(satisfied?.share).toBeGreaterThan((before?.share ?? 1) + 0.04);
  });

  test('needs neither a survey nor articles nor phrases', () => {
    const { survey: _, ...unasked } = HELP_CENTRE;
    expect([...demoFeedback(unasked, PERIOD)].some(({ type }) => type === 'answers')).toBe(false);
    const empty = { articles: [], survey, locales: ['fr'], phrases: [] };
    expect(new Set([...demoFeedback(empty, PERIOD)].map(({ type }) => type))).toEqual(new Set(['answers']));
  });
});

function figuresOf(from: string, to: string) {
  const tally = new ReportTally({
    period: { from, to },
    survey,
    levelShare: 0.7,
    locales: ['en', 'de'],
    categories: () => 'billing',
  });
  for (const submission of ALL) tally.add(submission);
  return tally.figures();
}

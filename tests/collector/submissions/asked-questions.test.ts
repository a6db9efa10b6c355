import { expect, test } from 'vitest';
import type { Answers } from '../../../src/core/feedback.ts';
import { readTexts } from '../../../src/readers/texts.ts';
import { answers } from '../../stores/submissions.ts';
import { openHelpCentre, problemOf, stored, wordingsOf, wrongFields } from '../help-centre.ts';
import { headingOf } from '../html-page.ts';
import { categoriesOf, conditionalSurvey } from './conditional-survey.ts';

const german = readTexts('de');
const survey = conditionalSurvey();

/** What is stored of a sheet, and what the collector says that it left out. */
async function sent(more: Partial<Answers>) {
  const centre = await openHelpCentre({ survey, categoriesOf });
  const response = await centre.json('POST', '/api/answers', answers(1, more));
  const { leftOut, receipt } = await response.json();
  expect([response.status, typeof receipt]).toEqual([201, 'string']);
  const [sheet] = (await stored(centre)) as Answers[];
  expect(sheet?.wordings).toEqual(wordingsOf(sheet?.answers ?? {}, { of: survey, locale: sheet?.locale }));
  return { answers: sheet?.answers, leftOut };
}

test.for<[string, Partial<Answers>, Answers['answers'], string[] | undefined]>([
  [
    'by an earlier answer, it is kept where that was given',
    { answers: { right: 2, 'why-wrong': 'Old.' } },
    { right: 2, 'why-wrong': 'Old.' },
    undefined,
  ],
  [
    'by an earlier answer, it is left out where another was given',
    { answers: { right: 3, 'why-wrong': 'Old.' } },
    { right: 3 },
    ['why-wrong'],
  ],
  [
    'by an earlier answer, it is left out where none was given',
    { answers: { nps: 9, 'why-wrong': 'Old.' } },
    { nps: 9 },
    ['why-wrong'],
  ],
  [
    'by the answer to a question that was not asked itself, it is left out',
    { answers: { right: 3, 'why-wrong': 'Old.', 'why-not-asked': 'So.' } },
    { right: 3 },
    ['why-wrong', 'why-not-asked'],
  ],
  [
    'by a category, it is kept for readers who come from one of its articles',
    { article: 'billing/refund', answers: { nps: 9, 'on-bills': 2 } },
    { nps: 9, 'on-bills': 2 },
    undefined,
  ],
  [
    'by a category, it is left out where the article is in another language',
    { article: 'billing/refund', locale: 'en', answers: { nps: 9, 'on-bills': 2 } },
    { nps: 9 },
    ['on-bills'],
  ],
  [
    'by a category, it is left out where nobody knows the article',
    { article: 'billing/gone', answers: { nps: 9, 'on-bills': 2 } },
    { nps: 9 },
    ['on-bills'],
  ],
  [
    'by a level, it is kept where the sheet names that level',
    { level: 'expert', answers: { nps: 9, 'for-experts': 4 } },
    { nps: 9, 'for-experts': 4 },
    undefined,
  ],
  [
    'by a level, it is kept where the reader answered with that level',
    { answers: { knows: 'expert', 'for-experts': 4 } },
    { knows: 'expert', 'for-experts': 4 },
    undefined,
  ],
  [
    'by a level, what the sheet names goes before the answer: it decided what the page asked',
    { level: 'beginner', answers: { knows: 'expert', 'for-experts': 4 } },
    { knows: 'expert' },
    ['for-experts'],
  ],
])('of a question that is asked %s', async ([, more, kept, leftOut]) => {
  expect(await sent(more)).toEqual({ answers: kept, leftOut });
});

test('a required question must be answered by those who are asked, and by nobody else', async () => {
  const centre = await openHelpCentre({ survey: conditionalSurvey({ required: true }), categoriesOf });
  const missing = async (more: Partial<Answers>) =>
    wrongFields(await centre.json('POST', '/api/answers', answers(1, more)));
  expect(await missing({ answers: { right: 1 } })).toEqual(['#/answers/why-wrong']);
  expect(await missing({ answers: { right: 1, 'why-wrong': 'Old.' } })).toEqual(['#/answers/why-not-asked']);
  expect(await missing({ level: 'expert', article: 'billing/refund', answers: { nps: 1 } })).toEqual([
    '#/answers/on-bills',
    '#/answers/for-experts',
  ]);
  expect(await stored(centre)).toEqual([]);
  // Neither the level nor the category is known: what hangs on them is not asked for.
  const others = { article: 'no/such', answers: { nps: 9, right: 5 } };
  expect((await centre.json('POST', '/api/answers', answers(1, others))).status).toBe(201);
});

test('a sheet of nothing but answers that were not asked for is refused as empty', async () => {
  const centre = await openHelpCentre({ survey });
  const response = await centre.json(
    'POST',
    '/api/answers',
    answers(1, { answers: { 'why-wrong': 'Old.' } }),
  );
  expect(await problemOf(response)).toMatchObject({
    status: 400,
    errors: [{ pointer: '#/answers', detail: 'must hold at least one answer' }],
  });
  expect(await stored(centre)).toEqual([]);
});

test('the plain form is told in words what was left out', async () => {
  const centre = await openHelpCentre({ survey });
  const points = (page: string) => [...page.matchAll(/<li>(.*?)<\/li>/g)].map(([, point]) => point);
  const fields = [
    ['locale', 'de'],
    ['answers.why-wrong', 'Veraltet.'],
  ] as [string, string][];

  const kept = await centre.form('/api/answers', [...fields, ['answers.right', '4']]);
  const page = await kept.text();
  expect([kept.status, headingOf(page)]).toEqual([201, german['collector.answers.title']]);
  expect(page).toContain(german['collector.answers.left-out']);
  expect(points(page)).toEqual([`Warum? – ${german['collector.answers.not-asked']}`]);

  const refused = await centre.form('/api/answers', fields);
  const problem = await refused.text();
  expect([refused.status, headingOf(problem)]).toEqual([400, german['collector.error.nothing-left.title']]);
  expect(points(problem)).toEqual([`Warum? – ${german['collector.answers.not-asked']}`]);
  expect(await stored(centre)).toMatchObject([{ answers: { right: 4 } }]);
});

test('a question called like what every object has is asked like any other', async () => {
  const [nps] = survey.questions;
  const [, , , , , , why] = survey.questions;
  if (!nps || why?.kind !== 'text') throw new Error('the survey has these questions');
  const odd = {
    ...survey,
    questions: [
      { ...nps, id: 'constructor', required: true },
      { ...why, id: 'why', shownIf: { question: 'constructor' } },
    ],
  };
  const centre = await openHelpCentre({ survey: odd });
  const unanswered = await centre.json('POST', '/api/answers', answers(1, { answers: { why: 'So.' } }));
  expect(await wrongFields(unanswered)).toEqual(['#/answers/constructor']);
  const given = { constructor: 9, why: 'So.' } as unknown as Answers['answers'];
  expect((await centre.json('POST', '/api/answers', answers(1, { answers: given }))).status).toBe(201);
  expect(await stored(centre)).toMatchObject([{ answers: given }]);
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { Answers } from '../../../src/core/feedback.ts';
import { type Survey, surveySchema } from '../../../src/core/survey/survey.ts';
import { wordingOf } from '../../../src/core/survey/survey-wording.ts';
import { readTexts } from '../../../src/readers/texts.ts';
import { openStore } from '../../../src/stores/open.ts';
import { answers } from '../../stores/submissions.ts';
import { openHelpCentre, problemOf, stored, survey as usual, wordingsOf } from '../help-centre.ts';

const german = readTexts('de');
const ends = { low: { en: 'no', de: 'nein' }, high: { en: 'yes', de: 'ja' } };
const OLD = '00000000';
const NOW = new Date('2026-03-01T10:00:00Z');

/** What the page showed: a survey of before the change. */
const before = usual;

/** One question is gone, one is worded otherwise, one is of another kind, one has other options, one is new. */
const after: Survey = surveySchema.parse({
  ...before,
  questions: [
    ...before.questions.flatMap((question): unknown[] => {
      if (question.id === 'happy') return [];
      if (question.id === 'right') return [{ ...question, text: { en: 'Correct?', de: 'Korrekt?' } }];
      if (question.id === 'more') return [{ id: 'more', kind: 'scale', text: question.text, ends }];
      if (question.id === 'channels' && 'options' in question) {
        return [{ ...question, options: question.options.slice(1) }];
      }
      return [{ ...question, required: false }];
    }),
    { id: 'seen', kind: 'nps', text: { en: 'Seen?', de: 'Gesehen?' }, ends, required: true },
  ],
});

const given = { nps: 9, right: 2, happy: 5, knows: 'expert', channels: ['phone', 'mail'], more: 'All good.' };

test('a page that was open while the survey changed loses only what no longer fits', async () => {
  const centre = await openHelpCentre({ survey: after });
  const wordings = wordingsOf(given, { of: before });
  const response = await centre.json('POST', '/api/answers', answers(1, { answers: given, wordings }));
  expect(response.status).toBe(201);
  expect(await response.json()).toEqual({
    receipt: expect.any(String),
    leftOut: ['happy', 'channels', 'more'],
  });
  const { nps, right, knows } = wordings;
  expect(await stored(centre)).toMatchObject([
    { answers: { nps: 9, right: 2, knows: 'expert' }, wordings: { nps, right, knows } },
  ]);
  // An answer to another wording is kept under that wording, so that it is not counted for the present one.
  const question = after.questions.find(({ id }) => id === 'right');
  expect(question && wordingOf(question, 'de', 'en')).not.toBe(right);
});

test('the same sheet without its wordings is refused, with all that does not fit', async () => {
  const centre = await openHelpCentre({ survey: after });
  const response = await centre.json('POST', '/api/answers', answers(1, { answers: given }));
  expect(await problemOf(response)).toMatchObject({
    status: 400,
    errors: [
      { pointer: '#/answers/happy', detail: 'is not a question of this survey' },
      { pointer: '#/answers/channels', detail: 'must be a list of the options, each once' },
      { pointer: '#/answers/more', detail: 'must be a whole number from 1 to 5' },
      { pointer: '#/answers/seen', detail: 'needs an answer' },
    ],
  });
  expect(await stored(centre)).toEqual([]);
});

test('an answer that does not fit the question as it is worded today is refused, wording or not', async () => {
  const centre = await openHelpCentre();
  const sheet = answers(1, {
    answers: { nps: 11, happy: 5, more: 'x'.repeat(10_000) },
    wordings: { ...wordingsOf({ nps: 11, happy: 5 }), more: OLD },
  });
  const response = await centre.json('POST', '/api/answers', sheet);
  expect(await problemOf(response)).toMatchObject({
    status: 400,
    errors: [
      { pointer: '#/answers/nps', detail: 'must be a whole number from 0 to 10' },
      // Whatever the question was: it still takes a text, and this one is too long.
      { pointer: '#/answers/more', detail: 'must be at most 2000 characters long' },
    ],
  });
});

test('wordings are kept of the answered questions only', async () => {
  const centre = await openHelpCentre();
  const answered = { nps: 9, more: '  ' };
  const wordings = { nps: OLD, right: OLD, more: OLD, gone: OLD };
  await centre.json('POST', '/api/answers', answers(1, { answers: answered, wordings }));
  expect(await stored(centre)).toMatchObject([{ answers: { nps: 9 }, wordings: { nps: OLD } }]);
});

test('a sheet that does not say how it was asked gets the wordings of the day on which it came', async () => {
  const centre = await openHelpCentre();
  await centre.json('POST', '/api/answers', answers(1, { locale: 'en', answers: { nps: 9, right: 4 } }));
  await centre.json(
    'POST',
    '/api/answers',
    answers(2, { answers: { nps: 9, right: 4 }, wordings: { nps: OLD } }),
  );
  const answered = { nps: 9, right: 4 };
  expect(await stored(centre)).toMatchObject([
    { wordings: wordingsOf(answered, { locale: 'en' }) },
    { wordings: { ...wordingsOf(answered), nps: OLD } },
  ]);
});

test.for<[string, unknown, string]>([
  ['no object', 5, '#/wordings'],
  ['a list', [OLD], '#/wordings'],
  ['of another form', { nps: 'What?' }, '#/wordings/nps'],
  ['no text', { nps: 7 }, '#/wordings/nps'],
])('wordings that are %s are refused', async ([, wordings, pointer]) => {
  const centre = await openHelpCentre();
  const sheet = { ...answers(1), wordings };
  const { status, errors } = await problemOf(await centre.json('POST', '/api/answers', sheet));
  expect([status, (errors as { pointer: string }[]).map((error) => error.pointer)]).toEqual([400, [pointer]]);
});

test('a plain form that was open while the survey changed is told so in words', async () => {
  const centre = await openHelpCentre({ survey: after });
  const wordings = wordingsOf(given, { of: before });
  const response = await centre.form('/api/answers', [
    ['locale', 'de'],
    ...Object.entries(wordings).map(([id, wording]): [string, string] => [`wording.${id}`, wording]),
    ['answers.nps', '9'],
    ['answers.right', '2'],
    ['answers.happy', '5'],
    ['answers.channels', 'phone'],
    ['answers.channels', 'mail'],
    ['answers.more', 'All good.'],
  ]);
  expect(response.status).toBe(201);
  const page = await response.text();
  expect([...page.matchAll(/<li>(.*?)<\/li>/g)].map(([, point]) => point)).toEqual([
    german['collector.answers.gone'],
    `Welche Kanäle? – ${german['collector.answers.changed']}`,
    `Noch etwas? – ${german['collector.answers.changed']}`,
  ]);
  const { nps, right } = wordings;
  expect(await stored(centre)).toMatchObject([{ answers: { nps: 9, right: 2 }, wordings: { nps, right } }]);
});

test('several values for a question that takes one today are not cut down to the first', async () => {
  const centre = await openHelpCentre();
  const fields = [
    ['locale', 'de'],
    ['answers.nps', '9'],
    ['answers.knows', 'expert'],
    ['answers.knows', 'beginner'],
  ] as [string, string][];
  expect((await centre.form('/api/answers', fields)).status).toBe(400);
  expect((await centre.form('/api/answers', [...fields, ['wording.knows', OLD]])).status).toBe(201);
  expect(await stored(centre)).toMatchObject([{ answers: { nps: 9 } }]);
});

test('delivered five times, in another order and across restarts, a sheet is stored once, and gone when withdrawn', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'kundig-restarted-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  /** Another program on the same database, once the one before has ended. */
  const restarted = async (survey = before) =>
    openHelpCentre({ store: await openStore(path.join(folder, 'feedback.db')), survey });
  const sheet: Answers = answers(1, { answers: given, wordings: wordingsOf(given) });
  const reordered = {
    wordings: Object.fromEntries(Object.entries(sheet.wordings ?? {}).toReversed()),
    answers: Object.fromEntries(Object.entries(given).toReversed()),
    locale: sheet.locale,
    id: sheet.id.toUpperCase(),
  };
  const receipts = new Set<string>();
  // Before the last delivery the survey changes, too.
  for (const [index, body] of [sheet, reordered, sheet, reordered, sheet].entries()) {
    const centre = await restarted(index === 4 ? after : before);
    const response = await centre.json('POST', '/api/answers', body);
    expect(response.status).toBe(201);
    receipts.add((await response.json()).receipt);
    expect(await stored(centre)).toEqual([{ type: 'answers', ...sheet, received: NOW }]);
    await centre.store.close();
  }
  expect(receipts.size).toBe(1);
  const [receipt] = receipts;
  const centre = await restarted();
  expect((await centre.json('DELETE', `/api/answers/${sheet.id}`, { receipt })).status).toBe(204);
  await centre.store.close();
  const later = await restarted();
  expect((await later.json('POST', '/api/answers', reordered)).status).toBe(201);
  expect(await stored(later)).toEqual([]);
});

import { expect, test } from 'vitest';
import { readTexts } from '../../../src/readers/texts.ts';
import { answers, uuid } from '../../stores/submissions.ts';
import { openHelpCentre, problemOf, stored, survey, wordingsOf, wrongFields } from '../help-centre.ts';
import { formsOf, headingOf, linksOf } from '../html-page.ts';

const german = readTexts('de');
const received = new Date('2026-03-01T10:00:00Z');

const everything = {
  nps: 9,
  right: 4,
  happy: 5,
  knows: 'expert',
  channels: ['mail', 'chat'],
  more: 'All good.',
};

test('a survey sheet is stored and answered with a receipt, the same for the same sheet', async () => {
  const centre = await openHelpCentre();
  const sheet = answers(1, {
    source: 'newsletter',
    article: 'billing/refund',
    level: 'beginner',
    answers: everything,
  });
  const first = await centre.json('POST', '/api/answers', sheet);
  const again = await centre.json('POST', '/api/answers', { ...sheet, answers: { nps: 0 } });
  expect([first.status, again.status]).toEqual([201, 201]);
  expect(await again.json()).toEqual(await first.json());
  expect(await stored(centre)).toEqual([
    { type: 'answers', ...sheet, wordings: wordingsOf(everything), received },
  ]);
});

test('withdrawn answers are gone, and stay gone when delivered again', async () => {
  const centre = await openHelpCentre();
  const { receipt } = await (await centre.json('POST', '/api/answers', answers(1))).json();
  const forged = await centre.json('DELETE', `/api/answers/${uuid(2)}`, { receipt });
  expect(await problemOf(forged)).toMatchObject({ status: 404 });
  const gone = await centre.json('DELETE', `/api/answers/${uuid(1)}`, { receipt });
  expect(gone.status).toBe(204);
  expect((await centre.json('POST', '/api/answers', answers(1))).status).toBe(201);
  expect(await stored(centre)).toEqual([]);
});

test('every answer that does not fit its question is named, with all else that is wrong', async () => {
  const centre = await openHelpCentre();
  const response = await centre.json('POST', '/api/answers', {
    ...answers(1),
    id: 'nonsense',
    cookie: 'yes',
    answers: {
      right: 6,
      happy: 'very',
      knows: 'everything',
      channels: ['mail', 'mail'],
      more: 'x'.repeat(2001),
      colour: 'blue',
    },
  });
  expect(response.status).toBe(400);
  expect((await wrongFields(response)).sort()).toEqual([
    '#/answers/channels',
    '#/answers/colour',
    '#/answers/happy',
    '#/answers/knows',
    '#/answers/more',
    '#/answers/nps',
    '#/answers/right',
    '#/cookie',
    '#/id',
  ]);
  expect(await stored(centre)).toEqual([]);
});

test.for([
  ['a list', []],
  ['null', null],
  ['text', 'nps'],
  ['missing', undefined],
])('answers that are %s are refused', async ([, given]) => {
  const centre = await openHelpCentre();
  const response = await centre.json('POST', '/api/answers', { ...answers(1), answers: given });
  expect(await wrongFields(response)).toEqual(['#/answers']);
});

test('a language called like what every object has is refused like any other that is none', async () => {
  const centre = await openHelpCentre();
  const sheet = JSON.stringify(answers(1, { answers: { nps: 9 } }));
  for (const locale of ['__proto__', 'constructor']) {
    const response = await centre.request('/api/answers', {
      method: 'POST',
      body: sheet.replace('"de"', `"${locale}"`),
      headers: { 'Content-Type': 'application/json' },
    });
    expect(response.status).toBe(400);
    expect(await wrongFields(response)).toEqual(['#/locale']);
  }
  expect(centre.failures).toEqual([]);
});

test('a body that is no object is refused', async () => {
  const centre = await openHelpCentre();
  for (const body of [null, 7, 'x', []]) {
    expect((await centre.json('POST', '/api/answers', body)).status).toBe(400);
  }
});

test.for([[null], [{ $ne: 1 }], [true]])('an answer %j is refused', async ([value]) => {
  const centre = await openHelpCentre();
  const response = await centre.json(
    'POST',
    '/api/answers',
    answers(1, { answers: { nps: value as never } }),
  );
  expect(await wrongFields(response)).toEqual(['#/answers/nps']);
});

test('blank answers are questions left out, and a sheet of nothing else is refused', async () => {
  const optional = { ...survey, questions: survey.questions.map((one) => ({ ...one, required: false })) };
  const centre = await openHelpCentre({ survey: optional });
  const blank = { more: '  ', channels: [] };
  const empty = await centre.json('POST', '/api/answers', answers(1, { answers: blank }));
  expect(empty.status).toBe(400);
  expect(await wrongFields(empty)).toEqual(['#/answers']);
  const some = await centre.json('POST', '/api/answers', answers(1, { answers: { ...blank, happy: 2 } }));
  expect(some.status).toBe(201);
  expect(await stored(centre)).toMatchObject([{ answers: { happy: 2 } }]);
});

test('a text of 4,000 characters is refused with the number that is allowed, and nothing of it is kept', async () => {
  const centre = await openHelpCentre();
  const sheet = (more: string) => answers(1, { answers: { nps: 9, more } });
  for (const letter of ['x', 'ß', '好']) {
    const response = await centre.json('POST', '/api/answers', sheet(letter.repeat(4000)));
    expect(await problemOf(response)).toMatchObject({
      status: 400,
      errors: [{ pointer: '#/answers/more', detail: 'must be at most 2000 characters long' }],
    });
  }
  expect(await stored(centre)).toEqual([]);
  // Browsers count as their `maxlength` does: an emoji is two.
  expect((await centre.json('POST', '/api/answers', sheet('👍'.repeat(1001)))).status).toBe(400);
  expect((await centre.json('POST', '/api/answers', sheet('👍'.repeat(1000)))).status).toBe(201);
});

test('a sheet with several long texts is taken', async () => {
  const [, , , , , more] = survey.questions;
  if (more?.kind !== 'text') throw new Error('the last question asks for a text');
  const texts = Array.from({ length: 6 }, (_, number) => ({ ...more, id: `text-${number}` }));
  const centre = await openHelpCentre({ survey: { ...survey, questions: texts } });
  const given = Object.fromEntries(texts.map(({ id }) => [id, '好'.repeat(2000)]));
  expect((await centre.json('POST', '/api/answers', answers(1, { answers: given }))).status).toBe(201);
  expect(await stored(centre)).toMatchObject([{ answers: given }]);
});

test('a site without a survey takes no answers', async () => {
  const centre = await openHelpCentre({ survey: undefined });
  const response = await centre.json('POST', '/api/answers', answers(1));
  expect(await problemOf(response)).toMatchObject({ status: 404 });
});

test('the plain survey form is stored, thanked for and can be withdrawn', async () => {
  const centre = await openHelpCentre({
    newId: () => uuid(5),
    articleUrl: (article, locale) => `/${locale}/${article}/`,
  });
  const response = await centre.form('/api/answers', [
    ['locale', 'de'],
    ['source', ''],
    ['article', 'billing/refund'],
    ['level', 'expert'],
    ['answers.nps', '10'],
    ['answers.right', ''],
    ['answers.knows', 'beginner'],
    ['answers.channels', 'phone'],
    ['answers.channels', 'chat'],
    ['answers.more', ' Danke!\r\nWeiter so. '],
  ]);
  expect(response.status).toBe(201);
  const page = await response.text();
  expect(headingOf(page)).toBe(german['collector.answers.title']);
  expect(page).toContain('Wir lesen jede Antwort.');
  expect(linksOf(page)).toEqual(['/de/billing/refund/', '/de/']);
  expect(await stored(centre)).toEqual([
    {
      type: 'answers',
      id: uuid(5),
      locale: 'de',
      article: 'billing/refund',
      level: 'expert',
      answers: { nps: 10, knows: 'beginner', channels: ['phone', 'chat'], more: 'Danke!\nWeiter so.' },
      wordings: wordingsOf({ nps: 10, knows: 'beginner', channels: [], more: '' }),
      received,
    },
  ]);

  const [withdraw] = formsOf(page, '/api/answers');
  expect(withdraw?.button).toBe(german['survey.withdraw']);
  const gone = await centre.form(withdraw?.action ?? '', withdraw?.fields ?? []);
  expect(gone.status).toBe(200);
  expect(headingOf(await gone.text())).toBe(german['collector.answers.withdrawn.title']);
  expect(await stored(centre)).toEqual([]);
});

test('the plain form is told which questions to look at again, in its language', async () => {
  const centre = await openHelpCentre();
  const response = await centre.form('/api/answers', [
    ['locale', 'de'],
    ['answers.right', '9'],
    ['answers.more', 'x'.repeat(2001)],
  ]);
  expect(response.status).toBe(400);
  const page = await response.text();
  expect(headingOf(page)).toBe(german['collector.error.sheet.title']);
  expect([...page.matchAll(/<li>(.*?)<\/li>/g)].map(([, point]) => point)).toEqual([
    `Richtig? – ${german['collector.answers.misfit']}`,
    `Noch etwas? – ${german['collector.answers.too-long']}`,
    `Empfehlen Sie uns? – ${german['survey.required']}`,
  ]);
});

test('a plain form says where its reader came from by the address of its page', async () => {
  let number = 0;
  const centre = await openHelpCentre({ newId: () => uuid(++number) });
  const from = (address: string) =>
    centre.form(
      '/api/answers',
      [
        ['locale', 'en'],
        ['answers.nps', '9'],
      ],
      { Referer: address },
    );
  await from('https://help.example.com/en/survey/?source=newsletter&article=billing/refund');
  await from(`https://help.example.com/en/survey/?source=${'x'.repeat(100)}&article=<b>`);
  await from('not an address');
  expect(await stored(centre)).toMatchObject([
    { source: 'newsletter', article: 'billing/refund' },
    { source: 'x'.repeat(64) },
    { answers: { nps: 9 } },
  ]);
  expect(JSON.stringify(await stored(centre))).not.toContain('help.example.com');
});

test('an empty plain form is refused kindly', async () => {
  const optional = { ...survey, questions: survey.questions.map((one) => ({ ...one, required: false })) };
  const centre = await openHelpCentre({ survey: optional });
  const response = await centre.form('/api/answers', [
    ['locale', 'de'],
    ['answers.more', ''],
  ]);
  expect(response.status).toBe(400);
  expect(headingOf(await response.text())).toBe(german['collector.error.empty-sheet.title']);
  expect(await stored(centre)).toEqual([]);
});

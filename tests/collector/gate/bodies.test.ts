import { expect, test } from 'vitest';
import { readTexts } from '../../../src/readers/texts.ts';
import { answers, search, vote } from '../../stores/submissions.ts';
import { type HelpCentre, openHelpCentre, problemOf, stored, survey, wrongFields } from '../help-centre.ts';
import { headingOf } from '../html-page.ts';

/** A body that comes in pieces, so that nobody knows its length beforehand. */
function inPieces(text: string, onPiece?: () => void): RequestInit {
  const pieces = text.match(/[\s\S]{1,1000}/g) ?? [];
  const body = new ReadableStream({
    pull(controller) {
      const piece = pieces.shift();
      if (piece === undefined) return controller.close();
      onPiece?.();
      controller.enqueue(new TextEncoder().encode(piece));
    },
  });
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    duplex: 'half',
  } as RequestInit;
}

const padded = (body: object, length: number) => JSON.stringify(body).padEnd(length, ' ');

test.for([
  ['/api/votes', 8, vote(1)],
  // One question asks for a text, which may be 6,000 bytes long.
  ['/api/answers', 14, answers(1)],
  ['/api/signals', 8, [search(1, 'x', 1)]],
] as const)('%s takes at most %i KiB, with or without a length', async ([path, kibibytes, body]) => {
  const centre = await openHelpCentre();
  const limit = kibibytes * 1024;
  const headers = { 'Content-Type': 'application/json' };
  const post = (length: number) =>
    centre.request(path, { method: 'POST', body: padded(body, length), headers });
  expect(await problemOf(await post(limit + 1))).toMatchObject({ status: 413 });
  expect(await problemOf(await centre.request(path, inPieces(padded(body, limit + 1))))).toMatchObject({
    status: 413,
  });
  expect(await stored(centre)).toEqual([]);
  expect((await post(limit)).status).toBe(201);
  expect((await centre.request(path, inPieces(padded(body, limit)))).status).toBe(201);
});

test('a body without end is not read to its end', async () => {
  const centre = await openHelpCentre();
  let pieces = 0;
  const endless = 'x'.repeat(1_000_000);
  const response = await centre.request(
    '/api/votes',
    inPieces(endless, () => pieces++),
  );
  expect(response.status).toBe(413);
  expect(pieces).toBeLessThan(20);
});

test('a change is limited too', async () => {
  const centre = await openHelpCentre();
  const response = await centre.json('PATCH', `/api/votes/${vote(1).id}`, { comment: 'x'.repeat(9000) });
  expect(response.status).toBe(413);
});

test('a form may be three times as long, because it writes ü as %C3%BC', async () => {
  const centre = await openHelpCentre();
  const text = 'ü'.repeat(2000);
  const sheet = (more: string): [string, string][] => [
    ['locale', 'de'],
    ['answers.nps', '3'],
    ['answers.more', more],
  ];
  expect((await centre.form('/api/answers', sheet(text))).status).toBe(201);
  expect(await stored(centre)).toMatchObject([{ answers: { more: text } }]);
  const long = await centre.form('/api/answers', sheet('ü'.repeat(40_000)), { 'Accept-Language': 'de' });
  expect(long.status).toBe(413);
  expect(headingOf(await long.text())).toBe('Das ist zu viel Text');
});

test('a change is refused before it is parsed, however many texts a survey asks for', async () => {
  const questions = Array.from({ length: 40 }, (_, number) => ({
    id: `text-${number}`,
    kind: 'text' as const,
    text: { en: 'What?', de: 'Was?' },
    formerly: [],
    required: false,
  }));
  const centre = await openHelpCentre({
    survey: { ...survey, questions: [...survey.questions, ...questions] },
  });
  const texts = Object.fromEntries(questions.map(({ id }) => [id, 'x'.repeat(1000)]));
  expect(
    (await centre.json('POST', '/api/answers', answers(1, { answers: { nps: 9, ...texts } }))).status,
  ).toBe(201);
  const long = await centre.json('POST', '/api/answers', answers(2, { source: 'x'.repeat(64 * 1024) }));
  expect(await problemOf(long)).toMatchObject({ status: 413, detail: 'A body may be at most 64 KiB long.' });
});

test.for([
  ['text/plain'],
  ['multipart/form-data; boundary=x'],
  ['application/jsonp'],
  ['application/problem+json'],
  [''],
] as const)('a body of type "%s" is refused', async ([type]) => {
  const centre = await openHelpCentre();
  const response = await centre.request('/api/votes', {
    method: 'POST',
    body: JSON.stringify(vote(1)),
    headers: { 'Content-Type': type },
  });
  expect(await problemOf(response)).toMatchObject({ status: 415 });
  expect(await stored(centre)).toEqual([]);
});

test('the type may be written in capitals and name its encoding', async () => {
  const centre = await openHelpCentre();
  const type = { 'Content-Type': 'Application/JSON; charset=UTF-8' };
  expect((await centre.json('POST', '/api/votes', vote(1), type)).status).toBe(201);
});

test('JSON that breaks off is a problem document, not a failure', async () => {
  const centre = await openHelpCentre();
  for (const body of ['{"id":', '', '[1,]', '\u0000']) {
    const response = await centre.request('/api/votes', {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json' },
    });
    expect(await problemOf(response)).toMatchObject({ status: 400 });
  }
  expect(centre.failures).toEqual([]);
});

const post = (
  centre: HelpCentre,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) =>
  centre.request('/api/votes', {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
  });

/** A vote as JSON with something else in it. */
const voteWith = (json: string) => JSON.stringify(vote(1)).replace('{', `{${json},`);

test.for([
  ['a packed body', { 'Content-Encoding': 'gzip' }],
  ['a body packed twice', { 'Content-Encoding': 'identity, br' }],
  ['another encoding', { 'Content-Type': 'application/json; charset=iso-8859-1' }],
  ['two encodings', { 'Content-Type': 'application/json; charset=utf-8; charset=utf-7' }],
  ['no encoding', { 'Content-Type': 'application/json; charset=' }],
] as const)('%s is not taken', async ([, headers]) => {
  const centre = await openHelpCentre();
  expect(await problemOf(await post(centre, JSON.stringify(vote(1)), headers))).toMatchObject({
    status: 415,
  });
  expect(await stored(centre)).toEqual([]);
});

test('a form in another encoding is answered with a page', async () => {
  const centre = await openHelpCentre();
  const type = { 'Content-Type': 'application/x-www-form-urlencoded; charset=windows-1252' };
  const page = await centre.form('/api/votes', [['helpful', 'true']], type);
  expect(page.status).toBe(415);
  expect(page.headers.get('Content-Type')).toMatch(/^text\/html/);
});

test.for([
  ['bytes that are no UTF-8', new Uint8Array([0x22, 0xc3, 0x28, 0x22])],
  ['half a character', new Uint8Array([0x22, 0xe2, 0x82])],
  ['UTF-16', new Uint8Array([0xff, 0xfe, 0x7b, 0, 0x7d, 0])],
] as const)('%s are refused', async ([, bytes]) => {
  const centre = await openHelpCentre();
  expect(await problemOf(await post(centre, bytes))).toMatchObject({
    status: 400,
    detail: 'The body is not UTF-8.',
  });
});

test.for([
  ['a key twice', voteWith('"helpful":true'), '#/helpful', 'is given twice'],
  ['a key twice in other letters', voteWith('"h\\u0065lpful":true'), '#/helpful', 'is given twice'],
  [
    'a key that reaches into every object',
    voteWith('"__proto__":{"helpful":true}'),
    '#/__proto__',
    'is not known here',
  ],
  ['the same in other letters', voteWith('"__pr\\u006fto__":{}'), '#/__proto__', 'is not known here'],
  [
    'the same further in',
    voteWith('"level":{"a":[{"__proto__":1}]}'),
    '#/level/a/0/__proto__',
    'is not known here',
  ],
  ['NUL in a value', voteWith('"level":"a\\u0000b"'), '#/level', 'must not hold NUL'],
  ['NUL in a key', voteWith('"a\\u0000":1'), '#/a%00', 'must not hold NUL'],
  [
    'a list in a list in a list',
    voteWith(`"level":${'['.repeat(1000)}${']'.repeat(1000)}`),
    '#/level/0/0/0/0/0/0/0',
    'goes too deep',
  ],
  [
    'an object in an object',
    voteWith(`"a":${'{"a":'.repeat(500)}1${'}'.repeat(500)}`),
    '#/a/a/a/a/a/a/a/a',
    'goes too deep',
  ],
  [
    'very many keys',
    voteWith(Array.from({ length: 1001 }, (_, n) => `"${n}":1`).join()),
    '#',
    'must hold at most 1000 keys',
  ],
] as const)('%s is refused, and named', async ([, body, pointer, detail]) => {
  const centre = await openHelpCentre();
  expect(await problemOf(await post(centre, body))).toMatchObject({
    status: 400,
    errors: [{ pointer, detail }],
  });
  expect(await stored(centre)).toEqual([]);
});

test('names that reach further are unknown keys like any other', async () => {
  const centre = await openHelpCentre();
  const body = voteWith('"constructor":{"prototype":{"helpful":true}}');
  expect(await wrongFields(await post(centre, body))).toEqual(['#/constructor']);
});

test('the same key in two objects of a list is fine, and so is what only looks like a key', async () => {
  const centre = await openHelpCentre();
  const query = '{"a":1,"a":2}, "__proto__": \\"';
  expect((await centre.json('POST', '/api/signals', [search(1, query, 1), search(2, query, 1)])).status).toBe(
    201,
  );
  expect(await stored(centre)).toMatchObject([{ query }, { query }]);
});

test.for([
  ['bytes that are no UTF-8', 'locale=de&answers.more=%C3%28'],
  ['a sign that begins a byte and ends nothing', 'locale=de&answers.more=100%'],
  ['NUL', 'locale=de&answers.more=a%00b'],
  ['a field twice', 'locale=de&locale=en'],
  ['a name that reaches into every object', 'locale=de&answers.__proto__=1'],
  ['very many fields', `locale=de&${'a&'.repeat(1001)}`],
] as const)('a form with %s is refused with a page', async ([, fields]) => {
  const centre = await openHelpCentre();
  const page = await centre.request('/api/answers', {
    method: 'POST',
    body: fields,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
  expect(page.status).toBe(400);
  expect(headingOf(await page.text())).toBe(readTexts('en')['collector.error.invalid.title']);
  expect(await stored(centre)).toEqual([]);
});

test('half a character of two is stored as a sign for something unreadable, on every database', async () => {
  const centre = await openHelpCentre();
  const { receipt } = await (await centre.json('POST', '/api/votes', vote(1))).json();
  const change = await centre.request(`/api/votes/${vote(1).id}`, {
    method: 'PATCH',
    body: `{"receipt":"${receipt}","comment":"a\\ud800c"}`,
    headers: { 'Content-Type': 'application/json' },
  });
  expect(change.status).toBe(200);
  expect(await stored(centre)).toMatchObject([{ comment: 'a\ufffdc' }]);
});

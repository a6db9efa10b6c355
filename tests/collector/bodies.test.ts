import { expect, test } from 'vitest';
import { answers, search, vote } from '../stores/submissions.ts';
import { openHelpCentre, problemOf, stored, wrongFields } from './help-centre.ts';
import { headingOf } from './html-page.ts';

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
  ['/api/answers', 64, answers(1)],
  ['/api/signals', 32, [search(1, 'x', 1)]],
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

test('what no database takes is taken out of texts', async () => {
  const centre = await openHelpCentre();
  const { receipt } = await (await centre.json('POST', '/api/votes', vote(1))).json();
  const change = await centre.request(`/api/votes/${vote(1).id}`, {
    method: 'PATCH',
    body: `{"receipt":"${receipt}","comment":"a\\u0000b\\ud800c"}`,
    headers: { 'Content-Type': 'application/json' },
  });
  expect(change.status).toBe(200);
  expect(await stored(centre)).toMatchObject([{ comment: 'ab\ufffdc' }]);
});

test('a key that would reach into every object is refused like any other', async () => {
  const centre = await openHelpCentre();
  const response = await centre.request('/api/votes', {
    method: 'POST',
    body: JSON.stringify(vote(1)).replace('{', '{"__proto__":{"helpful":true},'),
    headers: { 'Content-Type': 'application/json' },
  });
  expect(await wrongFields(response)).toEqual(['#/__proto__']);
});

import { expect, test } from 'vitest';
import { uuid, vote } from '../../stores/submissions.ts';
import { openHelpCentre, problemOf, stored, wrongFields } from '../help-centre.ts';

const received = new Date('2026-03-01T10:00:00Z');

async function castVote(centre: Awaited<ReturnType<typeof openHelpCentre>>, number = 1) {
  const response = await centre.json('POST', '/api/votes', vote(number));
  const { receipt } = await response.json();
  return receipt as string;
}

test('a vote is stored and answered with a receipt', async () => {
  const centre = await openHelpCentre();
  const response = await centre.json('POST', '/api/votes', { ...vote(1), level: 'expert' });
  expect(response.status).toBe(201);
  expect(await response.json()).toEqual({ receipt: expect.stringMatching(/^[\w-]{43}$/) });
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  expect(await stored(centre)).toEqual([
    { type: 'vote', ...vote(1), level: 'expert', received, changed: received },
  ]);
});

test('a vote may name the search that led to it, except where the browser asks not to be counted', async () => {
  const centre = await openHelpCentre();
  const body = vote(1, { search: uuid(9) });
  expect((await centre.json('POST', '/api/votes', body)).status).toBe(201);
  for (const [number, header] of ['DNT', 'Sec-GPC'].entries()) {
    const response = await centre.json(
      'POST',
      '/api/votes',
      { ...body, id: uuid(2 + number) },
      { [header]: '1' },
    );
    expect(response.status).toBe(201);
  }
  expect(await stored(centre)).toEqual([
    { type: 'vote', ...body, received, changed: received },
    { type: 'vote', ...vote(2), received, changed: received },
    { type: 'vote', ...vote(3), received, changed: received },
  ]);
  const wrong = await centre.json('POST', '/api/votes', vote(4, { search: 'what I asked' }));
  expect(await wrongFields(wrong)).toEqual(['#/search']);
});

test('the same vote delivered again counts once and gets the same receipt', async () => {
  const centre = await openHelpCentre();
  const first = await castVote(centre);
  const again = await centre.json('POST', '/api/votes', vote(1, { helpful: true }));
  expect(again.status).toBe(201);
  expect(await again.json()).toEqual({ receipt: first });
  expect(await stored(centre)).toMatchObject([{ helpful: false }]);
});

test('an id in capitals is the same id', async () => {
  const centre = await openHelpCentre();
  const id = 'abcdefab-cdef-4abc-8def-abcdefabcdef';
  const small = await centre.json('POST', '/api/votes', vote(1, { id }));
  const large = await centre.json('POST', '/api/votes', vote(1, { id: id.toUpperCase() }));
  const { receipt } = await small.json();
  expect(await large.json()).toEqual({ receipt });
  expect(await stored(centre)).toHaveLength(1);
  const gone = await centre.json('DELETE', `/api/votes/${id.toUpperCase()}`, { receipt });
  expect(gone.status).toBe(204);
  expect(await stored(centre)).toEqual([]);
});

test('a changed mind replaces the vote, and a reason and a comment come later', async () => {
  const centre = await openHelpCentre();
  const receipt = await castVote(centre);
  const address = `/api/votes/${uuid(1)}`;
  centre.clock.now = new Date('2026-03-01T10:05:00Z');
  expect((await centre.json('PATCH', address, { receipt, helpful: true })).status).toBe(200);
  expect((await centre.json('PATCH', address, { receipt, helpful: false })).status).toBe(200);
  const why = { receipt, reason: 'outdated', comment: ' The screen has changed. ' };
  expect((await centre.json('PATCH', address, why)).status).toBe(200);
  expect(await stored(centre)).toEqual([
    {
      type: 'vote',
      ...vote(1),
      reason: 'outdated',
      comment: 'The screen has changed.',
      received,
      changed: centre.clock.now,
    },
  ]);
});

test('a withdrawn vote stays withdrawn when it is delivered again', async () => {
  const centre = await openHelpCentre();
  const receipt = await castVote(centre);
  const gone = await centre.json('DELETE', `/api/votes/${uuid(1)}`, { receipt });
  expect(gone.status).toBe(204);
  expect(await gone.text()).toBe('');
  expect(await castVote(centre)).toBe(receipt);
  expect(await stored(centre)).toEqual([]);
  // The same withdrawal again, as after a lost answer, is as good as the first.
  expect((await centre.json('DELETE', `/api/votes/${uuid(1)}`, { receipt })).status).toBe(204);
  const change = await centre.json('PATCH', `/api/votes/${uuid(1)}`, { receipt, helpful: true });
  expect(change.status).toBe(404);
});

test.for(['PATCH', 'DELETE'])(
  '%s with a forged receipt and with an unknown id look alike',
  async (method) => {
    const centre = await openHelpCentre();
    await castVote(centre);
    const receipt = await castVote(centre, 2);
    const more = method === 'PATCH' ? { helpful: true } : {};
    const forged = await centre.json(method, `/api/votes/${uuid(1)}`, { receipt, ...more });
    const unknown = await centre.json(method, `/api/votes/${uuid(3)}`, { receipt, ...more });
    const nonsense = await centre.json(method, '/api/votes/nonsense', { receipt, ...more });
    const problems = await Promise.all([forged, unknown, nonsense].map(problemOf));
    expect(problems[0]?.status).toBe(404);
    expect(problems[1]).toEqual(problems[0]);
    expect(problems[2]).toEqual(problems[0]);
    expect(await stored(centre)).toMatchObject([{ helpful: false }, { helpful: false }]);
  },
);

test('the receipt of survey answers does not open the vote with the same id', async () => {
  const centre = await openHelpCentre();
  await castVote(centre);
  const sheet = { id: uuid(1), locale: 'de', answers: { nps: 9 } };
  const { receipt } = await (await centre.json('POST', '/api/answers', sheet)).json();
  expect((await centre.json('DELETE', `/api/votes/${uuid(1)}`, { receipt })).status).toBe(404);
});

test('receipts survive a restart', async () => {
  const before = await openHelpCentre();
  const receipt = await castVote(before);
  const after = await openHelpCentre({ store: before.store });
  expect((await after.json('DELETE', `/api/votes/${uuid(1)}`, { receipt })).status).toBe(204);
});

test('every wrong field of a vote is named at once, unknown ones too', async () => {
  const centre = await openHelpCentre();
  const response = await centre.json('POST', '/api/votes', {
    id: 'nonsense',
    article: 'No Such Thing',
    locale: 7,
    revision: 'x',
    level: 'genius',
    'e/mail': 'x@example.com',
  });
  expect(response.status).toBe(400);
  expect((await wrongFields(response)).sort()).toEqual([
    '#/article',
    '#/e~1mail',
    '#/helpful',
    '#/id',
    '#/level',
    '#/locale',
    '#/revision',
  ]);
  expect(await stored(centre)).toEqual([]);
});

test.for([
  ['nothing to change', {}, ['#']],
  ['an unknown reason', { reason: 'ugly' }, ['#/reason']],
  ['a comment of 1001 characters', { comment: 'x'.repeat(1001) }, ['#/comment']],
  ['an unknown field', { helpful: true, article: 'billing/refund' }, ['#/article']],
] as const)('a change with %s is refused', async ([, change, fields]) => {
  const centre = await openHelpCentre();
  const receipt = await castVote(centre);
  const response = await centre.json('PATCH', `/api/votes/${uuid(1)}`, { receipt, ...change });
  expect(response.status).toBe(400);
  expect(await wrongFields(response)).toEqual(fields);
  expect(await stored(centre)).toMatchObject([{ helpful: false }]);
});

test('a change without a receipt says that it is missing', async () => {
  const centre = await openHelpCentre();
  await castVote(centre);
  for (const method of ['PATCH', 'DELETE']) {
    const response = await centre.json(method, `/api/votes/${uuid(1)}`, {});
    expect(response.status).toBe(400);
    expect(await wrongFields(response)).toEqual(['#/receipt']);
  }
});

test.for([
  ['GET', '/api/votes', 'POST'],
  ['PUT', '/api/votes', 'POST'],
  ['PUT', `/api/votes/${uuid(1)}`, 'GET, PATCH, DELETE'],
  ['GET', '/api/answers', 'POST'],
  ['PUT', `/api/answers/${uuid(1)}`, 'GET, DELETE'],
  ['GET', '/api/signals', 'POST'],
  ['DELETE', '/api/summary', 'GET'],
] as const)('%s %s names the methods that are allowed', async ([method, path, allowed]) => {
  const centre = await openHelpCentre();
  const response = await centre.request(path, { method });
  expect(response.status).toBe(405);
  expect(response.headers.get('Allow')).toBe(allowed);
  expect(await problemOf(response)).toMatchObject({ status: 405, title: 'Method Not Allowed' });
});

test('JSON cannot be posted to a single vote', async () => {
  const centre = await openHelpCentre();
  const receipt = await castVote(centre);
  const response = await centre.json('POST', `/api/votes/${uuid(1)}`, { receipt, helpful: true });
  expect(response.status).toBe(405);
});

test('a person who opens the address of an answer page gets to the help centre', async () => {
  const centre = await openHelpCentre();
  const headers = { Accept: 'text/html,*/*;q=0.8', 'Accept-Language': 'de-CH, en;q=0.5' };
  const response = await centre.request('/api/votes', { headers });
  expect([response.status, response.headers.get('Location')]).toEqual([302, '/de/']);
});

test('an unknown address under /api is a problem document', async () => {
  const centre = await openHelpCentre();
  expect(await problemOf(await centre.request('/api/nothing'))).toMatchObject({ status: 404 });
});

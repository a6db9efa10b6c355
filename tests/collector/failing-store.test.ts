import { expect, test } from 'vitest';
import { readTexts } from '../../src/readers/texts.ts';
import { answers, uuid, view, vote } from '../stores/submissions.ts';
import { failingStore } from './failing-store.ts';
import { openHelpCentre, problemOf, stored, TOKEN } from './help-centre.ts';
import { formsOf, headingOf } from './html-page.ts';

const german = readTexts('de');
const secret = async () => 'a secret';

/** A receipt that the collector on the failing store takes for genuine. */
async function receiptFor(kind: 'votes' | 'answers', body: object): Promise<string> {
  const store = failingStore({
    secret,
    addVote: async () => 'stored',
    addAnswers: async () => 'stored',
  });
  const centre = await openHelpCentre({ store });
  return (await (await centre.json('POST', `/api/${kind}`, body)).json()).receipt;
}

test.for([
  ['a vote', 'POST', '/api/votes', () => vote(1)],
  [
    'a change',
    'PATCH',
    `/api/votes/${uuid(1)}`,
    async () => ({ receipt: await receiptFor('votes', vote(1)), helpful: true }),
  ],
  [
    'a withdrawal',
    'DELETE',
    `/api/votes/${uuid(1)}`,
    async () => ({ receipt: await receiptFor('votes', vote(1)) }),
  ],
  ['a sheet', 'POST', '/api/answers', () => answers(1)],
  [
    'the withdrawal of a sheet',
    'DELETE',
    `/api/answers/${uuid(1)}`,
    async () => ({ receipt: await receiptFor('answers', answers(1)) }),
  ],
  ['a signal', 'POST', '/api/signals', () => [view(1)]],
] as const)('%s that cannot be stored is not thanked for', async ([, method, path, body]) => {
  const centre = await openHelpCentre({ store: failingStore({ secret }) });
  const response = await centre.json(method, path, await body());
  expect(response.headers.get('Retry-After')).toBe('30');
  expect(await problemOf(response)).toMatchObject({ status: 503 });
  expect(centre.failures).toEqual([new Error('the database is out of reach')]);
});

test('without the secret for receipts nothing is stored', async () => {
  const sound = await openHelpCentre();
  const broken = failingStore({
    addVote: (given, received) => sound.store.addVote(given, received),
  });
  const centre = await openHelpCentre({ store: broken });
  expect((await centre.json('POST', '/api/votes', vote(1))).status).toBe(503);
  expect(await stored(sound)).toEqual([]);
  // It is asked for again, and not given up for good.
  broken.secret = secret;
  expect((await centre.json('POST', '/api/votes', vote(1))).status).toBe(201);
  expect(await stored(sound)).toHaveLength(1);
});

test('a plain form can be sent again from the page that says it was not saved', async () => {
  const sent: [string, string][] = [
    ['article', 'billing/refund'],
    ['locale', 'de'],
    ['revision', '0123456789ab'],
    ['helpful', 'false'],
  ];
  const centre = await openHelpCentre({ store: failingStore({ secret }), newId: () => uuid(3) });
  const response = await centre.form('/api/votes', sent);
  expect(response.status).toBe(503);
  expect(response.headers.get('Retry-After')).toBe('30');
  const page = await response.text();
  expect(headingOf(page)).toBe(german['collector.error.unavailable.title']);
  expect(page).not.toContain(german['collector.vote.stored']);
  const [again] = formsOf(page, '/api/votes');
  expect(again).toMatchObject({ action: '/api/votes', button: german['collector.error.again'] });

  const working = await openHelpCentre();
  for (const _ of [1, 2]) {
    expect((await working.form('/api/votes', again?.fields ?? [])).status).toBe(201);
  }
  expect(await stored(working)).toMatchObject([{ id: uuid(3), helpful: false }]);
});

test('answers on the page for sending again are complete and are no markup', async () => {
  const centre = await openHelpCentre({ store: failingStore({ secret }), newId: () => uuid(3) });
  const response = await centre.form('/api/answers', [
    ['locale', 'de'],
    ['answers.nps', '7'],
    ['answers.channels', 'mail'],
    ['answers.channels', 'chat'],
    ['answers.more', '"><b>bold</b>'],
  ]);
  const page = await response.text();
  expect(page).not.toContain('<b>');
  expect(formsOf(page, '/api/answers')[0]?.fields).toEqual([
    ['locale', 'de'],
    ['answers.nps', '7'],
    ['answers.channels', 'mail'],
    ['answers.channels', 'chat'],
    ['answers.more', '"><b>bold</b>'],
    ['id', uuid(3)],
  ]);
});

test('a reader of the feedback is told to come back', async () => {
  const centre = await openHelpCentre({ store: failingStore() });
  const headers = { Authorization: `Bearer ${TOKEN}` };
  for (const path of ['/api/summary', '/api/export']) {
    const response = await centre.request(path, { headers });
    expect(response.headers.get('Retry-After')).toBe('30');
    expect(await problemOf(response)).toMatchObject({ status: 503 });
  }
});

test('an export that fails on the way breaks off instead of looking complete', async () => {
  const { store } = await openHelpCentre();
  await store.addVote(vote(1), new Date());
  const submissions = async function* () {
    yield* store.submissions();
    throw new Error('the database is out of reach');
  };
  const centre = await openHelpCentre({ store: failingStore({ submissions }) });
  const response = await centre.request('/api/export', { headers: { Authorization: `Bearer ${TOKEN}` } });
  await expect(response.text()).rejects.toThrow('out of reach');
  expect(centre.failures).toHaveLength(1);
});

test('the service is alive but not ready', async () => {
  const centre = await openHelpCentre({ store: failingStore() });
  expect((await centre.request('/healthz')).status).toBe(200);
  expect((await centre.request('/readyz')).status).toBe(503);
});

test('a bug is reported to the operator, and the reader is told nothing about it', async () => {
  const centre = await openHelpCentre({
    newId: () => {
      throw new TypeError('a secret detail');
    },
  });
  const response = await centre.form('/api/votes', [['locale', 'de']]);
  expect(response.status).toBe(500);
  const page = await response.text();
  expect(headingOf(page)).toBe(german['collector.error.unavailable.title']);
  expect(page).not.toContain('secret detail');
  expect(centre.failures).toEqual([new TypeError('a secret detail')]);
  const headers = { Authorization: `Bearer ${TOKEN}` };
  expect(await (await centre.request('/metrics', { headers })).text()).toContain(
    'kundig_refused_total{kind="vote",reason="failed"} 1',
  );
});

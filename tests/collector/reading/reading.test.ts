import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../../src/collector/server/server.ts';
import type { Submission } from '../../../src/core/feedback.ts';
import { answers, search, uuid, view, vote } from '../../stores/submissions.ts';
import { failingStore } from '../failing-store.ts';
import { openHelpCentre, problemOf, TOKEN, wordingsOf } from '../help-centre.ts';

const paths = ['/api/summary', '/api/export'];
const bearer = (token: string) => ({ headers: { Authorization: `Bearer ${token}` } });

test('without a token set, reading is off, whatever is sent', async () => {
  for (const token of [undefined, '']) {
    const centre = await openHelpCentre({ token });
    for (const path of paths) {
      for (const init of [{}, bearer(''), bearer('undefined')]) {
        expect(await problemOf(await centre.request(path, init))).toMatchObject({
          status: 403,
          detail: expect.stringContaining('Reading over the network is off'),
        });
      }
    }
  }
});

test('without the right token nothing is read', async () => {
  const centre = await openHelpCentre({ token: 'right-token' });
  const wrong = [
    {},
    bearer(''),
    bearer('wrong-token'),
    bearer('right-toke'),
    bearer('right-token2'),
    { headers: { Authorization: 'right-token' } },
    { headers: { Authorization: 'Basic right-token' } },
  ];
  for (const path of paths) {
    for (const init of wrong) {
      const response = await centre.request(path, init);
      expect(response.headers.get('WWW-Authenticate')).toBe('Bearer realm="kundig"');
      expect(await problemOf(response)).toMatchObject({ status: 401 });
    }
    expect((await centre.request(path, bearer('right-token'))).status).toBe(200);
  }
});

test('the summary is what the store sums up', async () => {
  const centre = await openHelpCentre({ token: 'right-token' });
  await centre.json('POST', '/api/votes', vote(1));
  await centre.json('POST', '/api/signals', [view(2), search(3, 'geld', 0)]);
  const response = await centre.request('/api/summary', bearer('right-token'));
  expect(response.headers.get('Cache-Control')).toBe('no-store');
  const summary = await response.json();
  expect(summary).toEqual(JSON.parse(JSON.stringify(await centre.store.summary())));
  expect(summary).toMatchObject({
    articles: [{ article: 'billing/refund', helpful: 0, unhelpful: 1, views: 1 }],
    searches: [{ query: 'geld', searches: 1, withoutResult: 1 }],
  });
});

test('the export has one submission a line', async () => {
  const centre = await openHelpCentre({ token: 'right-token' });
  await centre.json('POST', '/api/votes', vote(1));
  const given = { nps: 3, more: 'zwei\nZeilen' };
  const sheet = answers(2, { answers: given, wordings: wordingsOf(given) });
  await centre.json('POST', '/api/answers', sheet);
  await centre.json('POST', '/api/signals', [view(3)]);
  const response = await centre.request('/api/export', bearer('right-token'));
  expect(response.headers.get('Content-Type')).toBe('application/jsonl; charset=utf-8');
  const text = await response.text();
  expect(text.endsWith('}\n')).toBe(true);
  const received = '2026-03-01T10:00:00.000Z';
  expect(
    text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { type: 'vote', ...vote(1), received, changed: received },
    { type: 'answers', ...sheet, received },
    { type: 'signal', ...view(3), received },
  ]);
});

test('a large export comes in pieces, with every line once and whole', async () => {
  const centre = await openHelpCentre();
  const count = 1000;
  for (let start = 0; start < count; start += 50) {
    const batch = Array.from({ length: 50 }, (_, index) => search(start + index, 'größe '.repeat(20), 1));
    await centre.store.addSignals(batch, centre.clock.now);
  }
  const response = await centre.request('/api/export', bearer(TOKEN));
  const pieces = await Array.fromAsync(response.body as unknown as AsyncIterable<Uint8Array>);
  expect(pieces.length).toBeGreaterThan(2);
  const lines = Buffer.concat(pieces).toString().trimEnd().split('\n');
  expect(lines.map((line) => JSON.parse(line).id)).toEqual(
    Array.from({ length: count }, (_, index) => uuid(index)),
  );
});

test('an export of nothing is empty', async () => {
  const centre = await openHelpCentre();
  expect(await (await centre.request('/api/export', bearer(TOKEN))).text()).toBe('');
});

test('an export that is asked for it ends with a line that says how many there are', async () => {
  const centre = await openHelpCentre();
  const exported = async () => {
    const response = await centre.request('/api/export?with=end', bearer(TOKEN));
    return (await response.text()).split('\n');
  };
  expect(await exported()).toEqual(['{"type":"end","submissions":0}', '']);
  await centre.store.addSignals([view(1), view(2), view(3)], centre.clock.now);
  expect((await exported()).slice(3)).toEqual(['{"type":"end","submissions":3}', '']);
});

test('an export that fails on its way over the network does not look as if it were whole', async () => {
  const submissions = async function* (): AsyncGenerator<Submission> {
    for (let number = 0; number < 1000; number += 1) {
      yield { type: 'signal', ...view(number), received: new Date(number) };
    }
    throw new Error('the database is out of reach');
  };
  const { app, failures } = await openHelpCentre({ store: failingStore({ submissions }) });
  const { address, close } = await startServer({ app, host: '127.0.0.1', port: 0 });
  onTestFinished(close);
  const response = await fetch(`${address}/api/export`, bearer(TOKEN));
  expect(response.status).toBe(200);
  await expect(response.text()).rejects.toThrow('terminated');
  expect(failures).toHaveLength(1);
});

test('an export that nobody reads to its end lets go of the store', async () => {
  const centre = await openHelpCentre();
  await centre.store.addVote(vote(1), centre.clock.now);
  let ended = false;
  const submissions = async function* () {
    try {
      for (;;) yield* centre.store.submissions();
    } finally {
      ended = true;
    }
  };
  const endless = await openHelpCentre({ store: failingStore({ submissions }) });
  const response = await endless.request('/api/export', bearer(TOKEN));
  const reader = response.body?.getReader();
  await reader?.read();
  await reader?.cancel();
  expect(ended).toBe(true);
});

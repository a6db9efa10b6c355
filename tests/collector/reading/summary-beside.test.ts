import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { manySubmissions } from '../../../bench/many-submissions.ts';
import { summaryBeside } from '../../../src/collector/reading/summary-beside.ts';
import { openStore } from '../../../src/stores/open.ts';
import { connectSqlite } from '../../../src/stores/sqlite-store.ts';
import { search, view, vote } from '../../stores/submissions.ts';
import { openHelpCentre, problemOf, TOKEN } from '../help-centre.ts';

const withToken = { headers: { Authorization: `Bearer ${TOKEN}` } };

/** A help centre with its store in a file, and where that is. */
async function openOnDisk() {
  const folder = await mkdtemp(path.join(tmpdir(), 'kundig-summary-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const place = path.join(folder, 'feedback.db');
  const store = await openStore(place);
  return { place, centre: await openHelpCentre({ store, token: TOKEN, summary: summaryBeside(place) }) };
}

test('the summary that is made beside the collector is what its store sums up', async () => {
  const { centre } = await openOnDisk();
  await centre.json('POST', '/api/votes', vote(1));
  await centre.json('POST', '/api/signals', [view(2), search(3, 'geld', 0)]);
  const response = await centre.request('/api/summary', withToken);
  expect(response.headers.get('Content-Type')).toBe('application/json');
  expect(await response.text()).toBe(JSON.stringify(await centre.store.summary()));
});

test('votes are answered while a summary is made, and a summary knows of every vote answered before it', async () => {
  const { place, centre } = await openOnDisk();
  const raw = connectSqlite(place, 5000);
  for (const statement of manySubmissions(20_000)) raw.exec(statement);
  raw.close();
  const order: string[] = [];
  const summed = async () => {
    const response = await centre.request('/api/summary', withToken);
    const { articles } = (await response.json()) as { articles: { article: string; unhelpful: number }[] };
    order.push('summary');
    return articles.find(({ article }) => article === 'billing/refund')?.unhelpful ?? 0;
  };
  const first = summed();
  for (const number of [1, 2, 3]) {
    expect((await centre.json('POST', '/api/votes', vote(number))).status).toBe(201);
    order.push(`vote ${number}`);
  }
  // Asked for while the first is under way, both are given what the next round finds.
  const [second, third] = await Promise.all([summed(), summed()]);
  expect(order).toEqual(['vote 1', 'vote 2', 'vote 3', 'summary', 'summary', 'summary']);
  expect([second, third]).toEqual([3, 3]);
  expect(await first).toBeLessThanOrEqual(3);
});

test('a summary that cannot be made is answered with 503 and told to the operator', async () => {
  const { place, centre } = await openOnDisk();
  const broken = await openHelpCentre({
    store: centre.store,
    token: TOKEN,
    summary: summaryBeside(path.join(path.dirname(place), 'gone.db')),
  });
  expect(await problemOf(await broken.request('/api/summary', withToken))).toMatchObject({ status: 503 });
  expect(broken.failures.map(String)).toEqual([expect.stringContaining('cannot be opened')]);
});

test('a store in memory is seen by no other thread', () => {
  expect(summaryBeside(':memory:')).toBeUndefined();
});

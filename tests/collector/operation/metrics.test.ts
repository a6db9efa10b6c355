import { once } from 'node:events';
import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openToAll } from '../../../src/collector/admission/admission.ts';
import { startServer } from '../../../src/collector/server/server.ts';
import { answers, uuid, view, vote } from '../../stores/submissions.ts';
import { failingStore } from '../failing-store.ts';
import { openHelpCentre } from '../help-centre.ts';
import { balance, counted, metricsOf } from './metrics-samples.ts';

test('every submission is counted once: as stored, as a duplicate, or as refused for a reason', async () => {
  const centre = await openHelpCentre();
  const receipts: string[] = [];
  for (const number of [1, 2, 2, 3]) {
    receipts.push((await (await centre.json('POST', '/api/votes', vote(number))).json()).receipt);
  }
  await centre.json('POST', '/api/votes', { ...vote(4), helpful: 'yes' });
  await centre.json('POST', '/api/votes', { pad: 'x'.repeat(10_000) });
  await centre.json('POST', '/api/votes', vote(5), { Origin: 'https://evil.example' });
  await centre.json('POST', '/api/votes', vote(5), { 'Content-Type': 'text/plain' });
  await centre.form('/api/votes', [['helpful', 'true']]);
  await centre.request('/api/votes', {
    method: 'POST',
    body: '{',
    headers: { 'Content-Type': 'application/json' },
  });
  await centre.json('PATCH', `/api/votes/${uuid(1)}`, { receipt: receipts[0], helpful: true });
  await centre.json('PATCH', `/api/votes/${uuid(2)}`, { receipt: receipts[0], helpful: true });
  await centre.json('DELETE', `/api/votes/${uuid(1)}`, { receipt: receipts[0] });
  await centre.json('DELETE', `/api/votes/${uuid(1)}`, { receipt: receipts[0] });
  await centre.json('POST', `/api/votes/${uuid(1)}`, { receipt: receipts[0] });
  await centre.json('POST', '/api/answers', answers(1));
  await centre.json('POST', '/api/answers', answers(2, { answers: {} }));
  await centre.json('DELETE', `/api/answers/${uuid(1)}`, { receipt: receipts[0] });
  await centre.json('POST', '/api/signals', [view(1), view(2), view(2)]);
  await centre.json('POST', '/api/signals', [view(2), view(3)]);
  await centre.json('POST', '/api/signals', [view(4), view(5), { kind: 'dance' }]);
  await centre.json('POST', '/api/signals', [view(6), view(7)], { DNT: '1' });
  await centre.json('POST', '/api/signals', view(8));
  // Reading and asking are no submissions.
  await centre.request('/api/votes');
  await centre.request('/api/summary');

  const samples = await metricsOf(centre);
  expect(counted(samples, 'vote')).toEqual({
    received: 10,
    stored: 3,
    duplicates: 1,
    'refused invalid': 2,
    'refused too-large': 1,
    'refused cross-site': 1,
    'refused content-type': 1,
    'refused malformed': 1,
  });
  expect(counted(samples, 'vote-change')).toEqual({
    received: 5,
    stored: 2,
    duplicates: 1,
    'refused not-found': 1,
    'refused method': 1,
  });
  expect(counted(samples, 'answers')).toEqual({ received: 2, stored: 1, 'refused invalid': 1 });
  expect(counted(samples, 'answers-change')).toEqual({ received: 1, 'refused not-found': 1 });
  expect(counted(samples, 'signal')).toEqual({
    received: 11,
    stored: 3,
    duplicates: 2,
    'refused invalid': 4,
    'refused do-not-track': 2,
  });
  for (const kind of ['vote', 'vote-change', 'answers', 'answers-change', 'signal']) {
    const { received, accounted } = balance(samples, kind);
    expect(accounted).toBe(received);
  }
});

test('what the store could not take is counted as refused', async () => {
  const centre = await openHelpCentre({ store: failingStore() });
  await centre.json('POST', '/api/votes', vote(1));
  await centre.json('POST', '/api/signals', [view(1), view(2)]);
  const samples = await metricsOf(centre);
  expect(counted(samples, 'vote')).toEqual({ received: 1, 'refused unavailable': 1 });
  expect(counted(samples, 'signal')).toEqual({ received: 2, 'refused unavailable': 2 });
});

test('the sums are right while requests are under way', async () => {
  let finish: (outcome: 'stored') => void = () => {};
  const waiting = new Promise<'stored'>((resolve) => {
    finish = resolve;
  });
  const store = failingStore({ secret: async () => 'a secret', addVote: () => waiting });
  const centre = await openHelpCentre({ store });
  const answer = centre.json('POST', '/api/votes', vote(1));
  expect(counted(await metricsOf(centre), 'vote')).toEqual({});
  finish('stored');
  expect((await answer).status).toBe(201);
  expect(counted(await metricsOf(centre), 'vote')).toEqual({ received: 1, stored: 1 });
});

test('two collectors count for themselves', async () => {
  const one = await openHelpCentre();
  const other = await openHelpCentre();
  await one.json('POST', '/api/votes', vote(1));
  expect(counted(await metricsOf(other), 'vote')).toEqual({});
});

test('what was stored before the store failed is counted as stored, and only the rest as refused', async () => {
  const store = failingStore({
    addSignals: async (signals, _received, aside) => {
      if (aside) throw new Error('the database is out of reach');
      return signals.length;
    },
  });
  const judge = (_: unknown, { article }: { article?: string }) =>
    article === 'billing/spam' ? ('bot' as const) : undefined;
  const centre = await openHelpCentre({ store, admission: { ...openToAll, judge } });
  const spam = { ...view(3), article: 'billing/spam' };
  expect((await centre.json('POST', '/api/signals', [view(1), view(2), spam])).status).toBe(503);
  expect(counted(await metricsOf(centre), 'signal')).toEqual({
    received: 3,
    stored: 2,
    'refused unavailable': 1,
  });
});

test('operators see the version, memory, start, failures and how long acknowledgements took', async () => {
  const store = failingStore({ secret: async () => 'a secret', addVote: async () => 'stored' });
  const centre = await openHelpCentre({ store, version: '1.2.3' });
  await centre.json('POST', '/api/votes', vote(1));
  await centre.json('POST', '/api/votes', vote(2));
  // Neither what is refused nor what fails is an acknowledgement.
  await centre.json('POST', '/api/votes', {});
  await centre.json('POST', '/api/answers', answers(1));
  const samples = await metricsOf(centre);
  expect(samples).toMatchObject({
    [`kundig_build_info{version="1.2.3",node="${process.versions.node}"}`]: 1,
    kundig_store_failures_total: 1,
    kundig_proof_required: 0,
    kundig_acknowledgement_seconds_count: 2,
    'kundig_acknowledgement_seconds_bucket{le="+Inf"}': 2,
  });
  expect(samples.process_resident_memory_bytes).toBeGreaterThan(1e6);
  expect(samples.process_start_time_seconds).toBeGreaterThan(1.7e9);
});

test('a request whose answer cannot be made is counted all the same', async () => {
  const frame = async () => {
    throw new Error('the frame cannot be read');
  };
  const centre = await openHelpCentre({ frame });
  const fields: [string, string][] = [
    ['article', 'billing/refund'],
    ['locale', 'de'],
    ['revision', '0123456789ab'],
    ['helpful', 'true'],
  ];
  await expect(centre.form('/api/votes', fields)).rejects.toThrow('the frame');
  await expect(centre.form('/api/votes', fields.slice(1))).rejects.toThrow('the frame');
  expect(counted(await metricsOf(centre), 'vote')).toEqual({
    received: 2,
    stored: 1,
    'refused failed': 1,
  });
});

test('a body that breaks off on its way over the network is counted as refused', async () => {
  const centre = await openHelpCentre();
  const { address, close } = await startServer({ app: centre.app, host: '127.0.0.1', port: 0 });
  onTestFinished(close);
  const socket = connect(Number(new URL(address).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    'POST /api/votes HTTP/1.1\r\nHost: x\r\nOrigin: http://help.example.com\r\nContent-Type: application/json\r\nContent-Length: 200\r\n\r\n{"id":',
  );
  // It has to have arrived before its sender is gone.
  await fetch(`${address}/healthz`);
  socket.destroy();
  await expect
    .poll(async () => counted(await metricsOf(centre), 'vote'), { timeout: 20_000 })
    .toEqual({ received: 1, 'refused malformed': 1 });
});

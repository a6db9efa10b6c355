import { expect, test } from 'vitest';
import { createAdmission } from '../../../src/collector/admission/admission.ts';
import { failingStore } from '../failing-store.ts';
import { openHelpCentre, problemOf, TOKEN } from '../help-centre.ts';

test('the service is alive and ready', async () => {
  const centre = await openHelpCentre();
  expect((await centre.request('/healthz')).status).toBe(200);
  expect((await centre.request('/readyz')).status).toBe(200);
});

test('the database is asked at most once a second, however many want to know', async () => {
  let pings = 0;
  const ping = async () => {
    pings += 1;
  };
  const centre = await openHelpCentre({ store: failingStore({ ping }) });
  const ask = () => Promise.all([1, 2, 3].map(() => centre.request('/readyz')));
  expect((await ask()).map(({ status }) => status)).toEqual([200, 200, 200]);
  await ask();
  expect(pings).toBe(1);
  centre.clock.now = new Date('2026-03-01T10:00:01Z');
  await ask();
  expect(pings).toBe(2);
  // A clock that is put back by a day does not keep an answer for a day.
  centre.clock.now = new Date('2026-02-28T10:00:00Z');
  await ask();
  expect(pings).toBe(3);
});

test('a database that does not answer is told to all of them, reported once, and noticed when it is back', async () => {
  const store = failingStore();
  const centre = await openHelpCentre({ store });
  const answers = await Promise.all([1, 2, 3].map(() => centre.request('/readyz')));
  for (const answer of answers) {
    expect(answer.headers.get('Retry-After')).toBe('30');
    expect(await problemOf(answer)).toMatchObject({ status: 503 });
  }
  expect(centre.failures).toHaveLength(1);
  store.ping = async () => {};
  centre.clock.now = new Date('2026-03-01T10:00:01Z');
  expect((await centre.request('/readyz')).status).toBe(200);
});

test('metrics are for whoever holds the token', async () => {
  const centre = await openHelpCentre();
  const closed = await openHelpCentre({ token: undefined });
  for (const method of ['GET', 'HEAD']) {
    const status = async (of: typeof centre, headers: Record<string, string> = {}) =>
      (await of.request('/metrics', { method, headers })).status;
    expect(await status(centre)).toBe(401);
    expect(await status(centre, { Authorization: 'Bearer another token' })).toBe(401);
    expect(await status(centre, { Authorization: `Bearer ${TOKEN}` })).toBe(200);
    expect(await status(closed, { Authorization: `Bearer ${TOKEN}` })).toBe(403);
  }
});

test('health is told without a token, in one word, and kept by nobody', async () => {
  const centre = await openHelpCentre({ token: undefined });
  for (const path of ['/healthz', '/readyz']) {
    const response = await centre.request(path);
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    expect(await response.text()).toBe('ok\n');
    expect((await centre.request(path, { method: 'HEAD' })).status).toBe(200);
    expect((await centre.request(path, { method: 'POST' })).status).toBe(405);
  }
});

test('whoever guesses at the token of the metrics has to wait after some tries', async () => {
  const now = () => new Date('2026-03-01T10:00:00Z');
  const centre = await openHelpCentre({ admission: createAdmission({ now }) });
  const headers = { Authorization: 'Bearer a guess' };
  const statuses = [];
  for (let time = 0; time < 8; time++) {
    statuses.push((await centre.request('/metrics', { headers })).status);
  }
  expect(statuses).toEqual([401, 401, 401, 401, 401, 401, 429, 429]);
});

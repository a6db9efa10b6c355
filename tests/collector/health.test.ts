import { expect, test } from 'vitest';
import { answers, uuid, view, vote } from '../stores/submissions.ts';
import { failingStore } from './failing-store.ts';
import { type HelpCentre, openHelpCentre } from './help-centre.ts';

type Samples = Record<string, number>;

/** The samples of `/metrics`, e.g. `{ 'kundig_received_total{kind="vote"}': 3 }`. */
async function metrics(centre: HelpCentre): Promise<Samples> {
  const response = await centre.request('/metrics');
  expect(response.headers.get('Content-Type')).toBe('text/plain; version=0.0.4; charset=utf-8');
  const text = await response.text();
  expect(text.endsWith('\n')).toBe(true);
  return Object.fromEntries(
    text
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('#'))
      .map((line) => {
        expect(line).toMatch(/^kundig_[a-z_]+\{[^}]*\} \d+$/);
        const [name = '', value] = line.split(' ');
        return [name, Number(value)];
      }),
  );
}

/** What was counted of one kind, without zeros. */
function counted(samples: Samples, kind: string): Samples {
  return Object.fromEntries(
    Object.entries(samples)
      .filter(([name, value]) => name.includes(`kind="${kind}"`) && value > 0)
      .map(([name, value]) => [
        name.replace(/^kundig_(\w+)_total\{kind="[^"]*"(?:,reason="([^"]*)")?\}$/, (_, family, reason) =>
          reason ? `${family} ${reason}` : family,
        ),
        value,
      ]),
  );
}

test('the service is alive and ready', async () => {
  const centre = await openHelpCentre();
  expect((await centre.request('/healthz')).status).toBe(200);
  expect((await centre.request('/readyz')).status).toBe(200);
});

test('every submission is counted once: as stored, as a duplicate, or as refused for a reason', async () => {
  const centre = await openHelpCentre({ origins: [] });
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

  const samples = await metrics(centre);
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
    const { received, ...parts } = counted(samples, kind);
    expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(received);
  }
});

test('what the store could not take is counted as refused', async () => {
  const centre = await openHelpCentre({ store: failingStore() });
  await centre.json('POST', '/api/votes', vote(1));
  await centre.json('POST', '/api/signals', [view(1), view(2)]);
  const samples = await metrics(centre);
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
  expect(counted(await metrics(centre), 'vote')).toEqual({});
  finish('stored');
  expect((await answer).status).toBe(201);
  expect(counted(await metrics(centre), 'vote')).toEqual({ received: 1, stored: 1 });
});

test('two collectors count for themselves', async () => {
  const one = await openHelpCentre();
  const other = await openHelpCentre();
  await one.json('POST', '/api/votes', vote(1));
  expect(counted(await metrics(other), 'vote')).toEqual({});
});

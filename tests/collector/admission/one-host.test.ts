import { Agent, request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { createAdmission } from '../../../src/collector/admission/admission.ts';
import { startServer } from '../../../src/collector/server/server.ts';
import { uuid, vote } from '../../stores/submissions.ts';
import { type HelpCentre, openHelpCentre } from '../help-centre.ts';
import { BROWSER, openGuarded } from '../senders.ts';

const now = () => new Date('2026-03-01T10:00:00Z');

/** Everything that a sender can make up about a vote on one article. */
function disguise(number: number) {
  return {
    body: vote(number, {
      helpful: number % 2 === 0,
      locale: ['de', 'en', 'pt-BR'][number % 3] ?? 'de',
      revision: (number % 1000).toString(16).padStart(12, '0'),
    }),
    headers: {
      'Content-Type': 'application/json',
      Origin: 'http://help.example.com',
      'User-Agent': `${BROWSER} (${number})`,
      'X-Forwarded-For': `203.0.${number >> 8}.${number & 255}, 192.0.2.${number & 255}`,
      'X-Real-IP': `203.0.113.${number & 255}`,
      Forwarded: `for=203.0.113.${number & 255}`,
      'CF-Connecting-IP': `203.0.113.${number & 255}`,
      'Accept-Language': ['de', 'en', 'fr'][number % 3] ?? 'de',
      Referer: `http://help.example.com/de/${number}/`,
    },
  };
}

/** Casts votes over real connections, several at once, and counts the answers by status. */
async function cast(address: string, numbers: readonly number[], keepAlive: boolean) {
  const agent = new Agent({ keepAlive, maxSockets: 20 });
  const statuses: Record<number, number> = {};
  const rest = numbers.values();
  const caster = async () => {
    for (const number of rest) {
      const { body, headers } = disguise(number);
      const status = await new Promise<number>((resolve, reject) => {
        const sent = request(`${address}/api/votes`, { method: 'POST', agent, headers }, (response) => {
          response.resume().once('end', () => resolve(response.statusCode ?? 0));
        });
        sent.once('error', reject).end(JSON.stringify(body));
      });
      statuses[status] = (statuses[status] ?? 0) + 1;
    }
  };
  await Promise.all(Array.from({ length: 20 }, caster));
  agent.destroy();
  return statuses;
}

const numbers = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

async function countedOf({ store }: HelpCentre): Promise<number> {
  const { articles } = await store.summary();
  return articles.reduce((sum, { helpful, unhelpful }) => sum + helpful + unhelpful, 0);
}

test('one host that casts 10,000 votes moves an article by three, whatever it says of itself', async () => {
  const unlimited = { submissions: { burst: 1e9, perSecond: 1e9 } };
  const centre = await openHelpCentre({ now, admission: createAdmission({ now, allowances: unlimited }) });
  const server = await startServer({ app: centre.app, host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  expect(await cast(server.address, numbers(0, 8000), true)).toEqual({ 201: 8000 });
  expect(await cast(server.address, numbers(8000, 10_000), false)).toEqual({ 201: 2000 });
  expect(await countedOf(centre)).toBe(3);
  // All of them are kept, so that somebody can look at them.
  const kept = await Array.fromAsync(centre.store.submissions());
  expect(kept).toHaveLength(10_000);
  expect(kept.filter(({ aside }) => aside === undefined)).toHaveLength(3);
}, 180_000);

test('with the usual limits, most of them are refused before they are read', async () => {
  const centre = await openHelpCentre({ now, admission: createAdmission({ now }) });
  const server = await startServer({ app: centre.app, host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.close());
  expect(await cast(server.address, numbers(0, 1000), true)).toEqual({ 201: 300, 429: 700 });
  expect(await countedOf(centre)).toBe(3);
});

test('all the addresses of one /64 are one host, and many hosts are many', async () => {
  const guarded = await openGuarded();
  const vote10 = async (address: (number: number) => string, from: number) => {
    for (const number of numbers(from, from + 10)) {
      await guarded.send({ address: address(number) }, 'POST', '/api/votes', disguise(number).body);
    }
    return countedOf(guarded.centre);
  };
  expect(await vote10((number) => `2001:db8:1:2:${number}::${number}`, 0)).toBe(3);
  expect(await vote10((number) => `2001:db8:1:${number}::1`, 10)).toBe(13);
});

test('changing and withdrawing over and over moves an article by three at most', async () => {
  const guarded = await openGuarded({ allowances: { submissions: { burst: 1e9, perSecond: 1e9 } } });
  let most = 0;
  for (const number of numbers(0, 300)) {
    const { receipt } = await (await guarded.send({}, 'POST', '/api/votes', disguise(number).body)).json();
    const path = `/api/votes/${uuid(number)}`;
    await guarded.send({}, 'PATCH', path, { receipt, helpful: number % 3 === 0 });
    if (number % 2 === 0) await guarded.send({}, 'DELETE', path, { receipt });
    if (number % 10 === 0) most = Math.max(most, await countedOf(guarded.centre));
  }
  expect(most).toBeLessThanOrEqual(3);
});

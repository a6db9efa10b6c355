import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTrustedProxies } from '../../../src/collector/admission/client-address.ts';
import { answers, search, uuid, view, vote } from '../../stores/submissions.ts';
import { problemOf, stored, TOKEN } from '../help-centre.ts';
import { BROWSER, type GuardedCentre, openGuarded, type Sender } from '../senders.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Why each submission does not count, in the order of an export. */
async function asides({ centre }: GuardedCentre): Promise<(string | undefined)[]> {
  return (await stored(centre)).map((one) => (one as { aside?: string }).aside);
}

/** How many votes on an article count, in whatever language and revision. */
async function countedVotes({ centre }: GuardedCentre, article = 'billing/refund'): Promise<number> {
  const { articles } = await centre.store.summary();
  return articles
    .filter((one) => one.article === article)
    .reduce((sum, one) => sum + one.helpful + one.unhelpful, 0);
}

test('three votes of one place on one article count a day, and further ones are kept and answered alike', async () => {
  const guarded = await openGuarded();
  for (let number = 1; number <= 5; number++) {
    const response = await guarded.send({}, 'POST', '/api/votes', vote(number));
    expect(response.status).toBe(201);
    expect(Object.keys(await response.json())).toEqual(['receipt']);
  }
  expect(await asides(guarded)).toEqual([undefined, undefined, undefined, 'repeat', 'repeat']);
  await guarded.send({}, 'POST', '/api/votes', vote(6, { article: 'billing/other' }));
  await guarded.send({ address: '198.51.100.8' }, 'POST', '/api/votes', vote(7));
  expect((await asides(guarded)).slice(5)).toEqual([undefined, undefined]);
  expect([await countedVotes(guarded), await countedVotes(guarded, 'billing/other')]).toEqual([4, 1]);
});

test('the same vote delivered again is no repeat', async () => {
  const guarded = await openGuarded();
  for (const number of [1, 1, 1, 2, 2, 1, 3]) {
    await guarded.send({}, 'POST', '/api/votes', vote(number));
  }
  expect(await asides(guarded)).toEqual([undefined, undefined, undefined]);
  const capitals = vote(4, { id: 'abcdefab-cdef-4abc-8def-abcdefabcdef', article: 'billing/other' });
  for (const id of [capitals.id, capitals.id.toUpperCase(), uuid(5), uuid(6)]) {
    await guarded.send({}, 'POST', '/api/votes', { ...capitals, id });
  }
  expect(await asides(guarded)).toEqual(Array(6).fill(undefined));
});

test('the day after, the same place may vote again; across midnight it may not', async () => {
  const guarded = await openGuarded();
  guarded.clock.now = new Date('2026-03-01T23:50:00Z');
  for (const number of [1, 2, 3]) await guarded.send({}, 'POST', '/api/votes', vote(number));
  guarded.clock.now = new Date('2026-03-02T00:10:00Z');
  await guarded.send({}, 'POST', '/api/votes', vote(4));
  expect(await countedVotes(guarded)).toBe(3);
  guarded.clock.now = new Date('2026-03-02T23:50:00Z');
  await guarded.send({}, 'POST', '/api/votes', vote(5));
  expect(await countedVotes(guarded)).toBe(4);
});

test('a vote that was set aside stays aside when it is changed, and a place gets none back by withdrawing', async () => {
  const guarded = await openGuarded();
  const receipts: string[] = [];
  for (let number = 1; number <= 4; number++) {
    const response = await guarded.send({}, 'POST', '/api/votes', vote(number));
    receipts.push((await response.json()).receipt);
  }
  const change = { receipt: receipts[3], helpful: true };
  expect((await guarded.send({}, 'PATCH', `/api/votes/${uuid(4)}`, change)).status).toBe(200);
  expect(await countedVotes(guarded)).toBe(3);
  await guarded.send({}, 'DELETE', `/api/votes/${uuid(1)}`, { receipt: receipts[0] });
  await guarded.send({}, 'POST', '/api/votes', vote(5));
  expect(await countedVotes(guarded)).toBe(2);
});

test('of sheets five a day count from one place, and of the same signal twenty', async () => {
  const guarded = await openGuarded();
  for (let number = 1; number <= 6; number++) await guarded.send({}, 'POST', '/api/answers', answers(number));
  expect(await asides(guarded)).toEqual([...Array(5).fill(undefined), 'repeat']);
  const views = Array.from({ length: 22 }, (_, number) => view(number));
  // What is summed up as one phrase is one thing, however it is typed.
  const typed = ['Geld zurück', 'geld zurück', '  Geld   zurück '];
  const searches = Array.from({ length: 22 }, (_, number) =>
    search(100 + number, typed[number % 3] ?? '', 1),
  );
  await guarded.send({}, 'POST', '/api/signals', [...views, search(99, 'zurück', 1)]);
  await guarded.send({}, 'POST', '/api/signals', [...searches, view(98, { article: 'billing/other' })]);
  const signals = (await stored(guarded.centre)).filter((one) => (one as { type: string }).type === 'signal');
  const aside = signals.filter((one) => (one as { aside?: string }).aside === 'repeat');
  expect([signals.length, aside.length]).toEqual([46, 4]);
});

test('a program, and what was made up to smuggle something in, is stored and does not count', async () => {
  const guarded = await openGuarded();
  await guarded.send({ userAgent: 'curl/8.15.0' }, 'POST', '/api/votes', vote(1));
  await guarded.send({ userAgent: '' }, 'POST', '/api/votes', vote(2));
  await guarded.send({}, 'POST', '/api/answers', answers(3, { source: 'mail#:~:text=x' }));
  await guarded.send({}, 'POST', '/api/signals', [
    search(4, '<script>alert(1)</script>', 0),
    search(5, 'geld', 1),
  ]);
  expect(await asides(guarded)).toEqual(['bot', 'bot', 'payload', 'payload', undefined]);
  expect(await countedVotes(guarded)).toBe(0);
});

test('a reader who writes of a script in a comment or in the survey counts', async () => {
  const guarded = await openGuarded();
  const response = await guarded.send({}, 'POST', '/api/votes', vote(1));
  const { receipt } = await response.json();
  const comment = 'The <script> tag does not work, nor does javascript:alert(1)';
  await guarded.send({}, 'PATCH', `/api/votes/${uuid(1)}`, { receipt, comment });
  await guarded.send({}, 'POST', '/api/answers', answers(2, { answers: { nps: 9, more: comment } }));
  expect(await stored(guarded.centre)).toMatchObject([{ comment }, { answers: { more: comment } }]);
  expect(await asides(guarded)).toEqual([undefined, undefined]);
});

test('a scanner that presses every button is set aside as soon as it is recognised', async () => {
  const guarded = await openGuarded();
  for (let number = 0; number < 20; number++) {
    const article = `a/${number >> 1}`;
    await guarded.send({}, 'POST', '/api/votes', vote(number, { article, helpful: number % 2 === 0 }));
    guarded.wait(50);
  }
  expect(await asides(guarded)).toEqual([...Array(5).fill(undefined), ...Array(15).fill('bot')]);
});

test.for([[0], [1200]])(
  '50 people behind one address read, vote, change their mind and say why, %i ms apart, and all of them count',
  async ([pause = 0]) => {
    const guarded = await openGuarded();
    const statuses = new Set<number>();
    async function send(method: string, path: string, body: unknown) {
      const response = await guarded.send({}, method, path, body);
      statuses.add(response.status);
      return response;
    }
    for (let person = 1; person <= 50; person++) {
      const article = `a/${person}`;
      for (let page = 1; page <= 20; page++) {
        await send('POST', '/api/signals', [
          view(1000 * person + page, { article: `a/${(person + page) % 60}` }),
        ]);
      }
      const helpful = person % 3 > 0;
      const response = await send('POST', '/api/votes', vote(person, { article, helpful }));
      const { receipt } = await response.json();
      await send('PATCH', `/api/votes/${uuid(person)}`, { receipt, helpful: !helpful });
      await send('PATCH', `/api/votes/${uuid(person)}`, { receipt, comment: 'Thanks.' });
      guarded.wait(pause);
    }
    expect([...statuses].sort()).toEqual([200, 201]);
    expect((await asides(guarded)).filter((aside) => aside !== undefined)).toEqual([]);
    const { articles } = await guarded.centre.store.summary();
    const voted = articles.filter(({ helpful, unhelpful }) => helpful + unhelpful === 1);
    expect(voted).toHaveLength(50);
  },
);

test('each of 50 people behind one address may vote on three articles at once', async () => {
  const guarded = await openGuarded();
  for (let number = 0; number < 150; number++) {
    await guarded.send({}, 'POST', '/api/votes', vote(number, { article: `a/${number}` }));
  }
  expect(await asides(guarded)).toEqual(Array(150).fill(undefined));
});

test('too much from one place is refused before its body is read, until the time that is said', async () => {
  const guarded = await openGuarded({ allowances: { submissions: { burst: 3, perSecond: 0.1 } } });
  for (const number of [1, 2, 3]) await guarded.send({}, 'POST', '/api/votes', vote(number));
  const refused = await guarded.send({}, 'POST', '/api/votes', { ...vote(4), id: 'nonsense' });
  expect(refused.headers.get('Retry-After')).toBe('10');
  expect(await problemOf(refused)).toEqual({
    type: 'about:blank',
    title: 'Too Many Requests',
    status: 429,
    detail: 'Too many requests came from this address. Send the same again in 10 s.',
  });
  expect((await guarded.send({ address: '198.51.100.8' }, 'POST', '/api/votes', vote(5))).status).toBe(201);
  guarded.wait(9999);
  expect((await guarded.send({}, 'POST', '/api/votes', vote(6))).status).toBe(429);
  guarded.wait(1);
  expect((await guarded.send({}, 'POST', '/api/votes', vote(7))).status).toBe(201);
  expect(await stored(guarded.centre)).toHaveLength(5);
});

test('without script, a page says that it was too much', async () => {
  const guarded = await openGuarded({ allowances: { submissions: { burst: 1, perSecond: 0.1 } } });
  const { id: _, ...fields } = vote(1);
  const form = { ...fields, helpful: 'true' };
  expect((await guarded.form({}, '/api/votes', form)).status).toBe(201);
  const refused = await guarded.form({ headers: { 'Accept-Language': 'de' } }, '/api/votes', form);
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '10']);
  expect(await refused.text()).toContain('Aus Ihrem Netz wurde gerade sehr viel auf einmal gesendet');
});

test('signals, changes and readings are limited too, each by itself', async () => {
  const little = { burst: 1, perSecond: 0.001 };
  const guarded = await openGuarded({
    allowances: { submissions: little, signals: little, reading: little },
  });
  const authorized: Sender = { headers: { Authorization: `Bearer ${TOKEN}` } };
  const statuses = async (...requests: Parameters<GuardedCentre['send']>[]) => {
    const all: number[] = [];
    for (const request of requests) all.push((await guarded.send(...request)).status);
    return all;
  };
  expect(
    await statuses(
      [{}, 'DELETE', `/api/votes/${uuid(1)}`, { receipt: 'x'.repeat(43) }],
      [{}, 'POST', '/api/votes', vote(1)],
      [{}, 'POST', '/api/signals', [view(1)]],
      [{}, 'POST', '/api/signals', [view(2)]],
      [authorized, 'GET', '/api/summary'],
      [authorized, 'GET', '/api/export'],
      [authorized, 'GET', '/metrics'],
      [{}, 'GET', '/healthz'],
      [{}, 'GET', '/healthz'],
    ),
  ).toEqual([404, 429, 201, 429, 200, 429, 429, 200, 200]);
});

test('guessing at the token is slow, while the right one opens as often as programs ask', async () => {
  const guarded = await openGuarded();
  const ask = async (token: string, address: string) => {
    const from = { address, headers: { Authorization: `Bearer ${token}` } };
    return (await guarded.send(from, 'GET', '/api/summary')).status;
  };
  for (let time = 0; time < 50; time++) expect(await ask(TOKEN, '198.51.100.8')).toBe(200);
  const guesses: number[] = [];
  for (let second = 0; second < 600; second++) {
    guesses.push(await ask(`guess ${second}`, '198.51.100.7'));
    guarded.wait(1000);
  }
  expect(guesses.filter((status) => status === 401).length).toBeLessThanOrEqual(6 + 60);
  expect(guesses.filter((status) => status === 401).length).toBeGreaterThan(50);
});

test('behind a trusted proxy readers are told apart, and whom they name themselves is not believed', async () => {
  const guarded = await openGuarded({ proxies: readTrustedProxies('10.0.0.0/8') });
  const behind = (forwarded: string): Sender => ({
    address: '10.0.0.1',
    headers: { 'X-Forwarded-For': forwarded },
  });
  for (let number = 0; number < 10; number++) {
    await guarded.send(behind(`203.0.113.${number}`), 'POST', '/api/votes', vote(number));
  }
  expect(await countedVotes(guarded)).toBe(10);
  for (let number = 10; number < 20; number++) {
    await guarded.send(behind(`192.0.2.${number}, 203.0.113.99`), 'POST', '/api/votes', vote(number));
  }
  expect(await countedVotes(guarded)).toBe(13);
});

test('whoever hangs up before the answer is still known', async () => {
  const guarded = await openGuarded();
  for (let number = 0; number < 10; number++) {
    // As a connection does: it knows the other end only while it is open.
    const socket = {
      asked: 0,
      get remoteAddress() {
        this.asked += 1;
        return this.asked === 1 ? '198.51.100.7' : undefined;
      },
    };
    const init = {
      method: 'POST',
      body: JSON.stringify(vote(number)),
      headers: {
        'Content-Type': 'application/json',
        Origin: 'http://help.example.com',
        'User-Agent': BROWSER,
      },
    };
    await guarded.centre.app.request('http://help.example.com/api/votes', init, { incoming: { socket } });
  }
  for (const number of [10, 11, 12]) await guarded.send({}, 'POST', '/api/votes', vote(number));
  expect(await countedVotes(guarded)).toBe(3);
});

test('what is remembered of a place is deleted when its time is up, and so is the salt of its mark', async () => {
  const salts: Buffer[] = [];
  const newSalt = () => {
    const salt = Buffer.alloc(32, 7);
    salts.push(salt);
    return salt;
  };
  const guarded = await openGuarded({ newSalt, allowances: { submissions: { burst: 1, perSecond: 1 } } });
  const statusOf = async (number: number) =>
    (await guarded.send({}, 'POST', '/api/votes', vote(number))).status;
  expect([await statusOf(1), await statusOf(2)]).toEqual([201, 429]);
  guarded.wait(3000);
  guarded.admission.tidy();
  // Back at the same moment, nobody knows any more who came then.
  guarded.wait(-3000);
  expect(await statusOf(2)).toBe(201);
  guarded.wait(48 * HOUR);
  guarded.admission.tidy();
  expect(salts[0]).toEqual(Buffer.alloc(32));
});

test('the operator is told once of a proxy that is not trusted, and of no address', async () => {
  const notices: string[] = [];
  const guarded = await openGuarded({ onNotice: (notice) => notices.push(notice) });
  for (const number of [1, 2]) {
    const from = { headers: { 'X-Forwarded-For': '203.0.113.9' } };
    await guarded.send(from, 'POST', '/api/votes', vote(number));
  }
  expect(notices).toEqual([expect.stringContaining('TRUSTED_PROXIES is not set')]);
  expect(notices.join()).not.toMatch(/203\.0|198\.51/);
  const told: string[] = [];
  const other = await openGuarded({
    proxies: readTrustedProxies('10.0.0.1'),
    onNotice: (notice) => told.push(notice),
  });
  await other.send({ headers: { 'X-Forwarded-For': '203.0.113.9' } }, 'POST', '/api/votes', vote(1));
  expect(told).toEqual([]);
});

test('what came in within the last minute is known, and what became of it', async () => {
  const guarded = await openGuarded({ allowances: { submissions: { burst: 6, perSecond: 0.001 } } });
  expect(guarded.admission.recent()).toEqual({ votes: 0, aside: 0, limited: 0 });
  for (const number of [1, 2, 3, 4, 5]) {
    await guarded.send({}, 'POST', '/api/votes', vote(number));
    guarded.wait(1000);
  }
  await guarded.send({}, 'POST', '/api/answers', answers(6));
  await guarded.send({}, 'POST', '/api/votes', vote(7));
  expect(guarded.admission.recent()).toEqual({ votes: 5, aside: 2, limited: 1 });
  guarded.wait(58_000);
  expect(guarded.admission.recent()).toEqual({ votes: 1, aside: 1, limited: 1 });
  guarded.wait(10 * HOUR);
  expect(guarded.admission.recent()).toEqual({ votes: 0, aside: 0, limited: 0 });
});

test('whatever one place sends, in whatever order, no article counts more than three of its votes', async () => {
  const step = fc.oneof(
    fc.record({
      do: fc.constant('vote' as const),
      number: fc.nat(12),
      article: fc.constantFrom('a/1', 'a/2'),
      helpful: fc.boolean(),
      revision: fc.constantFrom('0123456789ab', 'ba9876543210'),
      locale: fc.constantFrom('de', 'en'),
      userAgent: fc.constantFrom(BROWSER, `${BROWSER} x`),
    }),
    fc.record({ do: fc.constant('change' as const), number: fc.nat(12), helpful: fc.boolean() }),
    fc.record({ do: fc.constant('withdraw' as const), number: fc.nat(12) }),
    fc.record({ do: fc.constant('wait' as const), minutes: fc.nat(60) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const guarded = await openGuarded();
      const receipts = new Map<number, string>();
      // Less than a day in all.
      for (const one of steps) {
        if (one.do === 'wait') {
          guarded.wait(one.minutes * 30_000);
          continue;
        }
        const address = `/api/votes/${uuid(one.number)}`;
        const receipt = receipts.get(one.number) ?? 'x'.repeat(43);
        if (one.do === 'vote') {
          const { do: _, number, userAgent, ...more } = one;
          const response = await guarded.send({ userAgent }, 'POST', '/api/votes', vote(number, more));
          receipts.set(number, (await response.json()).receipt);
        } else if (one.do === 'change') {
          await guarded.send({}, 'PATCH', address, { receipt, helpful: one.helpful });
        } else {
          await guarded.send({}, 'DELETE', address, { receipt });
        }
        expect(await countedVotes(guarded, 'a/1')).toBeLessThanOrEqual(3);
        expect(await countedVotes(guarded, 'a/2')).toBeLessThanOrEqual(3);
      }
      await guarded.centre.store.close();
    }),
    { numRuns: 40 },
  );
});

import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { today } from '../../../src/client/day.ts';
import { SENT_KEY } from '../../../src/client/kept.ts';
import { createCollector } from '../../../src/collector/collector.ts';
import type { StoredVote } from '../../../src/core/feedback.ts';
import { readTexts } from '../../../src/readers/texts.ts';
import { openStore } from '../../../src/stores/open.ts';
import { SimulatedBrowser, type SimulatedPage, WEATHER, type Weather } from './simulated-browser.ts';

const HOME = 'http://help.example.com';
const ADDRESS = `${HOME}/api/votes`;

const store = await openStore(':memory:');
afterAll(() => store.close());
afterEach(() => vi.unstubAllGlobals());

/** What a reader wants to be stored of their vote. */
type Wish = Pick<StoredVote, 'helpful' | 'reason' | 'comment'> | undefined;

/** What a reader, their device or the collector does next. */
type Step =
  | { does: 'votes'; helpful: boolean }
  | { does: 'explains'; change: { reason?: 'outdated' | 'wrong'; comment?: string } }
  | { does: 'withdraws' | 'reloads' | 'goes offline' | 'comes online' | 'collector restarts' | 'waits' };

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('votes' as const), helpful: fc.boolean() }) },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constant('explains' as const),
      change: fc.record(
        {
          reason: fc.constantFrom('outdated' as const, 'wrong' as const),
          comment: fc.constantFrom('first', 'second'),
        },
        { requiredKeys: [] },
      ),
    }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      does: fc.constantFrom(
        'withdraws' as const,
        'reloads' as const,
        'goes offline' as const,
        'comes online' as const,
        'collector restarts' as const,
        'waits' as const,
      ),
    }),
  },
);

/** A reader before an article, as the page lets them act. */
class Reader {
  readonly article = `article-${randomUUID()}`;
  wish: Wish;
  readonly #browser: SimulatedBrowser;
  #page!: SimulatedPage;
  #collector = newCollector();

  constructor(weather: readonly Weather[]) {
    this.#browser = new SimulatedBrowser(async (path, init) =>
      this.#collector.request(`${HOME}${path}`, {
        method: init.method,
        body: init.body,
        headers: { ...(init.headers as Record<string, string>), Origin: HOME },
      }),
    );
    this.#browser.weather = [...weather];
  }

  async reload(): Promise<void> {
    this.#page = await this.#browser.open();
    void this.#page.outbox.deliverAll();
  }

  async take(step: Step): Promise<void> {
    if (this.#browser.hasCrashed) await this.reload();
    const { outbox, votes } = this.#page;
    const current = votes.ownVotes().find((vote) => vote.article === this.article && !votes.isLeaving(vote));
    switch (step.does) {
      case 'votes': {
        const { helpful } = step;
        if (current) {
          this.wish = { ...this.wish, helpful };
          void outbox.submit(votes.voteRequest(ADDRESS, 'PATCH', current.id, { helpful }, { helpful }));
        } else {
          this.wish = { helpful };
          void outbox.submit(this.#newVote(helpful));
        }
        break;
      }
      case 'explains':
        if (!current || !this.wish || Object.keys(step.change).length === 0) break;
        this.wish = { ...this.wish, ...step.change };
        void outbox.submit(votes.voteRequest(ADDRESS, 'PATCH', current.id, step.change));
        break;
      case 'withdraws':
        if (!current) break;
        this.wish = undefined;
        void votes.withdrawVote(ADDRESS, current);
        break;
      case 'reloads':
        await this.reload();
        break;
      case 'goes offline':
        this.#browser.isOnline = false;
        break;
      case 'comes online':
        this.#browser.isOnline = true;
        void outbox.deliverAll();
        break;
      case 'collector restarts':
        this.#collector = newCollector();
        break;
      default:
        await this.#browser.settle();
    }
  }

  /** Brings the reader back on a good day, and an echo of all that was sent. */
  async end(): Promise<void> {
    await this.#browser.settle();
    this.#browser.weather = [];
    this.#browser.isOnline = true;
    await this.reload();
    await this.#browser.settle();
    await this.#browser.deliverAgain();
  }

  get kept(): string[] {
    return Object.keys(localStorage);
  }

  /** What this browser shows as the reader's vote. */
  get shown(): boolean | undefined {
    return this.#page.votes.ownVotes().find(({ article }) => article === this.article)?.helpful;
  }

  async stored(): Promise<Wish[]> {
    const all = await Array.fromAsync(store.submissions());
    return all
      .filter((one) => one.type === 'vote' && one.article === this.article)
      .map((one) => {
        const { helpful, reason, comment } = one as StoredVote;
        return { helpful, ...(reason && { reason }), ...(comment && { comment }) };
      });
  }

  #newVote(helpful: boolean) {
    const id = randomUUID();
    const said = { article: this.article, locale: 'en', revision: '0123456789ab', helpful };
    const keeps = { ...said, title: 'An article', path: '/en/an/article/' };
    return this.#page.votes.voteRequest(ADDRESS, 'POST', id, { id, ...said }, keeps);
  }
}

function newCollector() {
  return createCollector({
    store,
    locales: ['en'],
    texts: readTexts,
    origins: { own: new Set([HOME]), others: new Set() },
    now: () => new Date('2026-03-01T10:00:00Z'),
  });
}

async function after(steps: readonly Step[], weather: readonly Weather[]): Promise<Reader> {
  const reader = new Reader(weather);
  await reader.reload();
  for (const step of steps) await reader.take(step);
  await reader.end();
  return reader;
}

test('whatever happens on the way, what is stored in the end is what the reader wished last, once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 14 }),
      fc.array(fc.constantFrom(...WEATHER), { maxLength: 20 }),
      async (steps, weather) => {
        const reader = await after(steps, weather);
        expect(await reader.stored()).toEqual(reader.wish ? [reader.wish] : []);
        expect(reader.shown).toBe(reader.wish?.helpful);
        // Nothing waits, and there is a receipt for what is stored.
        expect(reader.kept.map((key) => key.slice(0, 12))).toEqual(reader.wish ? ['kundig:vote:'] : []);
      },
    ),
    { numRuns: 300 },
  );
}, 120_000);

test('a vote that was never sent is withdrawn without being sent', async () => {
  const reader = await after(
    [{ does: 'goes offline' }, { does: 'votes', helpful: true }, { does: 'waits' }, { does: 'withdraws' }],
    [],
  );
  expect(await reader.stored()).toEqual([]);
  expect(reader.kept).toEqual([]);
});

test('of several survey sheets that waited, the receipt of each is kept', async () => {
  const browser = new SimulatedBrowser(async (_path, { body }) =>
    Response.json({ receipt: `receipt of ${JSON.parse(String(body)).id}` }, { status: 201 }),
  );
  browser.isOnline = false;
  const { outbox } = await browser.open();
  for (const id of ['one', 'two', 'three']) {
    const address = `${HOME}/api/answers`;
    outbox.putIn({ id, method: 'POST', address, body: { id }, day: today(), receiptKey: SENT_KEY });
  }
  browser.isOnline = true;
  await outbox.deliverAll();
  const kept = Object.entries({ ...localStorage }).map(([key, value]) => [key, JSON.parse(value).receipt]);
  expect(kept.map(([, receipt]) => receipt).sort()).toEqual([
    'receipt of one',
    'receipt of three',
    'receipt of two',
  ]);
  expect(kept.map(([key]) => key)).toContain(SENT_KEY);
});

test('nothing stays behind of a change to a vote that the collector has no more', async () => {
  const browser = new SimulatedBrowser(async () => Response.json({ status: 404 }, { status: 404 }));
  const { outbox, votes } = await browser.open();
  const id = randomUUID();
  localStorage.setItem(`kundig:vote:${id}`, JSON.stringify({ id, receipt: 'of a database that is gone' }));
  outbox.putIn(votes.voteRequest(ADDRESS, 'PATCH', id, { comment: 'first' }));
  await outbox.deliverAll();
  expect({ ...localStorage }).toEqual({});
});

test('what a web server says in place of the collector refuses nothing: the vote waits', async () => {
  for (const status of [403, 404, 405]) {
    const browser = new SimulatedBrowser(
      async () => new Response('<h1>Nothing here</h1>', { status, headers: { 'Content-Type': 'text/html' } }),
    );
    const { outbox, votes } = await browser.open();
    const id = randomUUID();
    const { kind } = await outbox.submit(votes.voteRequest(ADDRESS, 'POST', id, { id }));
    expect({ status, kind }).toEqual({ status, kind: 'waiting' });
    expect(Object.keys(localStorage)).toEqual([`kundig:outbox:${id}:POST`]);
  }
});

import { setImmediate } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openToAll } from '../../../src/collector/admission/admission.ts';
import { COUNTED } from '../../../src/collector/operation/ledger.ts';
import { tooMany } from '../../../src/collector/problem.ts';
import type { Aside } from '../../../src/core/feedback.ts';
import { answers, uuid, view, vote } from '../../stores/submissions.ts';
import { failingStore } from '../failing-store.ts';
import { type HelpCentre, openHelpCentre } from '../help-centre.ts';
import { balance, counted, metricsOf, type Samples } from './metrics-samples.ts';

/** What is sent, and how many submissions a collector may count in it. */
interface Sending {
  kind: (typeof COUNTED)[number];
  size?: number;
  send: (centre: HelpCentre) => Promise<Response>;
}

const post = (centre: HelpCentre, path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  centre.request(path, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', Origin: 'http://help.example.com', ...headers },
    duplex: 'half',
  } as RequestInit);

/** A body whose sender is gone before its end. */
const brokenOff = () =>
  new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('{"id":')),
    pull: (controller) => controller.error(new Error('gone')),
  });

const sendings = (number: number): Sending[] => [
  { kind: 'vote', send: (centre) => centre.json('POST', '/api/votes', vote(number)) },
  { kind: 'vote', send: (centre) => centre.json('POST', '/api/votes', { ...vote(number), helpful: 1 }) },
  {
    kind: 'vote',
    send: (centre) => centre.json('POST', '/api/votes', vote(number, { article: 'billing/spam' })),
  },
  {
    kind: 'vote',
    send: (centre) => centre.json('POST', '/api/votes', vote(number), { Origin: 'https://evil.example' }),
  },
  { kind: 'vote', send: (centre) => centre.json('POST', '/api/votes', vote(number), { 'X-Limit': '1' }) },
  { kind: 'vote', send: (centre) => post(centre, '/api/votes', brokenOff()) },
  { kind: 'vote', send: (centre) => post(centre, '/api/votes', 'x'.repeat(9000)) },
  { kind: 'vote', send: (centre) => post(centre, '/api/votes', '{}', { 'Content-Type': 'text/plain' }) },
  { kind: 'vote', send: (centre) => centre.form('/api/votes', [['helpful', 'true']]) },
  {
    kind: 'vote',
    send: (centre) =>
      centre.form(
        '/api/votes',
        Object.entries(vote(number)).map(([name, value]) => [name, String(value)]),
      ),
  },
  {
    kind: 'vote-change',
    send: (centre) => centre.json('PATCH', `/api/votes/${uuid(number)}`, { receipt: 'x'.repeat(43) }),
  },
  {
    kind: 'vote-change',
    send: (centre) => centre.json('DELETE', `/api/votes/${uuid(number)}`, { receipt: 'x'.repeat(43) }),
  },
  { kind: 'answers', send: (centre) => centre.json('POST', '/api/answers', answers(number)) },
  { kind: 'answers', send: (centre) => post(centre, '/api/answers', brokenOff()) },
  {
    kind: 'answers-change',
    send: (centre) => centre.json('DELETE', `/api/answers/${uuid(number)}`, { receipt: 'x'.repeat(43) }),
  },
  {
    kind: 'signal',
    size: 3,
    send: (centre) =>
      centre.json('POST', '/api/signals', [
        view(number),
        { ...view(number + 1), article: 'billing/spam' },
        view(number + 2),
      ]),
  },
  {
    kind: 'signal',
    size: 2,
    send: (centre) => centre.json('POST', '/api/signals', [view(1), view(2)], { DNT: '1' }),
  },
];

test('received is the sum of stored, repeated, set aside and refused at any moment, whatever comes in at once', async () => {
  const many = fc.array(fc.tuple(fc.nat({ max: sendings(0).length - 1 }), fc.nat({ max: 8 })), {
    minLength: 1,
    maxLength: 25,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.scheduler(),
      many,
      fc.infiniteStream(fc.boolean()),
      // Calm, or a flood, of which each submission needs a proof.
      fc.constantFrom(undefined, 0),
      async (scheduler, choices, failing, proofFrom) => {
        const { store, kept } = unrulyStore(scheduler, failing);
        const centre = await openHelpCentre({
          store,
          proofFrom,
          admission: {
            ...openToAll,
            async limit(c, next) {
              if (c.req.header('X-Limit')) throw tooMany(30);
              await next();
            },
            judge: (_, { article }) => (article === 'billing/spam' ? 'payload' : undefined),
          },
        });
        const chosen = choices.map(([which, number]) => sendings(number)[which] as Sending);
        const all = Promise.all(chosen.map(({ send }) => send(centre)));
        // Each time that the store has answered one of them, the sums must be right.
        await scheduler.waitFor(
          (async () => {
            let isDone = false;
            void all.then(() => {
              isDone = true;
            });
            while (!isDone) {
              await scheduler.schedule(Promise.resolve(), 'a look at the metrics');
              expectBalance(await metricsOf(centre));
              // Challenges are made beside the scheduler, which must let them come.
              await setImmediate();
            }
            await all;
          })(),
        );
        const samples = await metricsOf(centre);
        expectBalance(samples);
        for (const kind of COUNTED) {
          const sent = chosen.filter((sending) => sending.kind === kind);
          const submissions = sent.reduce((sum, { size = 1 }) => sum + size, 0);
          expect(balance(samples, kind).received).toBe(submissions);
        }
        for (const kind of ['vote', 'answers', 'signal'] as const) {
          const {
            stored = 0,
            'aside payload': payloads = 0,
            'aside unproven': unproven = 0,
          } = counted(samples, kind);
          const aside = payloads + unproven;
          const fates = [...kept[kind].values()];
          expect({ kind, stored, aside }).toEqual({
            kind,
            stored: fates.filter((fate) => fate === 'stored').length,
            aside: fates.filter((fate) => fate === 'aside').length,
          });
        }
      },
    ),
    { numRuns: 60 },
  );
});

/** A store in memory that answers in any order, and some of whose writes fail before anything is written. */
function unrulyStore(scheduler: fc.Scheduler, failing: Iterator<boolean>) {
  const kept = {
    vote: new Map<string, Kept>(),
    answers: new Map<string, Kept>(),
    signal: new Map<string, Kept>(),
  };
  const add = async (kind: keyof typeof kept, ids: string[], aside?: Aside): Promise<number> => {
    await scheduler.schedule(Promise.resolve(), kind);
    if (failing.next().value) throw new Error('the database is out of reach');
    const fresh = new Set(ids.filter((id) => !kept[kind].has(id)));
    for (const id of fresh) kept[kind].set(id, aside ? 'aside' : 'stored');
    return fresh.size;
  };
  const one = async (kind: 'vote' | 'answers', id: string, aside?: Aside) =>
    (await add(kind, [id], aside)) ? 'stored' : 'duplicate';
  const store = failingStore({
    secret: async () => 'a secret',
    addVote: ({ id }, _, aside) => one('vote', id, aside),
    addAnswers: ({ id }, _, aside) => one('answers', id, aside),
    addSignals: (signals, _, aside) =>
      add(
        'signal',
        signals.map(({ id }) => id),
        aside,
      ),
  });
  return { store, kept };
}

type Kept = 'stored' | 'aside';

/** For each kind, what came in is what became of it. */
function expectBalance(samples: Samples): void {
  for (const kind of COUNTED) {
    const { received, accounted } = balance(samples, kind);
    expect({ kind, accounted }).toEqual({ kind, accounted: received });
  }
}

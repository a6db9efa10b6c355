import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { expect, test } from 'vitest';
import { createAdmission, openToAll } from '../../../src/collector/admission/admission.ts';
import { createProofOfWork } from '../../../src/collector/admission/proof-of-work.ts';
import type { CollectorOptions } from '../../../src/collector/collector.ts';
import { readTexts } from '../../../src/readers/texts.ts';
import { answers, uuid, view, vote } from '../../stores/submissions.ts';
import { failingStore } from '../failing-store.ts';
import { type HelpCentre, openHelpCentre, problemOf, stored, TOKEN } from '../help-centre.ts';
import { formsOf } from '../html-page.ts';
import { counted, metricsOf } from '../operation/metrics-samples.ts';

const german = readTexts('de');

/** A collector that asks for proofs. The library knows today's date only: what lies ahead of it is not expired to it. */
async function openUnderAttack(options: Partial<CollectorOptions> = {}): Promise<HelpCentre> {
  const centre = await openHelpCentre({ proofFrom: 0, ...options });
  centre.clock.now = new Date('2126-03-01T10:00:00Z');
  return centre;
}

const headerOf = (proof: unknown) => ({
  Authorization: `Altcha ${Buffer.from(JSON.stringify(proof)).toString('base64')}`,
});

interface Proof {
  challenge: Challenge;
  solution: { counter: number; derivedKey: string };
}

async function solved(challenge: Challenge): Promise<Proof> {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('not solved');
  return { challenge, solution };
}

/** The challenge that a refusal hands out. */
async function challengeIn(response: Response): Promise<Challenge> {
  expect(response.headers.get('WWW-Authenticate')).toBe('Altcha realm="kundig"');
  const problem = (await problemOf(response)) as { status: number; challenge?: Challenge };
  expect(problem).toMatchObject({ status: 401, challenge: { signature: expect.any(String) } });
  return problem.challenge as Challenge;
}

async function proofFor(centre: HelpCentre, path: string, body: object): Promise<Proof> {
  return solved(await challengeIn(await centre.json('POST', path, body)));
}

test('while it is calm nothing is asked for, and a flood is asked for proofs', async () => {
  const attacks: boolean[] = [];
  const centre = await openHelpCentre({ proofFrom: 5, onAttack: (isOn) => attacks.push(isOn) });
  const send = async (number: number) => (await centre.json('POST', '/api/votes', vote(number))).status;
  const statuses = [];
  for (let number = 1; number <= 8; number++) statuses.push(await send(number));
  expect(statuses).toEqual([201, 201, 201, 201, 201, 401, 401, 401]);
  expect(await metricsOf(centre)).toMatchObject({ kundig_proof_required: 1 });
  // What readers do without saying anything is not asked.
  expect((await centre.json('POST', '/api/signals', [view(1)])).status).toBe(201);
  centre.clock.now = new Date('2026-03-01T10:05:00Z');
  expect(await send(6)).toBe(201);
  expect(attacks).toEqual([true, false]);
  expect(await metricsOf(centre)).toMatchObject({ kundig_proof_required: 0 });
  expect(await stored(centre)).toHaveLength(7);
});

test('what is set aside begins no flood, so that one place cannot have everybody asked for proofs', async () => {
  const judge = (_: unknown, { article }: { article?: string }) =>
    article === 'billing/refund' ? ('repeat' as const) : undefined;
  const centre = await openHelpCentre({ proofFrom: 5, admission: { ...openToAll, judge } });
  const send = async (number: number, more = {}) =>
    (await centre.json('POST', '/api/votes', vote(number, more))).status;
  for (let number = 1; number <= 20; number++) expect(await send(number)).toBe(201);
  for (let number = 21; number <= 25; number++)
    expect(await send(number, { article: 'billing/pay' })).toBe(201);
  expect(await send(26)).toBe(401);
});

test('by itself a collector asks for no proof, whatever comes in', async () => {
  const centre = await openHelpCentre();
  for (let number = 0; number < 400; number++) {
    expect((await centre.json('POST', '/api/votes', vote(number))).status).toBe(201);
  }
});

test.for([
  ['a vote', '/api/votes', vote(1)],
  ['a sheet', '/api/answers', answers(1)],
] as const)('%s with its proof is stored, and once when it is delivered again', async ([, path, body]) => {
  const centre = await openUnderAttack();
  const proof = await proofFor(centre, path, body);
  const responses = [];
  for (const _ of [1, 2, 3]) responses.push(await centre.json('POST', path, body, headerOf(proof)));
  expect(responses.map(({ status }) => status)).toEqual([201, 201, 201]);
  expect(await stored(centre)).toMatchObject([body]);
  expect(await stored(centre)).not.toMatchObject([{ aside: expect.anything() }]);
  expect(counted(await metricsOf(centre), path === '/api/votes' ? 'vote' : 'answers')).toEqual({
    received: 4,
    stored: 1,
    duplicates: 2,
    'refused proof-missing': 1,
  });
});

test('a proof that is not one for this submission is refused, and nothing changes', async () => {
  const centre = await openUnderAttack();
  const proof = await proofFor(centre, '/api/votes', vote(1));
  const { challenge, solution } = proof;
  const { parameters } = challenge;
  const other = await openUnderAttack();
  const foreign = await proofFor(other, '/api/votes', vote(1));
  const forged = (more: object) => ({
    challenge: { ...challenge, parameters: { ...parameters, ...more } },
    solution,
  });
  const wrong: [name: string, headers: Record<string, string>][] = [
    ['another collector’s', headerOf(foreign)],
    ['signed by nobody', headerOf({ challenge: { parameters }, solution })],
    ['with an empty signature', headerOf({ challenge: { parameters, signature: '' }, solution })],
    ['not solved', headerOf({ challenge })],
    ['solved wrongly', headerOf({ challenge, solution: { ...solution, derivedKey: '00'.repeat(32) } })],
    [
      'with nothing but the prefix',
      headerOf({ challenge, solution: { counter: 0, derivedKey: parameters.keyPrefix } }),
    ],
    ['with an easier task', headerOf(forged({ cost: 1, keyPrefix: '00' }))],
    ['with a later end', headerOf(forged({ expiresAt: (parameters.expiresAt ?? 0) + 3600 }))],
    ['made out to another submission', headerOf(forged({ data: { for: `vote ${uuid(2)}` } }))],
    ['with another key', headerOf(forged({ keySignature: undefined }))],
    ['of another scheme', { Authorization: `Bearer ${TOKEN}` }],
    ['empty', { Authorization: 'Altcha' }],
    ['no base64', { Authorization: 'Altcha {}' }],
    ['no JSON', { Authorization: 'Altcha AAAA' }],
    ['null', headerOf(null)],
    ['a list', headerOf([proof])],
    ['of wrong types', headerOf({ challenge: 1, solution: [] })],
    ['too long', headerOf({ pad: 'x'.repeat(3000), ...proof })],
    ['with a poisoned prototype', headerOf(JSON.parse('{"__proto__": {"challenge": 1}}'))],
  ];
  for (const [name, headers] of wrong) {
    const response = await centre.json('POST', '/api/votes', vote(1), headers);
    expect(`${name} ${response.status}`).toBe(`${name} 401`);
  }
  // The right proof is none for another id, nor for another kind of submission.
  expect((await centre.json('POST', '/api/votes', vote(2), headerOf(proof))).status).toBe(401);
  expect((await centre.json('POST', '/api/answers', answers(1), headerOf(proof))).status).toBe(401);
  expect(await stored(centre)).toEqual([]);
  expect(counted(await metricsOf(centre), 'vote')).toEqual({
    received: wrong.length + 2,
    'refused proof-missing': 1,
    'refused proof-wrong': wrong.length + 1,
  });
  // It is still good for its own, in capitals too.
  const body = { ...vote(1), id: uuid(1).toUpperCase() };
  expect((await centre.json('POST', '/api/votes', body, headerOf(proof))).status).toBe(201);
});

test('a used proof does not carry a second vote', async () => {
  const centre = await openUnderAttack();
  const proof = await proofFor(centre, '/api/votes', vote(1));
  expect((await centre.json('POST', '/api/votes', vote(1), headerOf(proof))).status).toBe(201);
  for (const number of [2, 3]) {
    expect((await centre.json('POST', '/api/votes', vote(number), headerOf(proof))).status).toBe(401);
  }
  expect(await stored(centre)).toHaveLength(1);
});

test('a proof holds for five minutes', async () => {
  const centre = await openUnderAttack();
  const [early, late] = [vote(1), vote(2)];
  const proofs = [
    await proofFor(centre, '/api/votes', early),
    await proofFor(centre, '/api/votes', late),
  ] as const;
  centre.clock.now = new Date('2126-03-01T10:05:00Z');
  expect((await centre.json('POST', '/api/votes', early, headerOf(proofs[0]))).status).toBe(201);
  centre.clock.now = new Date('2126-03-01T10:05:01Z');
  // The answer to an expired proof is a new challenge.
  const response = await centre.json('POST', '/api/votes', late, headerOf(proofs[1]));
  const again = await solved(await challengeIn(response));
  expect((await centre.json('POST', '/api/votes', late, headerOf(again))).status).toBe(201);
});

test('a collector takes the proofs of another one on the same database, and its own after a restart', async () => {
  const one = await openUnderAttack();
  const proof = await proofFor(one, '/api/votes', vote(1));
  const other = await openUnderAttack({ store: one.store });
  expect((await other.json('POST', '/api/votes', vote(1), headerOf(proof))).status).toBe(201);
});

test('the work is bounded: it ends between 300 and 700 rounds', async () => {
  const centre = await openUnderAttack();
  for (const number of [1, 2, 3, 4, 5]) {
    const { challenge, solution } = await proofFor(centre, '/api/votes', vote(number));
    expect(challenge.parameters).toMatchObject({ algorithm: 'PBKDF2/SHA-256', cost: 2000 });
    expect(solution.counter).toBeGreaterThanOrEqual(300);
    expect(solution.counter).toBeLessThanOrEqual(700);
  }
});

test('a plain form cannot prove anything: it is kept, set aside, and the reader is told', async () => {
  const centre = await openUnderAttack({ newId: () => uuid(7) });
  const response = await centre.form('/api/votes', [
    ['article', 'billing/refund'],
    ['locale', 'de'],
    ['revision', '0123456789ab'],
    ['helpful', 'true'],
  ]);
  expect(response.status).toBe(201);
  const page = await response.text();
  expect(page).toContain(german['collector.vote.unproven']);
  expect(page).not.toContain(german['collector.vote.stored']);
  expect(formsOf(page, '/api/votes').length).toBeGreaterThan(1);
  const sheet = await centre.form('/api/answers', [
    ['locale', 'de'],
    ['answers.nps', '7'],
  ]);
  expect(await sheet.text()).toContain(german['collector.answers.unproven']);
  expect(await stored(centre)).toMatchObject([
    { type: 'vote', id: uuid(7), aside: 'unproven' },
    { type: 'answers', id: uuid(7), aside: 'unproven' },
  ]);
  expect(await centre.store.summary()).toMatchObject({ articles: [] });
  expect(counted(await metricsOf(centre), 'vote')).toEqual({ received: 1, 'aside unproven': 1 });
});

test('what is wrong with a submission is said before any work is asked for', async () => {
  const centre = await openUnderAttack();
  expect((await centre.json('POST', '/api/votes', { ...vote(1), helpful: 'yes' })).status).toBe(400);
  expect((await centre.json('POST', '/api/votes', vote(1), { Origin: 'https://evil.example' })).status).toBe(
    403,
  );
});

test('a vote that is stored can be changed and withdrawn without further work', async () => {
  const centre = await openUnderAttack();
  const proof = await proofFor(centre, '/api/votes', vote(1));
  const { receipt } = await (await centre.json('POST', '/api/votes', vote(1), headerOf(proof))).json();
  const path = `/api/votes/${uuid(1)}`;
  expect((await centre.json('PATCH', path, { receipt, reason: 'wrong' })).status).toBe(200);
  expect((await centre.json('DELETE', path, { receipt })).status).toBe(204);
});

test('without the database there is no challenge, but a word on when to come again', async () => {
  const centre = await openUnderAttack({ store: failingStore() });
  const response = await centre.json('POST', '/api/votes', vote(1));
  expect(response.headers.get('Retry-After')).toBe('30');
  expect(await problemOf(response)).toMatchObject({ status: 503 });
});

test('challenges are made at most 500 times a second, whoever asks for them', async () => {
  const centre = await openUnderAttack();
  const ask = async (number: number) => (await centre.json('POST', '/api/votes', vote(number))).status;
  for (let number = 0; number < 500; number++) expect(await ask(number)).toBe(401);
  expect(await ask(500)).toBe(503);
  centre.clock.now = new Date('2126-03-01T10:00:01Z');
  expect(await ask(500)).toBe(401);
});

test('being asked for a proof costs a place no more of what it may send than any request', async () => {
  const now = () => new Date('2126-03-01T10:00:00Z');
  const admission = createAdmission({ now, allowances: { submissions: { burst: 20, perSecond: 1 } } });
  const centre = await openUnderAttack({ admission });
  const statuses = new Set();
  for (let number = 0; number < 20; number++) {
    statuses.add((await centre.json('POST', '/api/votes', vote(number))).status);
  }
  expect([...statuses]).toEqual([401]);
  expect((await centre.json('POST', '/api/votes', vote(20))).status).toBe(429);
});

test('votes that were proved do not keep an attack going', () => {
  let noted = 0;
  const watch = {
    note: () => {
      noted += 1;
    },
    isOn: () => true,
    thisSecond: () => 0,
  };
  createProofOfWork({ watch, secret: async () => 'secret', now: () => new Date(0) }).noteCounted();
  expect(noted).toBe(0);
});

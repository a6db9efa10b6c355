import { answers, uuid, vote } from '../stores/submissions.ts';
import { abusedService, type Case, type Proof, proving, refused, testEach } from './abused-service.ts';
import { form, post } from './http.ts';

const MISSING = refused(401, 'vote', 'proof-missing', 'solve the `challenge` for this submission');
const WRONG = refused(401, 'vote', 'proof-wrong', 'solve the `challenge` for this submission');

/** A vote that is stored already, sent again with its proof after something was done to it. */
const again = (name: string, change: (proof: Proof) => unknown): Case => [
  name,
  ({ vote: { id, proof } }) => post('/api/votes', vote(0, { id }), proving(change(proof as Proof))),
  WRONG,
];
const withParameters = (more: object) => (proof: Proof) => ({
  ...proof,
  challenge: { ...proof.challenge, parameters: { ...proof.challenge.parameters, ...more } },
});
const withSolution = (more: object) => (proof: Proof) => ({
  ...proof,
  solution: { ...proof.solution, ...more },
});
const saying = (name: string, header: string): Case => [
  name,
  post('/api/votes', vote(1), { Authorization: header }),
  WRONG,
];

const cases: Case[] = [
  ['no proof', post('/api/votes', vote(1)), MISSING],
  ['the proof of another vote', ({ vote: { proof } }) => post('/api/votes', vote(1), proving(proof)), WRONG],
  [
    'the proof of a vote for a sheet',
    ({ vote: { id, proof } }) => post('/api/answers', answers(0, { id }), proving(proof)),
    refused(401, 'answers', 'proof-wrong', 'solve the `challenge` for this submission'),
  ],
  [
    'the same vote with the same proof again',
    ({ vote: { id, proof } }) => post('/api/votes', vote(0, { id }), proving(proof)),
    { status: 201, counted: { 'received vote': 1, 'duplicates vote': 1 } },
  ],
  again('a proof made out to another vote', withParameters({ data: { for: `vote ${uuid(1)}` } })),
  again('a proof with an easier task', withParameters({ cost: 1, keyPrefix: '00' })),
  again('a proof with a later end', withParameters({ expiresAt: 9_999_999_999 })),
  again('a proof without an end', withParameters({ expiresAt: undefined })),
  again('a proof with an end that is none', withParameters({ expiresAt: '9999999999' })),
  again('a proof without the signature of its solution', withParameters({ keySignature: undefined })),
  again('a proof that nobody signed', ({ challenge: { parameters }, solution }) => ({
    challenge: { parameters },
    solution,
  })),
  again('a proof that somebody else signed', ({ challenge, solution }) => ({
    challenge: { ...challenge, signature: 'ab'.repeat(32) },
    solution,
  })),
  again('a proof that is not solved', ({ challenge }) => ({ challenge })),
  again('a proof with another solution', withSolution({ derivedKey: '00'.repeat(32) })),
  again('a proof with a solution that is no number', withSolution({ derivedKey: 'zz' })),
  again('a proof with a round that does not exist', withSolution({ counter: -1 })),
  saying('a proof of another scheme', 'Basic YTpi'),
  saying('an empty proof', 'Altcha'),
  saying('a proof that is no base64', 'Altcha {"challenge":{}}'),
  saying('a proof that is no JSON', 'Altcha AAAA'),
  saying('a proof that never ends', `Altcha ${'A'.repeat(10_000)}`),
  saying(
    'a proof with a poisoned prototype',
    proving(JSON.parse('{"__proto__":{"challenge":1}}')).Authorization,
  ),
  saying(
    'a proof that is deep',
    `Altcha ${Buffer.from(`${'['.repeat(700)}${']'.repeat(700)}`).toString('base64')}`,
  ),
  [
    'a plain form, which can prove nothing',
    form('/api/votes', { ...vote(1), helpful: 'true' } as unknown as Record<string, string>),
    {
      status: 201,
      counted: { 'received vote': 1, 'aside vote unproven': 1 },
      stored: { type: 'vote', id: uuid(1), aside: 'unproven' },
    },
  ],
];

testEach(abusedService(0), cases);

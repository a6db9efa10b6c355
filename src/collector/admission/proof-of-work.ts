import { createHmac } from 'node:crypto';
import { type Challenge, createChallenge, randomInt, verifySolution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { Context } from 'hono';
import { z } from 'zod';
import type { Aside } from '../../core/feedback.ts';
import { Problem, unavailable } from '../problem.ts';
import { type Env, isForm } from '../service.ts';
import type { AttackWatch } from './attack.ts';

/** Asks senders for a proof of work while too much comes in: it costs a reader a second, and a flood its computers. */
export interface ProofOfWork {
  /** Is a proof asked for at the moment? */
  isAsked(): boolean;
  /**
   * Lets those pass who have worked for this submission, while a proof is asked for. Plain forms cannot: they get
   * `unproven`, which sets them aside.
   *
   * @throws Problem with a challenge if there is no proof, or not a right one
   */
  check(c: Context<Env>, kind: 'vote' | 'answers', id: string): Promise<Aside | undefined>;
  /**
   * Notes a submission that will count. One that is set aside begins no attack: else a single place that sends the same
   * again and again could have everybody asked for proofs.
   */
  noteCounted(): void;
}

/** How hard the work is: about half a second on a phone, and at most a second. */
const EFFORT = { algorithm: 'PBKDF2/SHA-256', cost: 2000 } as const;
const ROUNDS = { least: 300, most: 700 };

/** How long a challenge can be used, in milliseconds. */
const VALID = 5 * 60_000;

/** A proof of ours has about 900 characters. */
const LONGEST = 2048;

/** So many challenges are made in a second: one costs half a millisecond. Who gets none is asked to come again. */
const MOST = 500;

const proofSchema = z.object({
  challenge: z.object({
    parameters: z.looseObject({ expiresAt: z.number(), data: z.object({ for: z.string() }) }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});
type Proof = z.infer<typeof proofSchema> & { challenge: Challenge };

/**
 * Proofs by the ALTCHA protocol (https://altcha.org/docs/v2), made and checked here. A challenge is signed, holds for
 * one submission only, and for some minutes: so nothing has to be remembered of those that were used, a repeated
 * delivery passes with the same proof, and every collector on the same database takes the others' proofs.
 *
 * @param secret gives the key of the signatures
 */
export function createProofOfWork(options: {
  watch: AttackWatch;
  secret: () => Promise<string>;
  now: () => Date;
}): ProofOfWork {
  const { watch, now } = options;
  let known: ReturnType<typeof secretsFrom> | undefined;
  const secrets = async () => {
    known ??= secretsFrom(await options.secret());
    return known;
  };

  async function challengeFor(work: string): Promise<Challenge> {
    if (watch.thisSecond() > MOST) throw unavailable();
    return createChallenge({
      ...EFFORT,
      ...(await secrets()),
      counter: randomInt(ROUNDS.most, ROUNDS.least),
      data: { for: work },
      expiresAt: new Date(now().getTime() + VALID),
      deriveKey,
    });
  }

  async function isProof(proof: Proof, work: string): Promise<boolean> {
    const { parameters } = proof.challenge;
    if (parameters.data?.for !== work || parameters.expiresAt * 1000 < now().getTime()) return false;
    const { verified } = await verifySolution({ ...proof, ...(await secrets()), deriveKey });
    return verified;
  }

  return {
    isAsked: () => watch.isOn(),
    async check(c, kind, id) {
      if (!watch.isOn()) return undefined;
      const work = `${kind} ${id.toLowerCase()}`;
      const given = c.req.header('Authorization');
      const proof = given === undefined ? undefined : readProof(given);
      if (proof && (await isProof(proof, work))) return undefined;
      watch.note();
      if (isForm(c)) return 'unproven';
      throw new Problem({
        status: 401,
        refusal: given === undefined ? 'proof-missing' : 'proof-wrong',
        detail:
          'Very much comes in at the moment: solve the `challenge` for this submission and send it again with `Authorization: Altcha …`.',
        headers: { 'WWW-Authenticate': 'Altcha realm="kundig"' },
        challenge: await challengeFor(work),
      });
    },
    noteCounted() {
      if (!watch.isOn()) watch.note();
    },
  };
}

/** The proof that `Authorization: Altcha <base64 of JSON>` holds, if it has the shape of one. */
function readProof(header: string): Proof | undefined {
  const [, text] = /^Altcha +([A-Za-z0-9+/_=-]+)$/i.exec(header.slice(0, LONGEST)) ?? [];
  if (!text) return undefined;
  try {
    return proofSchema.parse(JSON.parse(Buffer.from(text, 'base64').toString())) as Proof;
  } catch {
    return undefined;
  }
}

/** One key for what is asked and one for its answer. */
function secretsFrom(secret: string): { hmacSignatureSecret: string; hmacKeySignatureSecret: string } {
  const keyFor = (use: string) => createHmac('sha256', secret).update(use).digest('hex');
  return { hmacSignatureSecret: keyFor('challenge'), hmacKeySignatureSecret: keyFor('solution') };
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Challenge, solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { siteOrigins } from '../../src/collector/gate/allowed-origins.ts';
import { createKnownArticles } from '../../src/collector/gate/known-articles.ts';
import { type RunningServer, startServer } from '../../src/collector/server/server.ts';
import { createSiteCollector } from '../../src/collector/site-collector.ts';
import { createStaticSite } from '../../src/collector/static-site/static-site.ts';
import type { Submission } from '../../src/core/feedback.ts';
import { manifestOf } from '../../src/core/manifest.ts';
import { siteSchema } from '../../src/core/site.ts';
import type { FeedbackStore } from '../../src/stores/feedback-store.ts';
import { openStore } from '../../src/stores/open.ts';
import { survey, TOKEN } from '../collector/help-centre.ts';
import { anArticle } from '../core/an-article.ts';
import { answers, uuid, vote } from '../stores/submissions.ts';
import { type Answer, exchange, get, post, type Raw, SITE } from './http.ts';

/** What is there before each case: a vote and a sheet, with their receipts. */
export interface There {
  vote: { id: string; receipt: string; proof?: Proof };
  sheet: { id: string; receipt: string };
}

/** A proof of work, as it is sent. */
export interface Proof {
  challenge: Challenge;
  solution: { counter: number; derivedKey: string };
}

/** A proof as a header. */
export function proving(proof: unknown): { Authorization: string } {
  return { Authorization: `Altcha ${Buffer.from(JSON.stringify(proof)).toString('base64')}` };
}

/** What must come back, and what must be counted. */
export interface Due {
  status: number;
  /** What the problem document says: a part of its `detail`, or the pointer of an error, e.g. `#/locale`. */
  says?: string;
  /** Changes of the metrics, e.g. `{ 'received vote': 1, 'refused vote invalid': 1 }`; everything else stays as it was. */
  counted?: Record<string, number>;
  /** The submission that is new in the store, or changed; without it, there is none. */
  stored?: object;
}

/** One line of a table: what is done, with which request, and what is due for it. */
export type Case = readonly [name: string, raw: Raw | ((there: There) => Raw), due: Due];

const MONTH = 30 * 86_400_000;
const article = anArticle({ id: 'billing/refund', locale: 'de', revision: '0123456789ab' });

/** Refused for a reason that the metrics name. */
export function refused(status: number, kind: string, reason: string, says: string, size = 1): Due {
  return { status, says, counted: { [`received ${kind}`]: size, [`refused ${kind} ${reason}`]: size } };
}

/** Refused before anybody could tell what it was meant to be: it is no submission, and counted nowhere. */
export function unreadable(status: number, says: string): Due {
  return { status, says };
}

/** A running service, with everything that `npm start` serves, on a database and in a folder of its own. */
export class AbusedService {
  server!: RunningServer;
  store!: FeedbackStore;
  #folder!: string;
  // The library that checks proofs knows today's date: what lies ahead of it is not expired.
  #now = new Date('2126-03-01T10:00:00Z');
  #votes = 0;

  readonly #proofFrom: number | undefined;

  /** @param proofFrom 0 asks everybody for a proof of work */
  constructor(proofFrom?: number) {
    this.#proofFrom = proofFrom;
  }

  get port(): number {
    return Number(new URL(this.server.address).port);
  }

  async start(): Promise<void> {
    this.#folder = await mkdtemp(path.join(os.tmpdir(), 'kundig-abuse-'));
    const dist = path.join(this.#folder, 'dist');
    await mkdir(path.join(dist, 'de'), { recursive: true });
    await writeFile(path.join(this.#folder, 'secret.txt'), SECRET);
    await writeFile(path.join(dist, '.env'), SECRET);
    await writeFile(path.join(dist, 'de/index.html'), '<h1>Hilfe</h1>');
    await writeFile(path.join(dist, '404.html'), '<h1>Das gibt es nicht</h1>');
    this.store = await openStore(path.join(this.#folder, 'feedback.db'));
    const site = siteSchema.parse({ title: { de: 'Hilfe' }, url: SITE, locales: ['de'] });
    const now = () => this.#now;
    const collector = createSiteCollector({
      site,
      content: { survey, articles: [article], categories: [] },
      store: this.store,
      siteAddress: '',
      origins: siteOrigins(site),
      knownArticles: createKnownArticles({
        read: async () => manifestOf([article]),
        locales: site.locales,
        now,
        pause: 0,
      }),
      token: TOKEN,
      proofFrom: this.#proofFrom,
      now,
    });
    const app = new Hono().route('/', collector).route('/', createStaticSite({ dir: dist, locales: ['de'] }));
    this.server = await startServer({ app, host: '127.0.0.1', port: 0 });
  }

  async stop(): Promise<void> {
    await this.server.close();
    await this.store.close();
    await rm(this.#folder, { recursive: true, force: true });
  }

  /** Lets a month pass, so that no case is taken for one more of those before it, and casts a vote and hands in a sheet. */
  async prepare(): Promise<There> {
    this.#now = new Date(this.#now.getTime() + MONTH);
    this.#votes += 1;
    const [voteId, sheetId] = [uuid(1_000_000 + this.#votes), uuid(2_000_000 + this.#votes)];
    return {
      vote: { id: voteId, ...(await this.#sent('/api/votes', vote(0, { id: voteId }))) },
      sheet: { id: sheetId, ...(await this.#sent('/api/answers', answers(0, { id: sheetId }))) },
    };
  }

  /** Every count that the metrics have of submissions. */
  async counts(): Promise<Map<string, number>> {
    const { body } = await exchange(this.port, get('/metrics', { Authorization: `Bearer ${TOKEN}` }));
    const lines = body.matchAll(
      /^kundig_(received|stored|duplicates|aside|refused)_total\{kind="([^"]+)"(?:,reason="([^"]+)")?\} (\d+)$/gm,
    );
    return new Map(
      Array.from(lines, ([, what, kind, reason, count]) => [
        [what, kind, reason].filter(Boolean).join(' '),
        Number(count),
      ]),
    );
  }

  /** Everything that the store holds. */
  contents(): Promise<Submission[]> {
    return Array.fromAsync(this.store.submissions());
  }

  async #sent(address: string, body: object, proof?: Proof): Promise<{ receipt: string; proof?: Proof }> {
    const headers = proof && proving(proof);
    const { status, body: text } = await exchange(this.port, post(address, body, headers));
    if (status === 401 && !proof) {
      const { challenge } = JSON.parse(text) as Proof;
      const solution = await solveChallenge({ challenge, deriveKey });
      if (solution) return this.#sent(address, body, { challenge, solution });
    }
    if (status !== 201) throw new Error(`${address} answers ${status}: ${text}`);
    return { receipt: JSON.parse(text).receipt, proof };
  }
}

/** What stands in files that nobody may read. */
export const SECRET = 'nobody may read this';

/** Runs the service for the tests of a file. */
export function abusedService(proofFrom?: number): AbusedService {
  const service = new AbusedService(proofFrom);
  beforeAll(() => service.start());
  afterAll(() => service.stop());
  return service;
}

/** A test for each case: the answer, the problem document, and that nothing else was counted or stored. */
export function testEach(service: AbusedService, cases: readonly Case[]): void {
  test.for(cases)('%s', async ([, raw, due]) => {
    const there = await service.prepare();
    const [counts, contents] = [await service.counts(), await service.contents()];
    const answer = await exchange(service.port, typeof raw === 'function' ? raw(there) : raw);
    expect({ status: answer.status, answers: answer.answers, says: said(answer, due.says) }).toEqual({
      status: due.status,
      answers: 1,
      says: due.says,
    });
    expect(changes(counts, await service.counts())).toEqual(due.counted ?? {});
    const after = await service.contents();
    const news = after.filter((one) => !contents.some((other) => isDeepStrictEqual(one, other)));
    expect(news).toMatchObject(due.stored ? [due.stored] : []);
    expect(idsOf(after)).toEqual(expect.arrayContaining(idsOf(contents)));
  });
}

/** What was expected, if a problem document says it in full; else all that came, to be seen in the failure. */
function said({ headers, body }: Answer, expected: string | undefined): string | undefined {
  if (expected === undefined) return undefined;
  const type = headers['content-type'];
  if (type?.startsWith('text/html')) return body.includes(expected) ? expected : body;
  if (type !== 'application/problem+json') return `${type}: ${body}`;
  const problem = JSON.parse(body);
  const pointers = (problem.errors ?? []).map(({ pointer }: { pointer: string }) => pointer);
  return problem.detail.includes(expected) || pointers.includes(expected) ? expected : body;
}

function idsOf(contents: readonly Submission[]): string[] {
  return contents.map(({ id }) => id);
}

function changes(before: Map<string, number>, after: Map<string, number>): Record<string, number> {
  return Object.fromEntries(
    [...after]
      .map(([name, count]): [string, number] => [name, count - (before.get(name) ?? 0)])
      .filter(([, difference]) => difference !== 0),
  );
}

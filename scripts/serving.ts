import { readFileSync } from 'node:fs';
import { InvalidArgumentError, Option } from 'commander';
import { Hono } from 'hono';
import { readTrustedProxies, type TrustedProxies } from '../src/collector/admission/client-address.ts';
import { type Origins, siteOrigins } from '../src/collector/gate/allowed-origins.ts';
import type { Log } from '../src/collector/operation/log.ts';
import { startRetention } from '../src/collector/operation/retention.ts';
import { startServer } from '../src/collector/server/server.ts';
import type { Site } from '../src/core/site.ts';
import type { FeedbackStore } from '../src/stores/feedback-store.ts';
import { tellAllTo } from './serving-log.ts';

/** `--host ADDRESS`, where to listen; `HOST` says the same. */
export function hostOption(): Option {
  return new Option('--host <address>', 'address to listen on').env('HOST').default('127.0.0.1');
}

/** `--port NUMBER`, where to listen; `PORT` says the same. */
export function portOption(): Option {
  return new Option('--port <number>', 'port to listen on; 0 takes a free one')
    .env('PORT')
    .default(4321)
    .argParser(readPort);
}

/**
 * From how many votes and answers within a minute on each needs a proof of work, unless the operator says otherwise: more
 * than any one place may send, and more than the readers of a large help centre do.
 */
const PROOF_FROM = 1000;

/** `--proof WHEN`, when senders must prove work; `FEEDBACK_PROOF` says the same. */
export function proofOption(): Option {
  return new Option(
    '--proof <when>',
    'ask senders for a proof of work: on, off, auto, or from how many submissions a minute',
  )
    .env('FEEDBACK_PROOF')
    .default(PROOF_FROM, 'auto')
    .argParser(readProof);
}

/** The version of Kundig that runs here. */
export function ownVersion(): string {
  const file = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(file) as { version: string }).version;
}

/** The token that opens the reading of feedback over the network. Only the environment names it: arguments can be seen. */
export function readingToken(): string | undefined {
  return process.env.FEEDBACK_TOKEN?.trim() || undefined;
}

/**
 * Says early that a port cannot be had, before anything is built for it.
 *
 * @throws UserError if the port is in use or the address cannot be taken
 */
export async function refuseUsedPort(host: string, port: number): Promise<void> {
  const server = await startServer({ app: new Hono(), host, port });
  await server.close();
}

/**
 * Serves until somebody stops the program with Ctrl-C or SIGTERM, and deletes meanwhile what is older than `keep`.
 * Resolves when every request under way is answered.
 */
export async function serveUntilStopped(options: {
  // biome-ignore lint/suspicious/noExplicitAny: the app's own types are nothing to the server
  app: Hono<any>;
  host: string;
  port: number;
  /** Get the addresses at which it listens: pages may be opened there. */
  origins: Origins;
  store: FeedbackStore;
  keep: string;
  now: () => Date;
  log: Log;
  /** Is told where it runs. */
  announce: (address: string) => void;
}): Promise<void> {
  const { app, host, port, origins, store, keep, now, log, announce } = options;
  tellAllTo(log);
  const server = await startServer({ app, host, port });
  for (const origin of server.origins) origins.own.add(origin);
  const stopped = untilStopped();
  const endRetention = startRetention({
    store,
    keep,
    now,
    onDone: (submissions) => log.info('Feedback whose time is up was deleted.', { submissions }),
    onFailure: log.failure,
  });
  announce(server.address);
  await stopped;
  log.info('Stopping: what is under way is finished first.');
  await server.close();
  await endRetention();
  log.info('Stopped.');
}

/** A second signal kills the program, as usual. */
export function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve();
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  });
}

/** The proxies in front of the collector, which say where a request came from. */
export function trustedProxies(): TrustedProxies {
  return readTrustedProxies(process.env.TRUSTED_PROXIES);
}

/** Whose pages may send: those of the site, and of what else the operator names. */
export function allowedOrigins(site: Site): Origins {
  return siteOrigins(site, process.env.FEEDBACK_ORIGINS);
}

function readProof(text: string): number {
  if (text === 'on') return 0;
  if (text === 'off') return Number.POSITIVE_INFINITY;
  if (text === 'auto') return PROOF_FROM;
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Say on, off, auto or a number above 0, e.g. FEEDBACK_PROOF=600');
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Give a number from 0 to 65535, e.g. PORT=4321');
}

import { InvalidArgumentError, Option } from 'commander';
import { Hono } from 'hono';
import { type Origins, siteOrigins } from '../src/collector/allowed-origins.ts';
import { readTrustedProxies, type TrustedProxies } from '../src/collector/client-address.ts';
import { startRetention } from '../src/collector/retention.ts';
import { startServer } from '../src/collector/server.ts';
import type { Content } from '../src/core/content.ts';
import { byPlace } from '../src/core/finding.ts';
import type { Site } from '../src/core/site.ts';
import { UserError } from '../src/core/user-error.ts';
import { readContent } from '../src/readers/content-folder.ts';
import type { FeedbackStore } from '../src/stores/feedback-store.ts';

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

/** The token that opens the reading of feedback over the network. Only the environment names it: arguments can be seen. */
export function readingToken(): string | undefined {
  return process.env.FEEDBACK_TOKEN?.trim() || undefined;
}

/**
 * Reads the content folder for serving it.
 *
 * @throws UserError if its settings have mistakes: a collector that guessed would refuse good answers
 */
export async function readSettings(dir: string): Promise<{ content: Content; site: Site }> {
  const content = await readContent(dir);
  const mistakes = content.findings
    .filter(({ file, severity }) => severity === 'error' && /^(site|survey)\.yaml$/.test(file))
    .sort(byPlace);
  const { site } = content;
  if (mistakes.length > 0 || !site) {
    throw new UserError(
      mistakes.map(({ file, line, message }) => `${file}:${line}  ${message}`).join('\n'),
      [...new Set(mistakes.map(({ hint }) => hint))].join('\n'),
    );
  }
  return { content, site };
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
  /** Is told where it runs. */
  announce: (address: string) => void;
}): Promise<void> {
  const { app, host, port, origins, store, keep, now, announce } = options;
  const server = await startServer({ app, host, port });
  for (const origin of server.origins) origins.own.add(origin);
  const stopped = untilStopped();
  const endRetention = startRetention({ store, keep, now, onFailure: reportFailure });
  announce(server.address);
  await stopped;
  await server.close();
  await endRetention();
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

/** Tells the operator, who may have moved the site, whose pages may not send. */
export function reportRefusedOrigin(origin: string): void {
  reportFailure(
    `Pages of ${origin} tried to send and may not. If they are yours, name ${origin} in FEEDBACK_ORIGINS, or as \`url\` in site.yaml.`,
  );
}

/** Tells the operator what went wrong: the message only, for a stack may hold what a reader wrote. */
export function reportFailure(failure: unknown): void {
  console.error(
    `${new Date().toISOString()} ${failure instanceof Error ? failure.message : String(failure)}`,
  );
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return port;
  throw new InvalidArgumentError('Give a number from 0 to 65535, e.g. PORT=4321');
}

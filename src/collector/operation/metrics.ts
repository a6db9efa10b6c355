import type { MiddlewareHandler } from 'hono';
import type { Env } from '../service.ts';
import { createHistogram } from './histogram.ts';
import { createLedger, type Ledger } from './ledger.ts';
import { counterText, gaugeText } from './prometheus.ts';

/** Upper ends, in seconds: a vote should take milliseconds; a slow database takes seconds. */
const STEPS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What an operator watches, without anything about a reader. */
export interface Metrics {
  ledger: Ledger;
  /** Measures how long it takes until a submission is acknowledged; refusals are left out. */
  timing: MiddlewareHandler<Env>;
  /** Counts a question that the store could not answer. */
  storeFailed(): void;
  /** All of it in Prometheus' text format. */
  text(): string;
}

interface Watched {
  /** Version of the program. E.g. `1.2.0` */
  version: string;
  /** Is a proof of work asked for at the moment? */
  asksForProof: () => boolean;
}

export function createMetrics({ version, asksForProof }: Watched): Metrics {
  const ledger = createLedger();
  const acknowledgements = createHistogram(
    'kundig_acknowledgement_seconds',
    'Time from the arrival of a submission until it was stored and acknowledged.',
    STEPS,
  );
  let storeFailures = 0;

  return {
    ledger,
    async timing(c, next) {
      const begin = performance.now();
      await next();
      if (c.get('outcome') && c.res.ok) acknowledgements.observe((performance.now() - begin) / 1000);
    },
    storeFailed() {
      storeFailures += 1;
    },
    text() {
      return [
        ...ledger.lines(),
        ...acknowledgements.lines(),
        ...counterText('kundig_store_failures_total', 'Questions that the database could not answer.', [
          [{}, storeFailures],
        ]),
        ...gaugeText('kundig_proof_required', 'Whether votes and answers need a proof of work: 1 or 0.', [
          [{}, Number(asksForProof())],
        ]),
        ...gaugeText('kundig_build_info', 'What runs here.', [[{ version, node: process.versions.node }, 1]]),
        ...gaugeText('process_resident_memory_bytes', 'Memory that the program takes.', [
          [{}, process.memoryUsage.rss()],
        ]),
        ...gaugeText('process_start_time_seconds', 'When the program started, in seconds since 1970.', [
          [{}, performance.timeOrigin / 1000],
        ]),
        '',
      ].join('\n');
    },
  };
}

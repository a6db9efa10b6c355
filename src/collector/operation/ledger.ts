import type { MiddlewareHandler } from 'hono';
import { ASIDE, type Aside } from '../../core/feedback.ts';
import { Problem, REFUSALS, type Refusal } from '../problem.ts';
import type { Env } from '../service.ts';
import { counterText, type Sample } from './prometheus.ts';

/** What the collector counts, each with its own sum. */
export const COUNTED = ['vote', 'vote-change', 'answers', 'answers-change', 'signal'] as const;
export type Counted = (typeof COUNTED)[number];

interface Account {
  received: number;
  stored: number;
  duplicates: number;
  aside: Record<Aside, number>;
  refused: Record<Refusal, number>;
}

/**
 * Counts since start. For each kind: received = stored + duplicates + set aside by reason + refused by reason, at any
 * moment.
 */
export interface Ledger {
  /**
   * Books a request in one step when its answer is known: as what the handler put under `outcome`, and the rest of it
   * as refused. A handler that takes several submissions at once says under `size` how many they are.
   */
  counting(kind: Counted): MiddlewareHandler<Env>;
  /** The counts in Prometheus' text format. */
  lines(): string[];
}

export function createLedger(): Ledger {
  const accounts: Record<Counted, Account> = {
    vote: emptyAccount(),
    'vote-change': emptyAccount(),
    answers: emptyAccount(),
    'answers-change': emptyAccount(),
    signal: emptyAccount(),
  };
  const samples = (of: (account: Account) => Sample[]): Sample[] =>
    COUNTED.flatMap((kind) =>
      of(accounts[kind]).map(([labels, value]): Sample => [{ kind, ...labels }, value]),
    );

  return {
    counting(kind) {
      return async function counting(c, next) {
        try {
          await next();
        } finally {
          const account = accounts[kind];
          const size = c.get('size') ?? 1;
          const { stored = 0, duplicates = 0, aside = {} } = c.get('outcome') ?? {};
          let refused = size - stored - duplicates;
          account.received += size;
          account.stored += stored;
          account.duplicates += duplicates;
          for (const reason of ASIDE) {
            account.aside[reason] += aside[reason] ?? 0;
            refused -= aside[reason] ?? 0;
          }
          account.refused[c.error instanceof Problem ? c.error.options.refusal : 'failed'] += refused;
        }
      };
    },
    lines() {
      return [
        ...counterText(
          'kundig_received_total',
          'Submissions and changes that came in.',
          samples(({ received }) => [[{}, received]]),
        ),
        ...counterText(
          'kundig_stored_total',
          'Submissions and changes that were stored.',
          samples(({ stored }) => [[{}, stored]]),
        ),
        ...counterText(
          'kundig_duplicates_total',
          'Submissions that were there already; nothing changed.',
          samples(({ duplicates }) => [[{}, duplicates]]),
        ),
        ...counterText(
          'kundig_aside_total',
          'Submissions that were stored and do not count, by reason.',
          samples(({ aside }) => ASIDE.map((reason) => [{ reason }, aside[reason]])),
        ),
        ...counterText(
          'kundig_refused_total',
          'Submissions and changes that were refused, by reason.',
          samples(({ refused }) => REFUSALS.map((reason) => [{ reason }, refused[reason]])),
        ),
      ];
    },
  };
}

function emptyAccount(): Account {
  const zeros = <Name extends string>(names: readonly Name[]) =>
    Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
  return { received: 0, stored: 0, duplicates: 0, aside: zeros(ASIDE), refused: zeros(REFUSALS) };
}

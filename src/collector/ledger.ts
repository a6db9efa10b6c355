import type { MiddlewareHandler } from 'hono';
import { Problem, REFUSALS, type Refusal } from './problem.ts';
import type { Env } from './service.ts';

/** What the collector counts, each with its own sum. */
export const COUNTED = ['vote', 'vote-change', 'answers', 'answers-change', 'signal'] as const;
export type Counted = (typeof COUNTED)[number];

interface Account {
  received: number;
  stored: number;
  duplicates: number;
  aside: number;
  refused: Record<Refusal, number>;
}

/** Counts since start. For each kind: received = stored + duplicates + set aside + refused by reason, at any
 * moment. */
export interface Ledger {
  /**
   * Books a request when its answer is known: as what the handler put under `outcome`, else as refused.
   * A handler that takes several submissions at once says under `size` how many they are.
   */
  counting(kind: Counted): MiddlewareHandler<Env>;
  /** The counts in Prometheus' text format. */
  text(): string;
}

export function createLedger(): Ledger {
  const accounts = new Map<Counted, Account>(COUNTED.map((kind) => [kind, emptyAccount()]));

  return {
    counting(kind) {
      return async function counting(c, next) {
        await next();
        const account = accounts.get(kind) ?? emptyAccount();
        const size = c.get('size') ?? 1;
        const outcome = c.get('outcome');
        account.received += size;
        if (outcome) {
          account.stored += outcome.stored;
          account.duplicates += outcome.duplicates;
          account.aside += outcome.aside;
        } else {
          account.refused[c.error instanceof Problem ? c.error.options.refusal : 'failed'] += size;
        }
      };
    },
    text() {
      return [
        ...family('received', 'Submissions and changes that came in.', (kind) => [
          [{ kind }, accounts.get(kind)?.received],
        ]),
        ...family('stored', 'Submissions and changes that were stored.', (kind) => [
          [{ kind }, accounts.get(kind)?.stored],
        ]),
        ...family('duplicates', 'Submissions that were there already; nothing changed.', (kind) => [
          [{ kind }, accounts.get(kind)?.duplicates],
        ]),
        ...family('aside', 'Submissions that were stored and do not count.', (kind) => [
          [{ kind }, accounts.get(kind)?.aside],
        ]),
        ...family('refused', 'Submissions and changes that were refused, by reason.', (kind) =>
          REFUSALS.map((reason) => [{ kind, reason }, accounts.get(kind)?.refused[reason]]),
        ),
        '',
      ].join('\n');
    },
  };
}

type Sample = [labels: Record<string, string>, value: number | undefined];

function family(name: string, help: string, samples: (kind: Counted) => Sample[]): string[] {
  const full = `kundig_${name}_total`;
  return [
    `# HELP ${full} ${help}`,
    `# TYPE ${full} counter`,
    ...COUNTED.flatMap(samples).map(([labels, value]) => {
      const inside = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
      return `${full}{${inside.join(',')}} ${value ?? 0}`;
    }),
  ];
}

function emptyAccount(): Account {
  const refused = Object.fromEntries(REFUSALS.map((reason) => [reason, 0])) as Record<Refusal, number>;
  return { received: 0, stored: 0, duplicates: 0, aside: 0, refused };
}

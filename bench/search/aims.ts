import { z } from 'zod';
import type { Figures } from './figures.ts';

const aimSchema = z
  .strictObject({
    /** Name of a set, of a family of sets, or `all`. */
    set: z.string(),
    /** How the question is put, or how many phrasings each document has. E.g. `one typing error`, `3 phrasings` */
    variant: z.string().default('as typed'),
    figure: z.enum(['mrr', 'hitAt1', 'hitAt5', 'none']),
    atLeast: z.number().optional(),
    atMost: z.number().optional(),
    /** What is measured is how much less the figure is than that of another variant. */
    lessThan: z.string().optional(),
    /** What is measured is the figure as a share of that of another variant. */
    shareOf: z.string().optional(),
  })
  .refine(({ atLeast, atMost }) => (atLeast === undefined) !== (atMost === undefined), {
    message: 'needs either `atLeast` or `atMost`',
  });

/** Something that a search is to reach. */
export type Aim = z.infer<typeof aimSchema>;

/** @param text a list of aims in JSON */
export function readAims(text: string): Aim[] {
  return z.array(aimSchema).parse(JSON.parse(text));
}

export interface Reached {
  aim: string;
  measured: number | undefined;
  holds: boolean | undefined;
  /** Queries that were asked. */
  queries: number;
}

/** @param figures of a set at a variant, where they were measured */
export function reached(aim: Aim, figures: (set: string, variant: string) => Figures | undefined): Reached {
  const own = figures(aim.set, aim.variant);
  const other = figures(aim.set, aim.lessThan ?? aim.shareOf ?? aim.variant);
  let measured = own?.[aim.figure];
  if (measured !== undefined && other) {
    if (aim.lessThan !== undefined) measured = other[aim.figure] - measured;
    if (aim.shareOf !== undefined) measured /= other[aim.figure];
  }
  return {
    aim: sentenceOf(aim),
    measured: other && measured,
    holds:
      measured === undefined || !other
        ? undefined
        : measured >= (aim.atLeast ?? Number.NEGATIVE_INFINITY) &&
          measured <= (aim.atMost ?? Number.POSITIVE_INFINITY),
    queries: own?.queries ?? 0,
  };
}

const NAMES = { mrr: 'MRR@10', hitAt1: 'hit at 1', hitAt5: 'hit at 5', none: 'no result' };

function sentenceOf({ set, variant, figure, atLeast, atMost, lessThan, shareOf }: Aim): string {
  const compared = lessThan ? ` less than ${lessThan}` : shareOf ? ` as a share of ${shareOf}` : '';
  const limit = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
  return `${set}, ${variant}: ${NAMES[figure]}${compared} ${limit}`;
}

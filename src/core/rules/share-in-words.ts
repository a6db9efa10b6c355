import type { Finding } from '../finding.ts';
import type { Votes } from '../statistics/votes.ts';
import { wilson } from '../statistics/wilson.ts';

/** A share in whole per cent, e.g. 30 for 0.3. */
export function percent(share: number): number {
  return Math.round(share * 100);
}

/**
 * How many of so many were helped, with the range in which the share of all readers probably lies.
 *
 * @example shareInWords({ helpful: 12, unhelpful: 28 }) // '12 of 40 readers who voted: 30 % (probably 18 to 45 % of all readers)'
 */
export function shareInWords(votes: Votes): string {
  const { value, low, high, of } = figureOf(votes);
  return (
    `${votes.helpful} of ${of} readers who voted: ${percent(value)} % ` +
    `(probably ${percent(low)} to ${percent(high)} % of all readers)`
  );
}

/** The share of helped readers with its 95 % Wilson interval, as findings carry it. */
export function figureOf({ helpful, unhelpful }: Votes): NonNullable<Finding['figure']> {
  const of = helpful + unhelpful;
  return { value: of === 0 ? 0 : helpful / of, ...wilson(helpful, of), of };
}

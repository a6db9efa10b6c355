import type { Finding } from '../finding.ts';
import type { Votes } from '../statistics/votes.ts';
import { wilson } from '../statistics/wilson.ts';

type Figure = NonNullable<Finding['figure']>;

/** A share in whole per cent, e.g. 30 for 0.3. */
export function percent(share: number): number {
  return Math.round(share * 100);
}

/** So many of so many as a share with its 95 % Wilson interval, as findings carry it. */
export function figureOf(count: number, of: number): Figure {
  return { value: of === 0 ? 0 : count / of, ...wilson(count, of), of };
}

/** The share of readers who were helped. */
export function helpfulFigure({ helpful, unhelpful }: Votes): Figure {
  return figureOf(helpful, helpful + unhelpful);
}

/**
 * A share, and where it probably lies.
 *
 * @example rangeInWords(figureOf(12, 40)) // '30 % (probably 18 to 45 %)'
 */
export function rangeInWords({ value, low, high }: Omit<Figure, 'of'>, whose = ''): string {
  return `${percent(value)} % (probably ${percent(low)} to ${percent(high)} %${whose})`;
}

/**
 * How many of so many were helped, with the range in which the share of all readers probably lies.
 *
 * @example shareInWords({ helpful: 12, unhelpful: 28 }) // '12 of 40 readers who voted: 30 % (probably 18 to 45 % of all readers)'
 */
export function shareInWords(votes: Votes): string {
  const figure = helpfulFigure(votes);
  return `${votes.helpful} of ${figure.of} readers who voted: ${rangeInWords(figure, ' of all readers')}`;
}

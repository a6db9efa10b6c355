import { type FieldError, Problem, pointerTo, unavailable } from '../problem.ts';
import type { Service } from '../service.ts';
import type { Named } from './known-articles.ts';

const DETAILS: Record<keyof Named, string> = {
  article: 'is not an article of this help centre',
  locale: 'is not a language in which this was published',
  revision: 'was never published',
};

/**
 * Refuses what is about something that readers cannot have before them.
 *
 * @param named what the submissions of a request are about
 * @param at where in the body the one with this number stands
 */
export async function refuseUnknown(
  { knownArticles }: Pick<Service, 'knownArticles'>,
  named: readonly Named[],
  at: (number: number) => readonly PropertyKey[] = () => [],
): Promise<void> {
  const parts = await knownArticles.unknownParts(named).catch(() => {
    throw unavailable();
  });
  const errors = parts.flatMap((part, number): FieldError[] =>
    part ? [{ pointer: pointerTo([...at(number), part]), detail: DETAILS[part] }] : [],
  );
  if (errors.length === 0) return;
  throw new Problem({
    status: 400,
    refusal: 'unknown',
    detail: 'This help centre has published nothing of the kind: see `errors`.',
    errors,
    say: 'unknown',
  });
}

import { addDuration, type Day, subtractDuration } from '../src/core/calendar.ts';
import type { Period } from '../src/core/figures/period.ts';

/** So far back does a report look that is not told when to begin. */
export const USUAL_PERIOD = '12 months';

interface Wish {
  from?: Day;
  to?: Day;
  today: Day;
  digest?: boolean;
}

/** The period that a person asks for. A digest is about seven whole days: the last of them was over yesterday. */
export function periodOf({ from, to, today, digest = false }: Wish): Period {
  if (digest) {
    const last = to ?? subtractDuration(today, '1 day');
    return { from: subtractDuration(last, '6 days'), to: last };
  }
  const last = to ?? today;
  return { from: from ?? addDuration(subtractDuration(last, USUAL_PERIOD), '1 day'), to: last };
}

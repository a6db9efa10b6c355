import type { SearchSummary } from '../feedback.ts';

/** A search, and the forms of the words that say what it is about. */
export interface Meant {
  search: SearchSummary;
  forms: ReadonlySet<string>;
}

/** Searches that share at least so much of what they say together ask for the same. */
const ALIKE = 0.5;
/** They share so many words, or say the same: one word in common may be anything. */
const FEWEST_SHARED = 2;

interface Group {
  forms: ReadonlySet<string>;
  members: Meant[];
}

/**
 * Puts searches together that ask for the same thing in other words. Around each frequent search gather those that
 * share most of what both say (Jaccard, each word by its rarity among the searches), so that "cancel my contract" and
 * "cancel contract online" meet, and "cancel" alone does not draw every cancellation to it.
 *
 * @param meant searches of one language
 */
export function groupAlike(meant: readonly Meant[]): Meant[][] {
  const weights = weightsOf(meant);
  const weigh = (forms: ReadonlySet<string>) => {
    let sum = 0;
    for (const form of forms) sum += weights.get(form) ?? 0;
    return sum;
  };
  const groups: Group[] = [];
  const byForm = new Map<string, Group[]>();
  for (const one of meant.toSorted(byFrequency)) {
    const near = new Set([...one.forms].flatMap((form) => byForm.get(form) ?? []));
    let best: Group | undefined;
    let most = 0;
    for (const group of near) {
      const shared = one.forms.intersection(group.forms);
      const all = one.forms.union(group.forms);
      if (shared.size < Math.min(FEWEST_SHARED, all.size)) continue;
      const likeness = weigh(shared) / weigh(all);
      if (likeness >= ALIKE && likeness > most) [best, most] = [group, likeness];
    }
    if (best) {
      best.members.push(one);
      continue;
    }
    const group = { forms: one.forms, members: [one] };
    groups.push(group);
    for (const form of one.forms) {
      const others = byForm.get(form);
      if (others) others.push(group);
      else byForm.set(form, [group]);
    }
  }
  return groups.map(({ members }) => members);
}

/** The most frequent first; of equally many the one that comes first in the alphabet. */
function byFrequency(a: Meant, b: Meant): number {
  return b.search.searches - a.search.searches || (a.search.query < b.search.query ? -1 : 1);
}

function weightsOf(meant: readonly Meant[]): Map<string, number> {
  const holders = new Map<string, number>();
  for (const { forms } of meant) for (const form of forms) holders.set(form, (holders.get(form) ?? 0) + 1);
  return new Map([...holders].map(([form, count]) => [form, Math.log(1 + meant.length / count)]));
}

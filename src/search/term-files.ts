import type { TermFile } from './index-files.ts';
import { packPosting } from './posting.ts';
import { type Holder, type Holders, holderCount } from './weigh-terms.ts';

/** Articles that a term leads to at most; those in which it weighs least are left out. It says little by then. */
const MOST_POSTINGS = 1500;
/** Characters of a file before it is compressed: every word of a query costs its reader about a third of it. */
const FILE_SIZE = 5_000;

/** Divides the terms, in alphabetical order, into files of about the same size. */
export function inTermFiles(holders: Holders): TermFile[] {
  const files: TermFile[] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const term of [...holders.keys()].sort()) {
    const all = holders.get(term) ?? [];
    const kept = heaviest(all);
    // A distance has about two digits, with its comma; a standing is one letter.
    const grown = term.length + 4 * kept.length;
    if (size + grown > FILE_SIZE) {
      files.push({ terms: [], counts: [], distances: [], standings: [] });
      size = 0;
    }
    size += grown;
    const file = files.at(-1);
    file?.terms.push(term);
    file?.counts.push(holderCount(all));
    file?.distances.push(kept.map(({ article }, place) => article - (kept[place - 1]?.article ?? 0)));
    file?.standings.push(kept.map(packPosting).join(''));
  }
  return files;
}

function heaviest(holders: readonly Holder[]): readonly Holder[] {
  if (holders.length <= MOST_POSTINGS) return holders;
  return [...holders]
    .sort((a, b) => b.weight - a.weight || a.article - b.article)
    .slice(0, MOST_POSTINGS)
    .sort((a, b) => a.article - b.article);
}

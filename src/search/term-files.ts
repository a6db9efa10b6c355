import type { TermFile } from './index-files.ts';
import { packPosting } from './posting.ts';
import { type Holder, type Holders, holderCount } from './weigh-terms.ts';

/** Articles that a term leads to at most; those in which it weighs least are left out. It says little by then. */
const MOST_POSTINGS = 1500;
/** The same of a term that most queries have. */
const MOST_POSTINGS_OF_COMMON = 250;
/** Terms that are common, and the share of the articles that holds each of them at least. */
const MOST_COMMON = 48;
const COMMON_SHARE = 0.2;
/** Characters of a file before it is compressed: every word of a query costs its reader about a third of it. */
const FILE_SIZE = 5_000;

/**
 * Divides the terms into files: one for those that most queries have, such as `how` and `my`, so that a question costs
 * few requests; the others, in alphabetical order, into files of about the same size.
 */
export function inTermFiles(holders: Holders, articles: number): { common: TermFile; files: TermFile[] } {
  const least = Math.max(2, articles * COMMON_SHARE);
  const byCount = [...holders].filter(([, { length }]) => length >= least);
  byCount.sort(([, a], [, b]) => b.length - a.length);
  const common = new Set(byCount.slice(0, MOST_COMMON).map(([term]) => term));
  const files: TermFile[] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const term of [...holders.keys()].sort()) {
    if (common.has(term)) continue;
    const all = holders.get(term) ?? [];
    const kept = heaviest(all, MOST_POSTINGS);
    // A distance has about two digits, with its comma; a standing is one letter.
    const grown = term.length + 4 * kept.length;
    const last = files.at(-1);
    if (last && size + grown <= FILE_SIZE) add(last, term, all, kept);
    else {
      files.push(add(emptyFile(), term, all, kept));
      size = 0;
    }
    size += grown;
  }
  const commonFile = emptyFile();
  for (const term of [...common].sort()) {
    const all = holders.get(term) ?? [];
    add(commonFile, term, all, heaviest(all, MOST_POSTINGS_OF_COMMON));
  }
  return { common: commonFile, files };
}

function emptyFile(): TermFile {
  return { terms: [], counts: [], distances: [], standings: [] };
}

function add(file: TermFile, term: string, all: readonly Holder[], kept: readonly Holder[]): TermFile {
  file.terms.push(term);
  file.counts.push(holderCount(all));
  file.distances.push(kept.map(({ article }, place) => article - (kept[place - 1]?.article ?? 0)));
  file.standings.push(kept.map(packPosting).join(''));
  return file;
}

function heaviest(holders: readonly Holder[], most: number): readonly Holder[] {
  if (holders.length <= most) return holders;
  return [...holders]
    .sort((a, b) => b.weight - a.weight || a.article - b.article)
    .slice(0, most)
    .sort((a, b) => a.article - b.article);
}

import type { TermCounts } from './article-terms.ts';
import type { WordFile } from './index-files.ts';
import { withoutAccents } from './words.ts';

/**
 * Words of a letter that stand in its first file. The rarer ones of a large site have a file of their own, which is
 * only read where the first has nothing like the word that was typed.
 */
const MOST_WORDS = 1000;

/** The words of all articles, as they are written, by their first letter. */
export function inWordFiles(counted: readonly TermCounts[]): { letter: string; file: WordFile }[] {
  const counts = new Map<string, number>();
  for (const { words } of counted) {
    for (const [word, { title, asked, heading, text }] of words) {
      counts.set(word, (counts.get(word) ?? 0) + title + asked + heading + text);
    }
  }
  const byLetter = Map.groupBy([...counts.keys()].sort(), firstLetterOf);
  const files: { letter: string; file: WordFile }[] = [];
  for (const [letter, words] of [...byLetter].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const byCount = words.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
    const frequent = new Set(byCount.slice(0, MOST_WORDS));
    files.push({ letter, file: fileOf([...frequent], counts) });
    const rare = words.filter((word) => !frequent.has(word));
    if (rare.length > 0) files.push({ letter: `+${letter}`, file: fileOf(rare, counts) });
  }
  return files;
}

function fileOf(words: readonly string[], counts: ReadonlyMap<string, number>): WordFile {
  const sorted = words.toSorted();
  const doublings = (word: string) => Math.min(9, Math.floor(Math.log2(counts.get(word) ?? 1)));
  return { words: sorted, frequencies: sorted.map(doublings).join('') };
}

function firstLetterOf(word: string): string {
  const [letter = ''] = withoutAccents(word);
  return letter;
}

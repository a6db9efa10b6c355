import type { TermCounts } from './article-terms.ts';
import type { WordFile } from './index-files.ts';
import { withoutAccents } from './words.ts';

/**
 * Words of a letter that stand in its file. The rarer ones of a large site have files of their own by their first two
 * letters, which are only read where the first file has nothing like the word that was typed.
 */
const MOST_WORDS = 1000;

/** The words of all articles, as they are written, by their first letter; the rarer ones by the first two. */
export function inWordFiles(counted: readonly TermCounts[]): { letters: string; file: WordFile }[] {
  const counts = new Map<string, number>();
  for (const { words } of counted) {
    for (const [word, { title, asked, heading, text }] of words) {
      counts.set(word, (counts.get(word) ?? 0) + title + asked + heading + text);
    }
  }
  const byLetter = Map.groupBy(counts.keys(), (word) => beginningOf(word, 1));
  const files = new Map<string, WordFile>();
  for (const [letter, words] of byLetter) {
    const byCount = words.sort().sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
    files.set(letter, fileOf(byCount.slice(0, MOST_WORDS), counts));
    const rare = Map.groupBy(byCount.slice(MOST_WORDS), (word) => beginningOf(word, 2));
    for (const [letters, words] of rare) files.set(`+${letters}`, fileOf(words, counts));
  }
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([letters, file]) => ({ letters, file }));
}

function fileOf(words: readonly string[], counts: ReadonlyMap<string, number>): WordFile {
  const sorted = words.toSorted();
  const doublings = (word: string) => Math.min(9, Math.floor(Math.log2(counts.get(word) ?? 1)));
  return { words: sorted, frequencies: sorted.map(doublings).join('') };
}

function beginningOf(word: string, letters: number): string {
  return [...withoutAccents(word)].slice(0, letters).join('');
}

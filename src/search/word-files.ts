import type { TermCounts } from './article-terms.ts';
import type { WordFile } from './index-files.ts';
import { withoutAccents } from './words.ts';

/** The words of all articles, as they are written, by their first letter. */
export function inWordFiles(counted: readonly TermCounts[]): { letter: string; file: WordFile }[] {
  const counts = new Map<string, number>();
  for (const { words } of counted) {
    for (const [word, { title, asked, heading, text }] of words) {
      counts.set(word, (counts.get(word) ?? 0) + title + asked + heading + text);
    }
  }
  const files = new Map<string, WordFile>();
  for (const word of [...counts.keys()].sort()) {
    const [letter = ''] = withoutAccents(word);
    const file = files.get(letter) ?? { words: [], frequencies: '' };
    file.words.push(word);
    file.frequencies += Math.min(9, Math.floor(Math.log2(counts.get(word) ?? 1)));
    files.set(letter, file);
  }
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([letter, file]) => ({ letter, file }));
}

/** BM25 over Snowball's stems, as textbooks have it: the title's words are counted three times. */
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as german } from '@orama/stemmers/german';
import { wordsOf } from '../key-words.ts';
import type { Document } from '../search-set.ts';

const K1 = 1.2;
const B = 0.75;
const TITLE = 3;
const STEMMERS: Record<string, (word: string) => string> = { de: german, en: english };

export async function open(folder: string): Promise<(query: string) => Promise<string[]>> {
  const documents: Document[] = await (await fetch(`${folder}documents.json`)).json();
  const stem = STEMMERS[document.documentElement.lang] ?? ((word) => word);
  const postings = new Map<string, Map<number, number>>();
  const lengths = documents.map(({ title, questions, body }, at) => {
    const heads = wordsOf([title, ...questions].join('\n'));
    const words = [...Array(TITLE).fill(heads).flat(), ...wordsOf(body)];
    for (const word of words) {
      const counts = postings.getOrInsertComputed(stem(word), () => new Map<number, number>());
      counts.set(at, (counts.get(at) ?? 0) + 1);
    }
    return words.length;
  });
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;

  return async (query) => {
    const scores = new Map<number, number>();
    for (const word of new Set(wordsOf(query).map(stem))) {
      const counts = postings.get(word) ?? new Map<number, number>();
      const rarity = Math.log(1 + (documents.length - counts.size + 0.5) / (counts.size + 0.5));
      for (const [at, count] of counts) {
        const long = K1 * (1 - B + (B * (lengths[at] ?? 0)) / meanLength);
        scores.set(at, (scores.get(at) ?? 0) + (rarity * count * (K1 + 1)) / (count + long));
      }
    }
    const best = [...scores].sort((a, b) => b[1] - a[1]).slice(0, 10);
    return best.map(([at]) => documents[at]?.id ?? '');
  };
}

import { likenessOf, rarityOf } from './rank.ts';
import type { QueryWord } from './understand.ts';

/** PLACEHOLDER until fitted. */
export function confidenceOf(
  words: readonly QueryWord[],
  results: readonly { score: number; coverage: number }[],
): number {
  const [best] = results;
  if (!best) return 0;
  void likenessOf;
  const total = rarityOf(words);
  return Math.min(1, (best.score / Math.max(total, 1e-9)) * 0.6);
}

export function isUnsure(confidence: number): boolean {
  return confidence < 0.25;
}

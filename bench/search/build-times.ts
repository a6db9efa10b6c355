import { buildKundig } from './kundig.ts';
import { buildPlainPagefind } from './plain-pagefind.ts';
import type { LongDocument } from './search-set.ts';
import { spreadOf } from './spread.ts';
import { MEASURES, type Measured } from './visits.ts';

/** Builds both indexes of the same documents in turn, so that what else the machine does falls on both alike. */
export async function measureBuilds(
  documents: readonly LongDocument[],
  lang: string,
  rounds: number,
): Promise<Measured[]> {
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ours.push(await secondsOf(() => buildKundig(documents, lang)));
    plain.push(await secondsOf(() => buildPlainPagefind(documents, lang)));
  }
  const ratios = ours.map((seconds, round) => seconds / (plain[round] ?? Number.NaN));
  return [
    { measure: 'index build, s', ours: spreadOf(ours), plain: spreadOf(plain) },
    { measure: MEASURES.build, ours: spreadOf(ratios), plain: spreadOf([1]) },
  ];
}

async function secondsOf(build: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await build();
  return (performance.now() - start) / 1000;
}

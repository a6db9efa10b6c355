/**
 * How many votes it takes to notice that an edit hurt: an article that helped 80 % of its readers, known from 100
 * votes, helps 60 % afterwards. Run: `npx node bench/edits.ts [seed]`
 */
import { newcombe } from '../src/core/statistics/newcombe.ts';
import { castVotes, randomNumbers } from './simulated-votes.ts';

const RUNS = 10_000;
const random = randomNumbers(Number(process.argv[2] ?? 1));

/** Share of the runs in which the interval of the change lies on one side of 0. */
function verdicts(before: number, after: number, votes: number, confidence: number): string {
  let verdicts = 0;
  for (let run = 0; run < RUNS; run++) {
    const old = castVotes(before, 100, random);
    const young = castVotes(after, votes, random);
    const { low, high } = newcombe(
      { successes: young.helpful, trials: votes },
      { successes: old.helpful, trials: 100 },
      confidence,
    );
    if (low > 0 || high < 0) verdicts += 1;
  }
  return `${((100 * verdicts) / RUNS).toFixed(1)} %`.padStart(7);
}

console.log('votes after the edit            30       50      100');
for (const [name, after] of [
  ['80 % falls to 60 %', 0.6],
  ['80 % stays 80 %', 0.8],
] as const) {
  for (const confidence of [0.95, 0.9]) {
    const row = [30, 50, 100].map((votes) => verdicts(0.8, after, votes, confidence)).join('  ');
    console.log(`${name.padEnd(20)} ${confidence.toFixed(2)}  ${row}`);
  }
}

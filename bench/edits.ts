/**
 * How many votes it takes to notice that an edit hurt: an article that helped 80 % of its readers, known from 100
 * votes, helps 60 % afterwards; and how often a harmless edit is blamed. Ends with the aims, met or not.
 * Run: `npx node bench/edits.ts [seed]`
 */
import { editVerdict } from '../src/core/statistics/edit-verdict.ts';
import type { Votes } from '../src/core/statistics/votes.ts';
import { castVotes, randomNumbers } from './simulated-votes.ts';

const RUNS = 10_000;
const CONFIDENCES = [0.95, 0.9];
const random = randomNumbers(Number(process.argv[2] ?? 1));

/** Share of the runs in which an edit is called harmful after so many votes. */
function hurt(before: number, after: number, votes: number, confidence: number): number {
  let verdicts = 0;
  for (let run = 0; run < RUNS; run++) {
    const { verdict } = editVerdict(
      castVotes(before, 100, random),
      castVotes(after, votes, random),
      confidence,
    );
    if (verdict === 'hurt') verdicts += 1;
  }
  return verdicts / RUNS;
}

/** The same where it is looked at again after every 5 votes up to so many, and one verdict is enough. */
function everHurt(share: number, most: number, confidence: number): number {
  let verdicts = 0;
  for (let run = 0; run < RUNS; run++) {
    const before = castVotes(share, 100, random);
    const after: Votes = { helpful: 0, unhelpful: 0 };
    for (let votes = 5; votes <= most; votes += 5) {
      const more = castVotes(share, 5, random);
      after.helpful += more.helpful;
      after.unhelpful += more.unhelpful;
      if (editVerdict(before, after, confidence).verdict === 'hurt') {
        verdicts += 1;
        break;
      }
    }
  }
  return verdicts / RUNS;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`.padStart(7);
}

console.log('called harmful after votes             20       30       50      100');
for (const [name, before, after] of [
  ['80 % falls to 60 %', 0.8, 0.6],
  ['80 % stays 80 %', 0.8, 0.8],
  ['60 % stays 60 %', 0.6, 0.6],
  ['90 % stays 90 %', 0.9, 0.9],
] as const) {
  for (const confidence of CONFIDENCES) {
    const row = [20, 30, 50, 100].map((votes) => percent(hurt(before, after, votes, confidence)));
    console.log(`${name.padEnd(20)} ${confidence.toFixed(2)}     ${row.join('  ')}`);
  }
}
console.log('\never called harmful, looked at after every 5 votes up to 100, though nothing changed');
for (const share of [0.6, 0.8, 0.9]) {
  const row = CONFIDENCES.map(
    (confidence) => `${confidence.toFixed(2)} ${percent(everHurt(share, 100, confidence))}`,
  );
  console.log(`  ${percent(share)} helped: ${row.join('   ')}`);
}

console.log('\nAims, at a confidence of 0.90');
const found = hurt(0.8, 0.6, 50, 0.9);
const blamed = Math.max(...[0.6, 0.8, 0.9].map((share) => hurt(share, share, 50, 0.9)));
console.log(
  `${found >= 0.8 ? 'met    ' : 'NOT MET'} a fall from 80 to 60 % found after 50 votes in at least 80 %: ${percent(found)}`,
);
console.log(
  `${blamed <= 0.06 ? 'met    ' : 'NOT MET'} a harmless edit blamed after 50 votes in at most 6 %: ${percent(blamed)}`,
);

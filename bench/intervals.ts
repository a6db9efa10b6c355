/**
 * How often the intervals of a report hold the truth, of which they promise 95 %: satisfaction, the Net Promoter Score, and
 * how both changed. Summed exactly over all that readers may answer; only changes of the score are simulated. Names every truth for which the promise is
 * kept too loosely or broken, and ends with the aims, met or not.
 * Run: `npx node bench/intervals.ts [seed]`
 */
import {
  type Coverage,
  type ScoreTruth,
  scoreChangeCoverage,
  scoreCoverage,
  shareChangeCoverage,
  shareCoverage,
} from './intervals/coverage.ts';
import { randomNumbers } from './simulated-votes.ts';

const ANSWERS = [30, 50, 100, 300, 1000];
/** The aim for the mean; a truth outside of it is named. */
const LEAST = 0.94;
const MOST = 0.965;

const DRAWS = 20_000;
const random = randomNumbers(Number(process.argv[2] ?? 1));

const SHARES = Array.from({ length: 19 }, (_, step) => (step + 1) / 20);
const CHANGES: [first: number, second: number][] = [
  [0.5, 0.5],
  [0.7, 0.7],
  [0.8, 0.8],
  [0.9, 0.9],
  [0.95, 0.95],
  [0.7, 0.6],
  [0.8, 0.7],
  [0.9, 0.8],
  [0.95, 0.85],
  [0.9, 0.6],
  [0.6, 0.3],
  [0.3, 0.1],
];
const SCORES: ScoreTruth[] = [
  [0.5, 0.2],
  [1 / 2, 1 / 6],
  [0.6, 0.1],
  [0.7, 0.05],
  [0.8, 0.1],
  [0.9, 0.02],
  [0.4, 0.4],
  [0.33, 0.33],
  [0.3, 0.3],
  [0.1, 0.1],
  [0.05, 0.05],
  [0.3, 0.1],
  [0.2, 0.5],
  [0.05, 0.6],
].map(([promoters = 0, detractors = 0]) => ({ promoters, detractors }));

const aims: [aim: string, figure: string, met: boolean][] = [];

/** Prints the coverage of one interval for so many answers, over all truths. */
function measure<Truth>(
  name: string,
  truths: readonly Truth[],
  nameOfTruth: (truth: Truth) => string,
  sizes: readonly (readonly [size: string, coverage: () => Coverage<Truth>])[],
): void {
  console.log(`\n${name}, ${truths.length} truths\n  answers        lowest      mean   highest`);
  for (const [size, coverage] of sizes) {
    const coverageOf = coverage();
    const found = truths.map((truth) => ({ truth, share: coverageOf(truth) }));
    const shares = found.map(({ share }) => share);
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    const columns = [Math.min(...shares), mean, Math.max(...shares)].map((share) => percent(share));
    console.log(`  ${size.padEnd(12)} ${columns.join('  ')}`);
    const outside = found
      .filter(({ share }) => share < LEAST || share > MOST)
      .map(({ truth, share }) => `${nameOfTruth(truth)}: ${percent(share).trim()}`);
    if (outside.length > 0) console.log(`    outside: ${outside.join(', ')}`);
    aims.push([
      `${name}, ${size} answers: mean of 94 to 96.5 %`,
      percent(mean),
      mean >= LEAST && mean <= MOST,
    ]);
  }
}

function nameOf({ promoters, detractors }: ScoreTruth): string {
  return `${promoters.toFixed(2)} - ${detractors.toFixed(2)}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(2)} %`.padStart(8);
}

const ofEach = <Truth>(coverage: (answers: number) => Coverage<Truth>) =>
  ANSWERS.map((answers) => [String(answers), () => coverage(answers)] as const);

const pairs = [
  ...ANSWERS.map((answers) => [answers, answers] as const),
  [30, 100],
  [100, 300],
  [300, 1000],
] as const;

measure('Satisfaction (Wilson)', SHARES, String, ofEach(shareCoverage));
measure('Net Promoter Score (adjusted Wald)', SCORES, nameOf, ofEach(scoreCoverage));
measure(
  'Change of a share (Newcombe)',
  CHANGES,
  ([first, second]) => `${first} - ${second}`,
  pairs.map(([now, before]) => [`${now}, ${before}`, () => shareChangeCoverage(now, before)] as const),
);

measure(
  `Change of the Net Promoter Score (two adjusted Wald, ${DRAWS.toLocaleString('en')} draws)`,
  // Half of them stay as they are, half become the next in the list.
  SCORES.map((truth, index): [ScoreTruth, ScoreTruth] => [
    truth,
    SCORES[index % 2 ? index + 1 : index] ?? truth,
  ]),
  ([one, other]) => `${nameOf(one)} against ${nameOf(other)}`,
  pairs.map(
    ([now, before]) =>
      [`${now}, ${before}`, () => scoreChangeCoverage(now, before, { draws: DRAWS, random })] as const,
  ),
);

console.log('\nAims');
for (const [aim, figure, met] of aims) console.log(`${met ? 'met    ' : 'NOT MET'} ${aim}: ${figure.trim()}`);

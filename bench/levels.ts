/**
 * How often the test of the four levels names the level on which to work rightly, wrongly or not at all, on simulated
 * surveys whose truth is known; and how often answers are taken for a pyramid that form one, and that do not. Ends with
 * the aims, met or not.
 * Run: `npx node bench/levels.ts [seed]`
 */
import { guttmanScale } from '../src/core/statistics/guttman-scale.ts';
import { chancesOf } from './levels/exact-outcomes.ts';
import { LIMIT, type Outcome, outcomeOf } from './levels/outcome.ts';
import { fillInSheets, type Truth } from './levels/simulated-sheets.ts';
import { randomNumbers } from './simulated-votes.ts';

const RUNS = 10_000;
const SCALE_RUNS = 2000;
const READERS = [50, 100, 200, 400];
const random = randomNumbers(Number(process.argv[2] ?? 1));

const DESIGN = [0.9, 0.85, 0.55, 0.5];
const TRUTHS: Record<string, Truth> = {
  'one question a level': { shares: DESIGN },
  'three questions a level, answers of a reader unlike': { shares: DESIGN, questions: 3 },
  'three questions, correlated by 0.4': { shares: DESIGN, questions: 3, alike: 0.4 },
  'three questions, correlated by 0.7': { shares: DESIGN, questions: 3, alike: 0.7 },
  'three questions, always answered alike': { shares: DESIGN, questions: 3, alike: 1 },
  'three questions, by 0.4, each level rests on those below': {
    shares: DESIGN,
    questions: 3,
    alike: 0.4,
    resting: 1,
  },
  'the first level broken': { shares: [0.5, 0.85, 0.85, 0.85] },
  'the second level broken': { shares: [0.9, 0.55, 0.85, 0.5] },
  'only the last level broken': { shares: [0.95, 0.9, 0.85, 0.55] },
  'all hold': { shares: [0.95, 0.9, 0.88, 0.85] },
  'all are broken': { shares: [0.55, 0.5, 0.45, 0.4] },
  'all near the limit': { shares: [0.72, 0.71, 0.69, 0.68] },
  'all exactly at the limit, so that they hold': { shares: [LIMIT, LIMIT, LIMIT, LIMIT] },
  'the first a little below, the others clear of it': { shares: [0.69, 0.85, 0.55, 0.5] },
};

function percent(part: number, digits = 1): string {
  return `${(100 * part).toFixed(digits)} %`.padStart(8);
}

function sharesOfOutcomes(truth: Truth, readers: number): Record<Outcome, number> {
  const shares = { right: 0, wrong: 0, undecided: 0 };
  for (let run = 0; run < RUNS; run++) {
    shares[outcomeOf(fillInSheets(truth, readers, random).levels, truth.shares)] += 1 / RUNS;
  }
  return shares;
}

const aims: [aim: string, figure: string, met: boolean][] = [];
let worst = { wrong: 0, where: '' };

console.log(`What ${RUNS.toLocaleString('en')} surveys say of the levels (limit ${LIMIT})`);
for (const [name, truth] of Object.entries(TRUTHS)) {
  console.log(`\n${name}: ${truth.shares.join(' / ')}\n  readers     right     wrong  undecided`);
  for (const readers of READERS) {
    const { right, wrong, undecided } = sharesOfOutcomes(truth, readers);
    console.log(
      `  ${String(readers).padStart(7)}  ${percent(right)}  ${percent(wrong)}   ${percent(undecided)}`,
    );
    if (wrong > worst.wrong) worst = { wrong, where: `${name}, ${readers} readers` };
    if (truth.shares === DESIGN && readers === 100) {
      aims.push([`at least 90 % right with 100 readers: ${name}`, percent(right), right >= 0.9]);
    }
  }
}
aims.push([`at most 6 % wrong anywhere above (${worst.where})`, percent(worst.wrong), worst.wrong <= 0.06]);

console.log('\nA level whose true share is the limit, summed exactly: said to hold, and to be broken');
const errors = new Map<number, number>();
for (let readers = 30; readers <= 1000; readers++) {
  const { holds, broken } = chancesOf(LIMIT, readers);
  errors.set(readers, Math.max(holds, broken));
  if (READERS.includes(readers)) {
    console.log(`  ${String(readers).padStart(7)}  ${percent(holds, 2)}  ${percent(broken, 2)}`);
  }
}
for (const least of [30, 50, 100, 150]) {
  const those = [...errors].filter(([readers]) => readers >= least);
  const [readers, error] = those.reduce((one, other) => (other[1] > one[1] ? other : one));
  const over = those.filter(([, one]) => one > 0.06).length;
  console.log(
    `  ${least} to 1,000 readers: at worst ${percent(error, 2).trim()} (${readers}), above 6 % with ${over} of the ${those.length} numbers`,
  );
}
const atHundred = errors.get(100) ?? 1;
aims.push(['at most 6 % wrong exactly at the limit, 100 readers', percent(atHundred, 2), atHundred <= 0.06]);

/** How often answers are taken for a pyramid, and would be if homogeneity were not asked for. */
function pyramids(
  truth: Truth,
  readers: number,
): Record<'taken' | 'without' | 'reproducible' | 'scalable', number> {
  const means = { taken: 0, without: 0, reproducible: 0, scalable: 0 };
  for (let run = 0; run < SCALE_RUNS; run++) {
    const { patterns } = fillInSheets(truth, readers, random);
    const { isScale, reproducibility, scalability } = guttmanScale(patterns);
    if (isScale) means.taken += 1 / SCALE_RUNS;
    if (reproducibility >= 0.9 && scalability > 0.6) means.without += 1 / SCALE_RUNS;
    means.reproducible += reproducibility / SCALE_RUNS;
    means.scalable += scalability / SCALE_RUNS;
  }
  return means;
}

const EVEN = [0.8, 0.75, 0.7, 0.65];
const SCALES: [name: string, truth: Truth, isPyramid?: boolean][] = [
  ...[DESIGN, EVEN].flatMap((shares) =>
    [1, 0.9, 0.8, 0.5, 0].map((resting): [string, Truth, boolean?] => [
      `${shares.join(' / ')}, levels rest on those below in ${percent(resting, 0)} of the answers`,
      { shares, questions: 3, alike: 0.6, resting },
      // Half a pyramid may be called either.
      resting === 0.5 ? undefined : resting > 0,
    ]),
  ),
  [
    `${DESIGN.toReversed().join(' / ')}, upside down`,
    { shares: DESIGN.toReversed(), questions: 3, resting: 1 },
    false,
  ],
];
console.log(
  `\nTaken for a pyramid, of ${SCALE_RUNS.toLocaleString('en')} surveys of three questions a level`,
);
for (const readers of [30, 100, 400]) {
  console.log(
    `\n  ${`${readers} readers`.padEnd(80)}taken  reproducible  scalable  taken without homogeneity`,
  );
  for (const [name, truth, isPyramid] of SCALES) {
    const { taken, without, reproducible, scalable } = pyramids(truth, readers);
    console.log(
      `  ${name.padEnd(77)}${percent(taken)}  ${reproducible.toFixed(3).padStart(12)}  ${scalable.toFixed(3).padStart(8)}  ${percent(without)}`,
    );
    if (readers !== 100 || isPyramid === undefined) continue;
    const met = isPyramid ? taken >= 0.95 : taken <= 0.05;
    const aim = isPyramid ? 'taken for a pyramid in at least 95 %' : 'taken for a pyramid in at most 5 %';
    aims.push([`${aim}, 100 readers: ${name}`, percent(taken), met]);
  }
}

console.log('\nAims');
for (const [aim, figure, met] of aims) console.log(`${met ? 'met    ' : 'NOT MET'} ${aim}: ${figure.trim()}`);

/**
 * How often an article whose truth never changes is told to have fallen, and how many votes it takes to notice one
 * that has. Run: `npx node bench/fall.ts [seed]`
 */
import type { VoteDay } from '../src/core/audit-feedback/audit-feedback.ts';
import { FallWatch } from '../src/core/statistics/bernoulli-cusum.ts';
import { castVotes, randomNumbers } from './simulated-votes.ts';

const DROP = 0.2;
const FALSE_ALARMS = 1000;
const FALLS = 400;
const FIRST_VOTES = 260;
const VOTES_BEFORE = 100;
const random = randomNumbers(Number(process.argv[2] ?? 1));

/** Votes of successive days, so many a day on average, until the share changes after so many votes. */
function* voteDays(truth: (votesBefore: number) => number, perDay: number): Generator<VoteDay> {
  let votes = 0;
  for (let number = 0; ; number++) {
    const count = perDay === 1 ? 1 : Math.round(perDay * (0.5 + random()));
    // Days may be named by numbers as well: they are only compared and given back.
    yield { day: `day ${number}`, ...castVotes(truth(votes), count, random) };
    votes += count;
  }
}

/** So many votes there are when a fall is told for the first time, looked at every day; Infinity if never. */
function votesToAlarm(truth: (votesBefore: number) => number, perDay: number, most: number): number {
  const watch = new FallWatch(DROP);
  let votes = 0;
  for (const day of voteDays(truth, perDay)) {
    watch.add(day);
    votes += day.helpful + day.unhelpful;
    if (votes > most) return Number.POSITIVE_INFINITY;
    if (watch.fall) return votes;
  }
  return Number.POSITIVE_INFINITY;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`.padStart(7);
}

let worst = 0;
console.log(`Ever told to have fallen within the first ${FIRST_VOTES} votes, though nothing changed`);
console.log('  votes a day        50 %     60 %     70 %     80 %     90 %     95 % are helped');
for (const perDay of [1, 3, 10, 30]) {
  const shares = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95].map((truth) => {
    const alarms = Array.from({ length: FALSE_ALARMS }, () => votesToAlarm(() => truth, perDay, FIRST_VOTES));
    return alarms.filter(Number.isFinite).length;
  });
  worst = Math.max(worst, ...shares);
  console.log(
    `  ${String(perDay).padStart(11)}    ${shares.map((one) => percent(one, FALSE_ALARMS)).join('  ')}`,
  );
}

console.log(
  `\nMedian votes after a fall until it is told, and share told within 100 votes, from ${VOTES_BEFORE} votes before`,
);
console.log('  votes a day    80 to 60 %      80 to 50 %      90 to 70 %');
for (const perDay of [1, 3, 10, 30]) {
  const cells = [
    [0.8, 0.6],
    [0.8, 0.5],
    [0.9, 0.7],
  ].map(([before = 0, after = 0]) => {
    const votes = Array.from({ length: FALLS }, () =>
      votesToAlarm((cast) => (cast < VOTES_BEFORE ? before : after), perDay, VOTES_BEFORE + 300),
    )
      .filter((alarm) => alarm > VOTES_BEFORE)
      .map((alarm) => alarm - VOTES_BEFORE)
      .sort((one, other) => one - other);
    const median = votes[Math.floor(votes.length / 2)] ?? Number.NaN;
    return `${String(median).padStart(4)} ${percent(votes.filter((one) => one <= 100).length, votes.length)}`;
  });
  console.log(`  ${String(perDay).padStart(11)}   ${cells.join('    ')}`);
}

console.log(
  `\nmet: ${worst <= 0.05 * FALSE_ALARMS ? 'yes' : 'NO'}   at most 5 % false alarms (${percent(worst, FALSE_ALARMS).trim()})`,
);

/**
 * How often the list of unhelpful articles is wrong, and how much it finds, against simpler rules, on simulated
 * articles whose truth is known; and how often and how soon the proof comes. Ends with the aims, met or not.
 * Run: `npx node bench/unhelpful.ts [seed]`
 */
import type { VoteDay } from '../src/core/audit-feedback/audit-feedback.ts';
import { evidenceAgainst } from '../src/core/statistics/e-process.ts';
import { type DatedVotes, independentVotes, sameDayLikeness } from '../src/core/statistics/same-day-votes.ts';
import { judgeArticles } from '../src/core/statistics/unhelpful-list.ts';
import type { Votes } from '../src/core/statistics/votes.ts';
import { wilson } from '../src/core/statistics/wilson.ts';
import {
  type Correlation,
  castVoteDays,
  castVotes,
  randomNumbers,
  type SimulatedArticle,
  simulateArticles,
  type Truths,
} from './simulated-votes.ts';

const LIMIT = 0.6;
const LIMITS = { helpfulShare: LIMIT, falseShare: 0.05 };
const random = randomNumbers(Number(process.argv[2] ?? 1));

const SHAPES: Record<string, Truths> = {
  'Beta(8, 2.5), 11 % truly unhelpful': [{ a: 8, b: 2.5, part: 1 }],
  'Beta(4, 1.5), 22 % truly unhelpful': [{ a: 4, b: 1.5, part: 1 }],
  'two humps, 20 % truly unhelpful': [
    { a: 20, b: 4, part: 0.8 },
    { a: 6, b: 9, part: 0.2 },
  ],
};
const VOTERS: Record<string, Correlation> = {
  'every vote by itself': {},
  'a fifth of the votes copies the one before': { copied: 0.2 },
  'a fifth of the votes in bursts of five': { bursts: { share: 0.2, size: 5 } },
};

type Listing = (articles: SimulatedArticle[]) => readonly SimulatedArticle[];

const OURS = 'empirical Bayes (ours)';
const OTHERS: Record<string, Listing> = {
  'raw share < 60 %, 5 votes or more': (articles) =>
    articles.filter((one) => total(one) >= 5 && one.helpful / total(one) < LIMIT),
  'more no than yes': (articles) => articles.filter((one) => one.unhelpful > one.helpful),
  'Wilson 95 % upper bound < 60 %': (articles) =>
    articles.filter((one) => wilson(one.helpful, total(one)).high < LIMIT),
  'fixed prior, (yes + 22.5) / (n + 30) < 60 %': (articles) =>
    articles.filter((one) => (one.helpful + 22.5) / (total(one) + 30) < LIMIT),
  'empirical Bayes, days not looked at': (articles) => listed(articles, (one) => one),
};
const LISTINGS: Record<string, Listing> = {
  ...OTHERS,
  [OURS]: (articles) => {
    const likeness = sameDayLikeness(articles);
    return listed(articles, (one) => independentVotes(one, likeness));
  },
};

function listed(articles: SimulatedArticle[], worth: (one: SimulatedArticle) => object): SimulatedArticle[] {
  return judgeArticles(
    articles.map((one) => ({ one, ...one, ...worth(one) })),
    LIMITS,
  )
    .filter((judgement) => judgement.listed)
    .map(({ article }) => article.one);
}

function total({ helpful, unhelpful }: SimulatedArticle): number {
  return helpful + unhelpful;
}

/** Shares of the flags that are false, and of the articles with p <= 0.45 and 30 votes or more that are found. */
interface Score {
  flags: number;
  falseShare: number;
  bad: number;
  found: number;
}

/** Runs every rule on so many sites of the same size, prints what it listed, and gives our own score. */
function compare(title: string, sites: SimulatedArticle[][]): Score {
  console.log(`\n${title}`);
  let ours: Score | undefined;
  for (const [name, list] of Object.entries(LISTINGS)) {
    const flags = sites.flatMap(list);
    const isBad = (one: SimulatedArticle) => one.truth <= 0.45 && total(one) >= 30;
    const wrong = flags.filter(({ truth }) => truth >= LIMIT).length;
    const bad = sites.flat().filter(isBad).length;
    const found = flags.filter(isBad).length;
    console.log(
      `  ${name.padEnd(45)} listed ${String(flags.length).padStart(5)}, false ${percent(wrong, flags.length)}, ` +
        `finds ${percent(found, bad)} of ${bad}`,
    );
    ours = { flags: flags.length, falseShare: wrong / flags.length, bad, found: found / bad };
  }
  return ours as Score;
}

function percent(part: number, whole = 1): string {
  return whole === 0 ? '   -   ' : `${((100 * part) / whole).toFixed(1).padStart(5)} %`;
}

/** Votes until an article is proven unhelpful, looked at so often up to so many; Infinity if it never is. */
function votesToProof(truth: number, every: number, most: number): number {
  const votes = { helpful: 0, unhelpful: 0 };
  for (let count = every; count <= most; count += every) {
    const more = castVotes(truth, every, random);
    votes.helpful += more.helpful;
    votes.unhelpful += more.unhelpful;
    if (evidenceAgainst(votes, LIMIT) >= 20) return count;
  }
  return Number.POSITIVE_INFINITY;
}

/** Share of so many articles exactly at the limit that are ever proven within 260 votes of a year, looked at every 5 days. */
function everProven(articles: number, correlation: Correlation): { plain: number; weighed: number } {
  const years = Array.from({ length: articles }, () => castVoteDays(LIMIT, 260, random, correlation));
  const likeness = sameDayLikeness(years.map(dated));
  const ever = { plain: 0, weighed: 0 };
  for (const days of years) {
    const looks = days.flatMap((_, day) => (day % 5 === 4 ? [dated(days.slice(0, day + 1))] : []));
    const isProven = (votes: Votes) => evidenceAgainst(votes, LIMIT) >= 20;
    if (looks.some(isProven)) ever.plain += 1 / articles;
    if (looks.some((votes) => isProven(independentVotes(votes, likeness)))) ever.weighed += 1 / articles;
  }
  return ever;
}

function dated(days: VoteDay[]): DatedVotes {
  const helpful = days.reduce((sum, day) => sum + day.helpful, 0);
  const unhelpful = days.reduce((sum, day) => sum + day.unhelpful, 0);
  return { helpful, unhelpful, days };
}

const aims: [aim: string, figure: string, met: boolean][] = [];

for (const median of [8, 30]) {
  for (const [voters, correlation] of Object.entries(VOTERS)) {
    for (const [shape, truths] of Object.entries(SHAPES)) {
      const sites = Array.from({ length: 10 }, () =>
        simulateArticles(5000, truths, random, { median, ...correlation }),
      );
      const title = `${shape}; median ${median} votes; ${voters}`;
      const { falseShare, found, bad } = compare(`${title}; 10 sites of 5,000 articles`, sites);
      const most = voters === 'every vote by itself' ? 0.06 : 0.1;
      aims.push([
        `at most ${percent(most).trim()} of the flags false: ${title}`,
        percent(falseShare),
        falseShare <= most,
      ]);
      if (most === 0.06) {
        const figure = `${percent(found)} of ${bad}`;
        aims.push([`at least 80 % of p <= 0.45 with 30 votes found: ${title}`, figure, found >= 0.8]);
      }
    }
  }
}

for (const [a, b] of [
  [8, 2.5],
  [4, 1.5],
  [16, 4],
  [4, 4],
] as const) {
  compare(`12 articles, too few to learn from: truth Beta(${a}, ${b}), 1,000 sites`, [
    ...Array.from({ length: 1000 }, () => simulateArticles(12, { a, b }, random)),
  ]);
}

console.log('\nThe proof (e-process)');
const alarms = Array.from({ length: 4000 }, () => votesToProof(LIMIT, 5, 260)).filter(Number.isFinite).length;
console.log(
  `  of 4,000 articles exactly at the limit, looked at every 5 votes up to 260, proven: ${percent(alarms, 4000)}`,
);
aims.push([
  'proof: at most 5 % ever false in 260 votes, looked at every 5',
  percent(alarms, 4000),
  alarms <= 200,
]);
for (const [truth, most] of [
  [0.3, 20],
  [0.4, 45],
  [0.45, undefined],
  [0.5, undefined],
] as const) {
  const votes = Array.from({ length: 2001 }, () => votesToProof(truth, 1, 1000)).sort(
    (one, other) => one - other,
  );
  const median = votes[1000] ?? Number.NaN;
  console.log(
    `  an article that helps ${percent(truth)} of its readers is proven after ${median} votes (median)`,
  );
  if (most) aims.push([`proof: median votes at p = ${truth} at most ${most}`, `${median}`, median <= most]);
}
for (const [voters, correlation] of Object.entries(VOTERS)) {
  const { plain, weighed } = everProven(1500, correlation);
  console.log(
    `  at the limit, ${voters}: ever proven ${percent(plain)}, with the days looked at (ours) ${percent(weighed)}`,
  );
  aims.push([`proof: at most 5 % ever false in 260 votes, ${voters}`, percent(weighed), weighed <= 0.05]);
}

console.log('\nAims');
for (const [aim, figure, met] of aims) console.log(`${met ? 'met    ' : 'NOT MET'} ${aim}: ${figure.trim()}`);

/**
 * How often the list of unhelpful articles is wrong, and how much it finds, against simpler rules, on simulated
 * articles whose truth is known. Run: `npx node bench/unhelpful.ts [seed]`
 */
import { evidenceAgainst } from '../src/core/statistics/e-process.ts';
import { judgeArticles } from '../src/core/statistics/unhelpful-list.ts';
import { wilson } from '../src/core/statistics/wilson.ts';
import { castVotes, randomNumbers, type SimulatedArticle, simulateArticles } from './simulated-votes.ts';

const LIMIT = 0.6;
const random = randomNumbers(Number(process.argv[2] ?? 1));

type Listing = (articles: SimulatedArticle[]) => SimulatedArticle[];

const listings: Record<string, Listing> = {
  'raw share < 60 %, 5 votes or more': (articles) =>
    articles.filter((one) => total(one) >= 5 && one.helpful / total(one) < LIMIT),
  'more no than yes': (articles) => articles.filter((one) => one.unhelpful > one.helpful),
  'Wilson 95 % upper bound < 60 %': (articles) =>
    articles.filter((one) => wilson(one.helpful, total(one)).high < LIMIT),
  'fixed prior, (yes + 22.5) / (n + 30) < 60 %': (articles) =>
    articles.filter((one) => (one.helpful + 22.5) / (total(one) + 30) < LIMIT),
  'empirical Bayes (ours)': (articles) =>
    judgeArticles(articles, { helpfulShare: LIMIT, falseShare: 0.05 })
      .filter(({ listed }) => listed)
      .map(({ article }) => article),
};

function total({ helpful, unhelpful }: SimulatedArticle): number {
  return helpful + unhelpful;
}

/** Runs every rule on so many sites of the same size and prints what it listed. */
function compare(title: string, sites: SimulatedArticle[][]): void {
  console.log(`\n${title}`);
  for (const [name, list] of Object.entries(listings)) {
    const listed = sites.flatMap(list);
    const wrong = listed.filter(({ truth }) => truth >= LIMIT).length;
    const bad = sites.flat().filter((one) => one.truth < 0.45 && total(one) >= 30).length;
    const found = listed.filter((one) => one.truth < 0.45 && total(one) >= 30).length;
    console.log(
      `  ${name.padEnd(45)} listed ${String(listed.length).padStart(5)}, false ${percent(wrong, listed.length)}, ` +
        `finds p < 0.45 with 30 votes or more ${percent(found, bad)}`,
    );
  }
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '   -   ' : `${((100 * part) / whole).toFixed(1).padStart(5)} %`;
}

/** How many of so many articles exactly at the limit are ever called proven, looked at every 5 votes up to 260. */
function falseAlarms(articles: number): number {
  let alarms = 0;
  for (let article = 0; article < articles; article++) {
    const votes = { helpful: 0, unhelpful: 0 };
    for (let look = 0; look < 52; look++) {
      const more = castVotes(LIMIT, 5, random);
      votes.helpful += more.helpful;
      votes.unhelpful += more.unhelpful;
      if (evidenceAgainst(votes, LIMIT) >= 20) {
        alarms++;
        break;
      }
    }
  }
  return alarms;
}

compare('5,000 articles, truth Beta(8, 2.5), median 8 votes, 20 sites', [
  ...Array.from({ length: 20 }, () => simulateArticles(5000, { a: 8, b: 2.5 }, random)),
]);
for (const truths of [
  { a: 8, b: 2.5 },
  { a: 4, b: 1.5 },
  { a: 16, b: 4 },
  { a: 4, b: 4 },
]) {
  compare(`12 articles, too few to learn from: truth Beta(${truths.a}, ${truths.b}), 1,000 sites`, [
    ...Array.from({ length: 1000 }, () => simulateArticles(12, truths, random)),
  ]);
}
console.log(
  `\ne-process: false alarms ${percent(falseAlarms(4000), 4000)} of 4,000 articles exactly at the limit`,
);

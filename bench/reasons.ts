/**
 * How often the rule on reasons ("out of date", "wrong") names an article of which no more readers than a site must
 * bear would say so, and how many of the truly bad ones it finds, against simpler rules.
 * Run: `npx node bench/reasons.ts [seed]`
 */
import { FEWEST_READERS, USUAL_REASONS } from '../src/core/rules/reason.ts';
import { judgeArticles } from '../src/core/statistics/unhelpful-list.ts';
import { wilson } from '../src/core/statistics/wilson.ts';
import { randomNumbers, type SimulatedArticle, simulateArticles, type Truths } from './simulated-votes.ts';

/** The share of voters who may give one reason: `limits.reasonShare`. */
const LIMIT = 0.1;
const LIMITS = { helpfulShare: 1 - LIMIT, falseShare: 0.05 };
const random = randomNumbers(Number(process.argv[2] ?? 1));

// "Helpful" is here whoever did not give the reason.
const SHAPES: Record<string, Truths> = {
  'one article in ten is out of date, a quarter of its voters say so': [
    { a: 29, b: 1, part: 0.9 },
    { a: 9, b: 3, part: 0.1 },
  ],
  'all articles get the reason from a few voters, some from more': [{ a: 12, b: 0.6, part: 1 }],
  'no article is out of date, yet one voter in twenty says so': [{ a: 380, b: 20, part: 1 }],
};

const listings: Record<string, (articles: SimulatedArticle[]) => SimulatedArticle[]> = {
  'three readers': (articles) => articles.filter((one) => one.unhelpful >= FEWEST_READERS),
  'three readers, and more than 10 % of them': (articles) =>
    articles.filter((one) => one.unhelpful >= FEWEST_READERS && one.unhelpful / total(one) > LIMIT),
  'three readers, Wilson 95 % lower bound > 10 %': (articles) =>
    articles.filter(
      (one) => one.unhelpful >= FEWEST_READERS && wilson(one.unhelpful, total(one)).low > LIMIT,
    ),
  'three readers, empirical Bayes (ours)': (articles) =>
    judgeArticles(articles, LIMITS, USUAL_REASONS)
      .filter(({ article, listed }) => listed && article.unhelpful >= FEWEST_READERS)
      .map(({ article }) => article),
};

function total({ helpful, unhelpful }: SimulatedArticle): number {
  return helpful + unhelpful;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '   -   ' : `${((100 * part) / whole).toFixed(1).padStart(5)} %`;
}

let met = true;
for (const [count, sites, median] of [
  [5000, 4, 8],
  [5000, 4, 30],
  [12, 1000, 30],
] as const) {
  for (const [shape, truths] of Object.entries(SHAPES)) {
    console.log(`\n${shape}; ${sites} sites of ${count} articles, median ${median} votes`);
    const all = Array.from({ length: sites }, () => simulateArticles(count, truths, random, { median }));
    for (const [name, list] of Object.entries(listings)) {
      const flags = all.flatMap(list);
      const isBad = (one: SimulatedArticle) => one.truth <= 0.75 && total(one) >= 30;
      const wrong = flags.filter(({ truth }) => truth >= 1 - LIMIT).length;
      console.log(
        `  ${name.padEnd(46)} named ${String(flags.length).padStart(5)}, false ${percent(wrong, flags.length)}, ` +
          `finds ${percent(flags.filter(isBad).length, all.flat().filter(isBad).length)} ` +
          'of those where a quarter of 30 voters or more would say so',
      );
      // Of a handful of flags a few may be chance: what counts is how many a site is wrongly sent to.
      if (name.endsWith('(ours)') && wrong > 0.06 * flags.length && wrong / (sites * count) > 0.0005)
        met = false;
    }
  }
}
console.log(
  `\n${met ? 'met    ' : 'NOT MET'} at most 6 % of the named articles wrongly, or at most 1 article in 2,000`,
);

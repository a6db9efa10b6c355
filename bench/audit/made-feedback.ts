import { randomUUID } from 'node:crypto';
import { openStore } from '../../src/stores/open.ts';
import { connectSqlite } from '../../src/stores/sqlite-store.ts';
import { randomFrom } from '../search/seeded-random.ts';
import type { MadeArticle } from './made-help-centre.ts';

const REASONS = ['outdated', 'incomplete', 'unclear', 'wrong', 'not-what-i-looked-for', 'other'];
const LAST = Date.parse('2026-11-15T00:00:00Z');

interface Counts {
  votes: number;
  views: number;
  searches: number;
}

/**
 * Fills a new SQLite store with what readers of a made help centre would send: few articles get most of the votes, each
 * vote names the text that stood there at its time, one "no" in five has a reason, and one in twenty a comment.
 */
export async function makeFeedback(
  file: string,
  articles: readonly MadeArticle[],
  { votes, views, searches }: Counts,
): Promise<void> {
  const random = randomFrom(votes);
  await (await openStore(file)).close();
  const database = connectSqlite(file, 5000);
  const weights = cumulative(articles.map(() => Math.exp(1.2 * normal(random))));
  const truths = articles.map(() => 0.45 + 0.5 * random());
  const some = () => {
    const number = placeIn(weights, random());
    const article = articles[number] as MadeArticle;
    const from = article.versions[0]?.from ?? 0;
    const at = Math.floor(from + random() * (LAST - from));
    const version = article.versions.findLast((one) => one.from <= at);
    return { number, id: article.id, at, revision: version?.revision ?? '' };
  };
  const vote = database.prepare(
    `INSERT INTO votes (id, received, changed, article, locale, revision, helpful, reason, comment)
     VALUES (?, ?, ?, ?, 'en', ?, ?, ?, ?)`,
  );
  const signal = database.prepare(
    `INSERT INTO signals (id, received, kind, locale, article, revision, query, phrase, results)
     VALUES (?, ?, ?, 'en', ?, ?, ?, ?, ?)`,
  );
  database.exec('BEGIN');
  for (let count = 0; count < votes; count++) {
    const { number, id, at, revision } = some();
    const helpful = random() < (truths[number] ?? 0);
    const reason = !helpful && random() < 0.2 ? (REASONS[Math.floor(random() * 6)] ?? null) : null;
    const comment = !helpful && random() < 0.05 ? `The step number ${count} is missing here.` : null;
    vote.run(randomUUID(), at, at, id, revision, helpful ? 1 : 0, reason, comment);
  }
  for (let count = 0; count < views; count++) {
    const { id, at, revision } = some();
    signal.run(randomUUID(), at, 'view', id, revision, null, null, null);
  }
  for (let count = 0; count < searches; count++) {
    const { id, at } = some();
    const query = `how do I ${id.split('-').at(-1)} ${Math.floor(random() * 40)}`;
    signal.run(randomUUID(), at, 'search', null, null, query, query.toLowerCase(), random() < 0.1 ? 0 : 5);
  }
  database.exec('COMMIT');
  database.close();
}

function cumulative(weights: readonly number[]): number[] {
  let sum = 0;
  const sums = weights.map((weight) => {
    sum += weight;
    return sum;
  });
  return sums.map((one) => one / sum);
}

/** The first place whose cumulative weight reaches the number, by halving. */
function placeIn(weights: readonly number[], wanted: number): number {
  let low = 0;
  let high = weights.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((weights[middle] ?? 1) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Box and Muller. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

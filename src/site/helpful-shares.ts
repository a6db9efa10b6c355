import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Article } from '../core/article.ts';
import { wilson } from '../core/statistics/wilson.ts';
import { openStore } from '../stores/open.ts';
import { ENGINE_ROOT } from './paths.ts';

/** Fewer votes than this say too little to recommend an article to everybody. */
const ENOUGH_VOTES = 5;

/**
 * For each article with enough votes on its current revision, the share of readers whom it helped at the least
 * (lower Wilson bound). Empty where the build has no store of feedback at hand.
 *
 * @returns by the article's path
 */
export async function helpfulShares(articles: readonly Article[]): Promise<Map<string, number>> {
  const place = process.env.FEEDBACK_DATABASE || path.join(ENGINE_ROOT, 'data/feedback.db');
  if (!place.startsWith('postgres') && !existsSync(place)) return new Map();
  const store = await openStore(place);
  try {
    const { articles: summaries } = await store.summary();
    const byRevision = new Map(summaries.map((one) => [`${one.locale} ${one.article} ${one.revision}`, one]));
    return new Map(
      articles.flatMap((article) => {
        const votes = byRevision.get(`${article.locale} ${article.id} ${article.revision}`);
        const total = (votes?.helpful ?? 0) + (votes?.unhelpful ?? 0);
        return votes && total >= ENOUGH_VOTES ? [[article.path, wilson(votes.helpful, total).low]] : [];
      }),
    );
  } finally {
    await store.close();
  }
}

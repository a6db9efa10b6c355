import path from 'node:path';
import type { Article } from '../core/article.ts';
import { currentFeedback } from '../core/current-feedback.ts';
import { wilson } from '../core/statistics/wilson.ts';
import { UserError } from '../core/user-error.ts';
import { openExistingStore } from '../stores/existing.ts';
import { ENGINE_ROOT } from './paths.ts';

/** Fewer votes than this say too little to recommend an article to everybody. */
const ENOUGH_VOTES = 5;

/**
 * For each article with enough votes on its present text, the share of readers whom it helped at the least
 * (lower Wilson bound). Empty where the build has no store of feedback at hand: a site can be built without one.
 *
 * @param say told why a store that should be there cannot be used
 * @returns by the article's path
 */
export async function helpfulShares(
  articles: readonly Article[],
  say: (message: string) => void,
): Promise<Map<string, number>> {
  const place = process.env.FEEDBACK_DATABASE || 'data/feedback.db';
  try {
    const store = await openExistingStore(place.includes('://') ? place : path.resolve(ENGINE_ROOT, place));
    if (!store) return new Map();
    try {
      const shares = [...currentFeedback(articles, await store.summary())].flatMap(
        ([path, { helpful, unhelpful }]): [string, number][] =>
          helpful + unhelpful < ENOUGH_VOTES ? [] : [[path, wilson(helpful, helpful + unhelpful).low]],
      );
      return new Map(shares);
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    say(`The home page cannot show which articles help most. ${error.message} ${error.hint}`);
    return new Map();
  }
}

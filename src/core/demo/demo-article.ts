import { createHash } from 'node:crypto';
import type { Article } from '../article.ts';
import { REASONS, type Reason } from '../feedback.ts';
import { Random } from './random.ts';

/** What of an article its made-up readers depend on. */
export type AskedArticle = Pick<Article, 'id' | 'locale' | 'category' | 'revision'>;

/** An article as its made-up readers find it. */
export interface DemoArticle extends AskedArticle {
  /** Its part of all visits, from 0 to 1. */
  popularity: number;
  /** Its wordings, the oldest first. */
  versions: Version[];
  /** What most readers whom it does not help miss. */
  weakness: Reason;
}

interface Version {
  revision: string;
  /** How much of the period had passed when it came, from 0 to 1. */
  since: number;
  /** The share of readers whom it truly helps. */
  share: number;
}

/** What an edit did: the share of readers helped before and after it, and when it came, as in {@link Version}. */
interface Plot {
  before: number;
  share: number;
  since: number;
}

/** One article in so many helps few, and one in so many was edited. */
const ONE_IS_POOR = 9;
const ONE_WAS_EDITED = 4;

/**
 * Gives every article a story: how much it is read, how many readers it truly helps, and what its edits did to that. A
 * few articles are read by most, translations less than what they translate. The four that are read most have the stories
 * that a report and a weekly digest are there for: two became worse with an edit and two better, one of each in the middle
 * and one at the beginning of the last week.
 *
 * @param locales the languages of the site, the first is read most
 * @param lastWeek how much of the period had passed when its last week began, from 0 to 1
 */
export function demoArticles(
  articles: readonly AskedArticle[],
  locales: readonly string[],
  lastWeek: number,
  seed: string,
): DemoArticle[] {
  // Each id has a place that does not depend on which others there are.
  const ids = [...new Set(articles.map(({ id }) => id))];
  const drawn = new Map(ids.map((id) => [id, new Random(`${seed} ${id}`).next()]));
  const order = ids.sort((a, b) => (drawn.get(a) ?? 0) - (drawn.get(b) ?? 0));
  const places = new Map(order.map((id, place) => [id, place]));
  const weights = articles.map(
    ({ id, locale }) => 1 / ((places.get(id) ?? 0) + 2) ** 1.1 / (locales.indexOf(locale) + 1.5),
  );
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const most = weights.toSorted((a, b) => b - a);
  const plots: readonly Plot[] = [
    { before: 0.88, share: 0.36, since: lastWeek },
    { before: 0.42, share: 0.88, since: lastWeek },
    { before: 0.9, share: 0.62, since: 0.5 },
    { before: 0.5, share: 0.84, since: 0.5 },
  ];
  return articles.map((article, index) => {
    const own = new Random(`${seed} ${article.locale} ${article.id}`);
    const weight = weights[index] ?? 0;
    const plot = plots[most.indexOf(weight)];
    return {
      ...article,
      popularity: weight / sum,
      versions: plot ? edited(article, plot) : storyOf(article, own),
      weakness: own.pick(REASONS),
    };
  });
}

/** The wording that readers find when so much of the period has passed. */
export function versionAt({ versions }: DemoArticle, passed: number): Version {
  const found = versions.findLast(({ since }) => since <= passed) ?? versions[0];
  if (!found) throw new RangeError('an article without a wording');
  return found;
}

function storyOf(article: AskedArticle, random: Random): Version[] {
  const share = random.chance(1 / ONE_IS_POOR) ? random.between(0.36, 0.5) : random.between(0.68, 0.93);
  if (!random.chance(1 / ONE_WAS_EDITED)) return [{ revision: article.revision, since: 0, share }];
  const before = random.chance(0.65)
    ? share - random.between(0.12, 0.3)
    : Math.min(0.95, share + random.between(0.12, 0.25));
  return edited(article, { before: Math.max(0.2, before), share, since: random.between(0.1, 0.95) });
}

function edited({ id, locale, revision }: AskedArticle, { before, share, since }: Plot): Version[] {
  return [
    { revision: earlierRevision(`${locale} ${id} ${revision}`), since: 0, share: before },
    { revision, since, share },
  ];
}

/** Twelve digits as those of a revision, of a text that never was. */
function earlierRevision(name: string): string {
  return `d${createHash('sha256').update(name).digest('hex').slice(0, 11)}`;
}

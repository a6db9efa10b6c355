import type { Article } from '../article.ts';
import type { Day } from '../calendar.ts';
import { changedSince } from '../links/link-record.ts';
import type { Products } from '../products.ts';
import { compareText } from '../text-order.ts';
import { listed } from './listed.ts';
import { reviewDates } from './review-dates.ts';
import { about, type Rule, type RuleContext, readersOf } from './rule.ts';

/** Of the readers of an article that rests on a fact which has changed, so many are reckoned to be misled: one in four. */
const WEIGHT = 0.25;

/** A fact that is no longer what it was, and since when. */
interface Change {
  day: Day;
  /** E.g. `app 2.5 was released on 2026-05-01`. */
  words: string;
}

/**
 * A fact on which the answer rests has changed since somebody last confirmed the answer: a file, a product's version, or
 * what another site says.
 *
 * Why: the article may well be wrong today, however short ago it was reviewed.
 *
 * To mend: compare the article with what has changed, correct it, name the version that it describes, and set `reviewed`
 * to that day.
 *
 * The facts of an article stand under `dependsOn`, the versions of your products in products.yaml. A version counts as
 * changed when a later one is out, or when its support has ended. What changed on the day of the review counts as seen, and
 * a change of a file that was committed with `Edit: minor` counts for nothing. Other sites are looked at by
 * `npm run links`.
 *
 * @example
 * // reviewed: 2026-01-15, dependsOn: [{ product: app, version: "2.4" }]; products.yaml: 2.5, released: 2026-05-01
 * 'Since the review of 2026-01-15, app 2.5 was released on 2026-05-01.'
 */
export const dependsOn: Rule = {
  name: 'depends-on',
  summary: 'A fact that it depends on has changed since the last review.',
  rests: 'facts',
  uses: ['history', 'links'],
  find: (context) =>
    context.articles.flatMap((article) => {
      if (article.frontmatter.dependsOn.length === 0) return [];
      const dates = reviewDates(article, context);
      const changes = changedFacts(article, dates?.from, context);
      const [first] = changes;
      if (!first) return [];
      const facts = listed(changes.map(({ words }) => words));
      const since = dates && `${dates.reviewed ? 'the review of' : 'it was written on'} ${dates.from}`;
      return {
        ...about(article, 'dependsOn'),
        rule: dependsOn.name,
        severity: 'warning',
        message: since ? `Since ${since}, ${facts}.` : `${facts.charAt(0).toUpperCase()}${facts.slice(1)}.`,
        hint: `Compare the article with it, correct what is wrong, then set \`reviewed: ${context.today}\`.`,
        impact: WEIGHT * readersOf(article, context),
        since: first.day,
      };
    }),
};

/** What has changed after a day, the first change first. Without a day, only support that has ended is known to be late. */
function changedFacts(
  { frontmatter }: Article,
  from: Day | undefined,
  { content: { products = {} }, history, links = new Map(), today }: RuleContext,
): Change[] {
  const changes = frontmatter.dependsOn.flatMap((fact): Change[] => {
    if ('product' in fact) return productChanges(fact, from, products, today);
    if (from === undefined) return [];
    if ('url' in fact) {
      const day = changedSince(links, fact.url, from);
      return day && day <= today ? [{ day, words: `${fact.url} was seen to have changed on ${day}` }] : [];
    }
    const day = history.commits
      .get(fact.file)
      ?.findLast((commit) => commit.day > from && commit.day <= today && commit.edit !== 'minor')?.day;
    return day ? [{ day, words: `${fact.file} was changed on ${day}` }] : [];
  });
  return changes.sort((a, b) => compareText(a.day, b.day));
}

function productChanges(
  { product, version }: { product: string; version: string },
  from: Day | undefined,
  products: Products,
  today: Day,
): Change[] {
  const versions = products[product]?.versions ?? [];
  const described = versions.find((one) => one.version === version);
  if (!described) return [];
  const changes: Change[] = [];
  const { supportedUntil } = described;
  if (supportedUntil && supportedUntil < today && (from === undefined || from <= supportedUntil)) {
    changes.push({
      day: supportedUntil,
      words: `support for ${product} ${version} ended on ${supportedUntil}`,
    });
  }
  const [later] = versions
    .filter(({ released }) => from !== undefined && released > from && released > described.released)
    .filter(({ released }) => released <= today)
    .sort((a, b) => (a.released < b.released ? -1 : 1));
  if (later) {
    const words = `${product} ${later.version} was released on ${later.released}`;
    changes.push({ day: later.released, words });
  }
  return changes;
}

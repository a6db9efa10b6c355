import type { Finding } from '../finding.ts';
import type { GoldenPlacement } from '../golden-query.ts';
import { phraseOf } from '../search-phrase.ts';
import type { Rule, RuleContext } from './rule.ts';

/** Of the readers who ask so, so many are reckoned to give up before they come to the article: one in two. */
const WEIGHT = 0.5;

/**
 * A query of queries.yaml no longer brings its article up among the first results: the first three, unless its `top`
 * says otherwise.
 *
 * Why: most readers look at the first results only. You wrote the query down because customers ask so; another
 * article has taken the place of the one that answers them.
 *
 * To mend: add the query to `questions` in the frontmatter of the article, or its words to synonyms.yaml. If the other
 * article answers it better, name that one in queries.yaml.
 *
 * @example
 * // queries.yaml: { locale: en, query: get a refund, article: shop/voucher, top: 1 }
 * '"get a refund" brings `shop/voucher` up at place 3, not among the first 1; first is `billing/refund` (Get a refund).'
 */
export const unfindable: Rule = {
  name: 'unfindable',
  summary: 'A golden query does not bring its article up among the first results.',
  rests: 'facts',
  find: (context) => findUnfindable(context.goldenPlacements ?? [], context),
};

/** The golden queries that do not bring their article up; `check` reports them, too. */
export function findUnfindable(
  placements: readonly GoldenPlacement[],
  { articles, feedback }: Pick<RuleContext, 'articles'> & Partial<Pick<RuleContext, 'feedback'>>,
): Finding[] {
  const owners = new Map(
    articles.map(({ id, locale, frontmatter }) => [`${locale} ${id}`, frontmatter.owner]),
  );
  const asked = new Map(
    feedback?.searches.map(({ locale, query, searches }) => [`${locale} ${query}`, searches]),
  );
  return placements.flatMap(({ query, locale, article, top, line, place, first }) => {
    if (place !== undefined && place <= top) return [];
    const instead = first ? `first is \`${first.article}\` (${first.title})` : 'nothing is found';
    const owner = owners.get(`${locale} ${article}`);
    return {
      rule: unfindable.name,
      severity: 'error',
      article,
      locale,
      file: 'queries.yaml',
      line,
      message: `"${query}" brings \`${article}\` up ${place === undefined ? 'nowhere' : `at place ${place}`}, not among the first ${top}; ${instead}.`,
      hint: 'Add the query to `questions` in the frontmatter of the article, or its words to synonyms.yaml.',
      ...(owner && { owner }),
      ...(feedback && { impact: WEIGHT * (asked.get(`${locale} ${phraseOf(query)}`) ?? 0) }),
    };
  });
}

import { readContent } from '../src/readers/content-folder.ts';
import type { SearchIndex } from '../src/search/open-index.ts';
import { openIndexes } from '../src/search/open-indexes.ts';
import { search } from '../src/search/search.ts';

/**
 * How well search tells an article that is not found from one that is not there: `node bench/search-gaps.ts`.
 *
 * Asks the golden queries of content/ without the `questions` of the articles, which hold many of them, once with the
 * article that answers them and once without it, and prints how often the first result reaches a score.
 */
const TODAY = '2026-11-22';
const THRESHOLDS = [0.5, 0.6, 0.7, 0.8, 0.9, 1];

const read = await readContent('content');
const articles = read.articles.map((article) => ({
  ...article,
  frontmatter: { ...article.frontmatter, questions: [] },
}));
const content = { ...read, articles };

async function firstResult(indexes: ReadonlyMap<string, SearchIndex>, query: string, locale: string) {
  const index = indexes.get(locale);
  const { results, evidence } = index ? await search(index, query) : { results: [], evidence: undefined };
  return { article: results[0]?.article, score: evidence?.score ?? 0 };
}

const all = await openIndexes(content, TODAY, new Set(read.site?.locales));
const there: { isRight: boolean; score: number }[] = [];
const gone: { score: number }[] = [];
for (const { query, locale, article } of read.queries) {
  const { article: found, score } = await firstResult(all, query, locale);
  there.push({ isRight: found === article, score });
  const others = articles.filter((one) => one.id !== article || one.locale !== locale);
  const without = await openIndexes({ ...content, articles: others }, TODAY, new Set([locale]));
  gone.push(await firstResult(without, query, locale));
}

const percent = (count: number, of: number) => `${Math.round((100 * count) / of)} %`.padStart(6);
console.log(`${read.queries.length} golden queries\n`);
console.log('score  there, right  there, wrong  not there');
for (const least of THRESHOLDS) {
  const reached = there.filter(({ score }) => score >= least);
  const right = reached.filter(({ isRight }) => isRight).length;
  const wrongly = gone.filter(({ score }) => score >= least).length;
  console.log(
    `${least.toFixed(1)}    ${percent(right, there.length)}        ${percent(reached.length - right, there.length)}        ${percent(wrongly, gone.length)}`,
  );
}

/**
 * How much better held-back questions find their answers once the lines that `npm run learn` proposes are accepted.
 *
 * Run: `npx node bench/learn.ts FOLDER [--half fitted|reported|all] [--set NAME]…`
 *
 * For each set in the folder (see `bench/search.ts`), half of each article's queries is asked by three readers on two
 * days who find the article, open it and vote yes. The learning itself is the project's own code, and so is the
 * search; every line that it proposes is accepted, and the index is built anew. The other half of the queries is
 * asked before and after. Then the halves change places. How much likeness makes a phrasing ambiguous was fitted on one
 * half of the queries (of `bench/search.ts`), so only those of the other are measured unless told otherwise.
 */
import { parseArgs } from 'node:util';
import type { Article } from '../src/core/article.ts';
import { AnsweredSearches } from '../src/core/learning/answered-searches.ts';
import { FEWEST_READERS } from '../src/core/learning/evidence.ts';
import { type Learnt, learn } from '../src/core/learning/learn.ts';
import { formsBy } from '../src/core/learning/phrasing.ts';
import { buildIndex } from '../src/search/build-index.ts';
import { loadLanguage } from '../src/search/language.ts';
import { openIndex, type SearchIndex } from '../src/search/open-index.ts';
import { search } from '../src/search/search.ts';
import { type Halves, halvesOf } from './learn/halves.ts';
import { askedBy } from './learn/simulated-readers.ts';
import { type Figures, figuresOf, pooled } from './search/figures.ts';
import { articleOf, contentOf } from './search/kundig.ts';
import { type Query, readSets, type SearchSet } from './search/search-set.ts';
import { halfOf } from './search/seeded-random.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { half: { type: 'string', default: 'reported' }, set: { type: 'string', multiple: true } },
});
const [folder] = positionals;
if (!folder || !['fitted', 'reported', 'all'].includes(values.half)) {
  console.error(
    'Name a folder of sets: npx node bench/learn.ts FOLDER [--half fitted|reported|all] [--set NAME]…',
  );
  process.exit(2);
}

/** What held-back queries found, of all and of articles that learnt something. */
interface Gain {
  asked: number;
  questions: number;
  synonyms: number;
  all: { before: Figures; after: Figures };
  taught: { before: Figures; after: Figures };
}

console.log('| set | asked | questions | synonyms | held back | MRR before | after | hit at 1 | after |');
console.log('| --- | --: | --: | --: | --: | --: | --: | --: | --: |');
const gains: Gain[] = [];
for (const set of await readSets(folder)) {
  if (values.set && !values.set.includes(set.name)) continue;
  const ofSet = [];
  for (const { asked, heldBack } of halvesOf(set)) {
    const measured = heldBack.filter(({ q }) => values.half === 'all' || halfOf(q) === values.half);
    ofSet.push(await gainOf(set, { asked, heldBack: measured }));
  }
  console.log(row(set.name, ofSet));
  gains.push(...ofSet);
}
console.log(row('all', gains));
console.log('\nOf articles that learnt something:\n');
const taught = gains.map(({ taught }) => taught);
const [before, after] = [pooled(taught.map((one) => one.before)), pooled(taught.map((one) => one.after))];
console.log(
  `${before.queries} held-back queries, MRR ${share(before.mrr)} before and ${share(after.mrr)} after, ` +
    `hit at 1 ${share(before.hitAt1)} and ${share(after.hitAt1)}.`,
);

async function gainOf({ docs, lang }: SearchSet, { asked, heldBack }: Halves): Promise<Gain> {
  const articles = docs.map((document, at) => articleOf({ ...document, questions: [] }, at, lang));
  const index = await indexOf(articles, lang);
  const searches = new AnsweredSearches();
  for (const submission of await askedBy(asked, index, lang)) searches.add(submission);
  const { stemOf } = await loadLanguage(lang);
  const learnt = learn({
    searches: searches.all(),
    articles,
    synonyms: {},
    formOf: formsBy(stemOf),
    fewestReaders: FEWEST_READERS,
  });
  const wiser = await indexOf(accepted(articles, learnt), lang, learnt);
  const withLines = new Set(learnt.questions.map(({ article }) => article.id));
  const ofTaught = heldBack.filter(({ rel }) => withLines.has(rel[0] ?? ''));
  return {
    asked: asked.length,
    questions: learnt.questions.length,
    synonyms: learnt.synonyms.length,
    all: { before: await figures(heldBack, index), after: await figures(heldBack, wiser) },
    taught: { before: await figures(ofTaught, index), after: await figures(ofTaught, wiser) },
  };
}

function accepted(articles: readonly Article[], { questions }: Learnt): Article[] {
  const lines = Map.groupBy(questions, ({ article }) => article.id);
  return articles.map((article) => ({
    ...article,
    frontmatter: {
      ...article.frontmatter,
      questions: (lines.get(article.id) ?? []).map(({ question }) => question),
    },
  }));
}

async function indexOf(articles: Article[], lang: string, learnt?: Learnt): Promise<SearchIndex> {
  const groups = learnt?.synonyms.map(({ known, asked }) => [known, asked]) ?? [];
  const files = await buildIndex({ ...contentOf(articles, lang), synonyms: { [lang]: groups } }, articles);
  const byPath = new Map(files.map(({ path, content }) => [path, content]));
  return openIndex(async (path) => new Uint8Array(byPath.get(`${lang}/${path}`) ?? []), lang);
}

async function figures(queries: readonly Query[], index: SearchIndex): Promise<Figures> {
  const found: string[][] = [];
  for (const { q } of queries) found.push((await search(index, q)).results.map(({ article }) => article));
  return figuresOf(queries, found);
}

function row(name: string, gains: readonly Gain[]): string {
  const sum = (count: (gain: Gain) => number) => gains.reduce((so, gain) => so + count(gain), 0);
  const before = pooled(gains.map(({ all }) => all.before));
  const after = pooled(gains.map(({ all }) => all.after));
  const cells = [
    name,
    sum(({ asked }) => asked),
    sum(({ questions }) => questions),
    sum(({ synonyms }) => synonyms),
    before.queries,
    share(before.mrr),
    share(after.mrr),
    share(before.hitAt1),
    share(after.hitAt1),
  ];
  return `| ${cells.join(' | ')} |`;
}

function share(value: number): string {
  return value.toFixed(3);
}

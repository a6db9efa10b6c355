/**
 * How fast Kundig's search answers, and what it sends, beside plain Pagefind: in a real browser over loopback, every
 * first query with an empty cache, on help centres that are made by repeating and varying the sets in a folder.
 *
 * Run: `npx node bench/search-speed.ts FOLDER [--articles 300,5000] [--lang de] [--queries 40] [--rounds 3] [--page]`
 *
 * Times depend on the machine, so they are worth something beside each other only. Bytes are those that the server
 * sent, with the heads of its answers, the search's code included; text is compressed with Brotli at level 5.
 * `--page` builds the help centre too and types into its search box, which takes a few minutes more.
 * `--rounds` is how often both indexes of the largest help centre are built, in turn.
 */
import os from 'node:os';
import { parseArgs } from 'node:util';
import { startBrowser } from '../tests/e2e/browser.ts';
import { measureBuilds } from './search/build-times.ts';
import { OURS } from './search/columns.ts';
import { largeCorpus } from './search/large-corpus.ts';
import { measurePages } from './search/real-page.ts';
import { table } from './search/report.ts';
import { readSets, type SearchSet } from './search/search-set.ts';
import { type Spread, spreadOf } from './search/spread.ts';
import { MEASURES, type Measured, measureVisits, PLAIN } from './search/visits.ts';

/** What the search is to stay within, by number of articles. */
const AIMS: Record<number, readonly { measure: string; figure: keyof Spread; atMost: number }[]> = {
  300: [{ measure: MEASURES.coldBytes, figure: 'largest', atMost: 120 }],
  5000: [
    { measure: MEASURES.cold, figure: 'p95', atMost: 150 },
    { measure: MEASURES.warm, figure: 'p95', atMost: 50 },
    { measure: MEASURES.next, figure: 'p95', atMost: 50 },
    { measure: MEASURES.coldBytes, figure: 'largest', atMost: 200 },
    { measure: MEASURES.nextBytes, figure: 'largest', atMost: 60 },
    { measure: MEASURES.build, figure: 'median', atMost: 1.3 },
  ],
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '300,5000' },
    lang: { type: 'string' },
    queries: { type: 'string', default: '40' },
    rounds: { type: 'string', default: '3' },
    page: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
if (!folder) {
  console.error(
    'Name a folder of sets: npx node bench/search-speed.ts FOLDER [--articles 300,5000] [--lang de] [--queries 40] [--rounds 3] [--page]',
  );
  process.exit(2);
}
const sets = await readSets(folder);
const lang = values.lang ?? richest(sets);
const sources = sets.filter((set) => set.lang === lang);
const sizes = values.articles.split(',').map(Number);

const browser = await startBrowser();
const measured: (Measured & { size: number })[] = [];
try {
  for (const size of sizes) {
    const corpus = largeCorpus(sources, size, Number(values.queries));
    console.log(
      `${size} articles (${lang}): ${corpus.words} words, ${corpus.vocabulary} different ones; ${corpus.queries.length} first queries.`,
    );
    for (const one of await measureVisits(browser, corpus, lang)) measured.push({ size, ...one });
    if (values.page) {
      const { cold, next } = await measurePages(browser, corpus, lang);
      measured.push({ size, measure: 'in the page, from the key, cold, ms', ours: spreadOf(cold) });
      measured.push({ size, measure: 'in the page, from the key, next query, ms', ours: spreadOf(next) });
    }
  }
} finally {
  await browser.close();
}
const rounds = Number(values.rounds);
if (rounds > 0) {
  const size = Math.max(...sizes);
  const { documents } = largeCorpus(sources, size, 0);
  for (const one of await measureBuilds(documents, lang, rounds)) measured.push({ size, ...one });
}

console.log(
  `Load of the machine over the last quarter of an hour: ${os.loadavg()[2]?.toFixed(1)} on ${os.availableParallelism()} cores, this program included.`,
);
const rows = measured.map(({ measure, size, ours, plain }) => [
  measure,
  String(size),
  cell(ours),
  plain ? cell(plain) : '–',
]);
console.log(`\nMedian · 95 % stay within · largest\n${table(['measure', 'articles', OURS, PLAIN], rows)}\n`);
for (const { measure, size, ours } of measured) {
  const aim = AIMS[size]?.find((one) => one.measure === measure);
  if (!aim) continue;
  const { figure, atMost } = aim;
  console.log(
    `aim ${size} articles, ${measure} (${figure}) at most ${atMost} – measured ${number(ours[figure])} – ${ours[figure] <= atMost ? 'holds' : 'falls short'}`,
  );
}

function cell({ median, p95, largest }: Spread): string {
  return median === largest ? number(median) : [median, p95, largest].map(number).join(' · ');
}

function number(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0);
}

/** The language with the most documents. */
function richest(all: readonly SearchSet[]): string {
  const documents = (lang: string) =>
    all.filter((set) => set.lang === lang).reduce((sum, set) => sum + set.docs.length, 0);
  return all.map((set) => set.lang).toSorted((a, b) => documents(b) - documents(a))[0] ?? 'en';
}

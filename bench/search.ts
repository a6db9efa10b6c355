/**
 * How well customers' questions find their answers: Kundig's search beside Pagefind, MiniSearch and BM25, all asked in
 * a real browser in one run, over every set in a folder. A set is a JSON file
 * `{name, lang, docs: [{id, title, body}], queries: [{q, rel: [id]}]}`.
 *
 * Run: `npx node bench/search.ts FOLDER [--half fitted|reported|all] [--set NAME]… [--columns NAME,NAME] [--aims FILE]`
 *
 * Parameters are fitted on one half of the queries, so the other is what counts and is asked unless told otherwise.
 * Every question is asked as typed, with a typing error, as three key words with and without an error, and with its
 * last word cut; then with none to three of the customers' own phrasings beside each title, held-back queries asked
 * (`--no-phrasings` leaves that out). `--aims bench/search-aims.json` says which aims hold.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { startBrowser } from '../tests/e2e/browser.ts';
import { type Aim, reached, readAims } from './search/aims.ts';
import { Asking } from './search/ask-in-browser.ts';
import { COLUMNS, OURS } from './search/columns.ts';
import { measurePhrasings, measureVariants, PHRASING_TABLES } from './search/measure.ts';
import { ALL, Measurements } from './search/measurements.ts';
import { VARIANTS } from './search/query-variants.ts';
import { aimLines, figuresTable, losses } from './search/report.ts';
import { familiesOf, readSets } from './search/search-set.ts';
import { halfOf } from './search/seeded-random.ts';
import { serveFolder } from './search/served-folder.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  allowNegative: true,
  options: {
    half: { type: 'string', default: 'reported' },
    set: { type: 'string', multiple: true },
    columns: { type: 'string' },
    aims: { type: 'string' },
    phrasings: { type: 'boolean', default: true },
  },
});
const [folder] = positionals;
if (!folder || !['fitted', 'reported', 'all'].includes(values.half)) {
  console.error(
    'Name a folder of sets: npx node bench/search.ts FOLDER [--half fitted|reported|all] [--set NAME]… [--columns NAME,NAME] [--aims FILE]',
  );
  process.exit(2);
}
const aims: Aim[] = values.aims ? readAims(await readFile(values.aims, 'utf8')) : [];
const sets = (await readSets(folder)).filter(({ name }) => values.set?.includes(name) ?? true);
const columns = COLUMNS.filter(({ name }) => values.columns?.split(',').includes(name) ?? true);
if (sets.length === 0 || columns.length === 0) {
  console.error(
    `There is no such set or column. Columns: ${COLUMNS.map(({ name }) => `"${name}"`).join(', ')}.`,
  );
  process.exit(2);
}
const isWanted = ({ q }: { q: string }) => values.half === 'all' || halfOf(q) === values.half;

const browser = await startBrowser();
const measured = new Measurements(familiesOf(sets));
try {
  await using served = await serveFolder();
  const asking = new Asking(await browser.newContext(), served);
  for (const set of sets) {
    for (const column of columns) {
      const start = performance.now();
      await measureVariants(asking, column, set, isWanted, measured);
      if (values.phrasings) await measurePhrasings(asking, column, set, isWanted, measured);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      console.error(`${set.name}: ${column.name}, ${seconds} s`);
    }
  }
} finally {
  await browser.close();
}

const names = columns.map(({ name }) => name);
console.log(
  `Queries: ${values.half === 'all' ? 'all' : `the ${values.half} half`}. Documents: ${sets.map(({ name, docs }) => `${name} ${docs.length}`).join(', ')}.`,
);
for (const variant of Object.keys(VARIANTS)) {
  console.log(figuresTable(variant, names, measured.lines(variant, names)));
}
for (const [title, rows] of values.phrasings ? Object.entries(PHRASING_TABLES) : []) {
  const bySet = Map.groupBy(
    rows.flatMap((row) => measured.lines(row, names).map((line) => ({ ...line, set: line.name, row }))),
    ({ set }) => set,
  );
  const lines = [...bySet.values()]
    .flat()
    .map(({ set, row, columns }) => ({ name: `${set}, ${row}`, columns }));
  console.log(figuresTable(title, names, lines));
}
console.log(
  losses(
    'MRR@10 over all queries of all sets',
    names,
    Object.keys(VARIANTS).map((name) => ({
      name,
      columns: names.map((one) => measured.figures(ALL, name, one)),
    })),
  ),
);
if (aims.length > 0 && names.includes(OURS)) {
  const of = (set: string, variant: string) => measured.figures(set, variant, OURS);
  console.log(`\nAims of ${OURS}\n${aimLines(aims.map((aim) => reached(aim, of)))}`);
}

/**
 * Imports every help centre in a folder, checks it, builds it and searches it, and prints a Markdown table of what came
 * of it. The results stay in a temporary folder, whose path is printed.
 * Run: `npx node bench/corpora.ts FOLDER [NAME…]`
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Article } from '../src/core/article.ts';
import type { Finding } from '../src/core/finding.ts';
import { readContent } from '../src/readers/content-folder.ts';
import { openIndex } from '../src/search/open-index.ts';
import { search } from '../src/search/search.ts';

/** Articles of each language that are searched for by their title. */
const SEARCHED = 20;
/** The article must stand among so many first results. */
const TOP = 3;

const [folder, ...wanted] = process.argv.slice(2);
if (!folder) {
  console.error('Name a folder that holds help centres: npx node bench/corpora.ts ../corpora');
  process.exit(2);
}
const results = await mkdtemp(path.join(os.tmpdir(), 'kundig-corpora-'));
console.log(
  '| folder | articles | languages | import s | check s | build s | left out at import | errors | warnings | found by title |',
);
console.log('| --- | --: | --- | --: | --: | --: | --- | --- | --- | --: |');
for (const name of await corporaIn(folder)) {
  if (wanted.length === 0 || wanted.includes(name)) console.log(await measure(name, path.join(folder, name)));
}
console.log(`\nThe imported folders and built sites are in ${results}.`);

/** Folders named `corpus-…`, or all where none is. */
async function corporaIn(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  const names = folders.map((entry) => entry.name).sort();
  const corpora = names.filter((name) => name.startsWith('corpus-'));
  return corpora.length > 0 ? corpora : names;
}

async function measure(name: string, from: string): Promise<string> {
  const content = path.join(results, name, 'content');
  const site = path.join(results, name, 'site');
  const imported = await run('import', from, '--content', content, '--format', 'json');
  if (imported.code !== 0) return row(name, [imported.output.trim().replaceAll('\n', ' ')]);
  const { articles, locales, losses } = JSON.parse(imported.output) as {
    articles: number;
    locales: Record<string, number>;
    losses: { kind: string }[];
  };
  const checked = await run('check', '--content', content, '--format', 'json');
  const { findings } = JSON.parse(checked.output) as { findings: Finding[] };
  const built = await run('build', '--content', content, '--out', site);
  const found = built.code === 0 ? await searchTitles(content, site) : 'not built';
  return row(name, [
    articles,
    Object.entries(locales)
      .map(([locale, number]) => `${locale} ${number}`)
      .join(', '),
    imported.seconds.toFixed(1),
    checked.seconds.toFixed(1),
    built.seconds.toFixed(1),
    tally(losses.map(({ kind }) => kind)),
    tally(findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule)),
    tally(findings.filter(({ severity }) => severity === 'warning').map(({ rule }) => rule)),
    found,
  ]);
}

/** Runs a command of the house as its users do. */
async function run(script: string, ...args: string[]) {
  const started = performance.now();
  const command = [path.join(import.meta.dirname, '..', 'scripts', `${script}.ts`), ...args];
  const { code, output } = await promisify(execFile)(process.execPath, command, { maxBuffer: 1e9 }).then(
    ({ stdout }) => ({ code: 0, output: stdout }),
    ({ code: exit, stdout, stderr }) => ({ code: Number(exit), output: stdout || stderr }),
  );
  return { code, output, seconds: (performance.now() - started) / 1000 };
}

/** How many of some articles are found by the long words of their own titles. */
async function searchTitles(content: string, site: string): Promise<string> {
  const { articles } = await readContent(content);
  const shares: string[] = [];
  for (const [locale, all] of Map.groupBy(articles, (article) => article.locale)) {
    if (all.length < SEARCHED / 2) continue;
    const index = await openIndex((file) => readFile(path.join(site, 'search', locale, file)), locale);
    const some = spread(all, SEARCHED);
    let found = 0;
    for (const article of some) {
      const { results } = await search(index, queryFrom(article), { limit: TOP });
      if (results.some((result) => result.article === article.id)) found++;
    }
    shares.push(`${locale} ${found}/${some.length}`);
  }
  return shares.join(', ');
}

function queryFrom({ frontmatter }: Article): string {
  const words = frontmatter.title.match(/[\p{L}\p{N}]{4,}/gu) ?? [frontmatter.title];
  return words.slice(0, 4).join(' ');
}

function spread<Item>(items: readonly Item[], number: number): Item[] {
  const step = Math.max(1, items.length / number);
  return Array.from(
    { length: Math.min(number, items.length) },
    (_, index) => items[Math.floor(index * step)] as Item,
  );
}

function tally(words: readonly string[]): string {
  const counts = [...Map.groupBy(words, (word) => word)].map(([word, all]) => [word, all.length] as const);
  return (
    counts
      .sort((a, b) => b[1] - a[1])
      .map(([word, number]) => `${word} ${number}`)
      .join(', ') || '–'
  );
}

function row(name: string, cells: readonly (string | number)[]): string {
  return `| ${[name, ...cells].join(' | ')} |`;
}

/**
 * How long `npm run report` takes, how much memory, and how large its page is: 5,000 articles, 1,000,000 votes, 100,000
 * survey sheets of 16 questions, as many views as votes, 200,000 searches; on all of it, and on the second of its two
 * years against the first. Against it, what it takes only to read every submission one by one.
 * Run: `npx node bench/report.ts [ARTICLES]`; everything else grows in proportion.
 */
import { copyFile, mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readContent } from '../src/readers/content-folder.ts';
import { openStore } from '../src/stores/open.ts';
import { connectSqlite } from '../src/stores/sqlite-store.ts';
import { makeHelpCentre } from './audit/made-help-centre.ts';
import { manySheets, manySubmissions } from './many-submissions.ts';
import { commandOf, medianRun, printSecondsByFile, type Run, runWatched } from './watched-process.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const ROUNDS = 3;
/** So many files are named in the profile. */
const NAMED = 16;
const PERIODS = {
  'all of it': ['--from', '2024-03-01', '--to', '2026-03-01'],
  'the second year against the first': ['--from', '2025-03-01', '--to', '2026-02-28'],
};

const [first = '5000', place] = process.argv.slice(2);
if (first === 'read' && place) await readEverySubmission(place);
else await measureAll(Number(first));

async function readEverySubmission(file: string): Promise<void> {
  const store = await openStore(file);
  for await (const _ of store.submissions());
  await store.close();
}

async function measureAll(articles: number): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kundig-report-'));
  try {
    const dir = path.join(folder, 'content');
    const database = path.join(folder, 'feedback.db');
    await fill(dir, database, articles);
    const page = path.join(folder, 'report.html');
    const command = [...(await commandOf('report')), '--content', dir, '--output', page];
    const report = (flags: readonly string[], period: readonly string[]) =>
      runWatched([...flags, ...command, ...period], { FEEDBACK_DATABASE: database });

    const plain = await medianRun(ROUNDS, () => runWatched([import.meta.filename, 'read', database]));
    console.log(`${'every submission one by one'.padEnd(48)}${shown(plain)}`);
    for (const [name, period] of Object.entries(PERIODS)) {
      const run = await medianRun(ROUNDS, () => report([], period));
      const { size } = await stat(page);
      console.log(
        `${`a report on ${name}`.padEnd(48)}${shown(run)}, ${(run.processor / plain.processor).toFixed(2)} times the processor, ` +
          `a page of ${Math.round(size / 1024)} KB`,
      );
      const met = run.seconds <= 10 && run.megabytes <= 512;
      console.log(`${met ? 'met    ' : 'NOT MET'} at most 10 s and 512 MB`);
    }
    const profile = path.join(folder, 'profile');
    await mkdir(profile);
    await report(['--cpu-prof', `--cpu-prof-dir=${profile}`], PERIODS['all of it']);
    await printSecondsByFile(profile, NAMED);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function fill(dir: string, database: string, articles: number): Promise<void> {
  const source = await readContent(path.join(ROOT, 'content'));
  if (!source.survey) throw new Error('The content of this repository has no survey.');
  await makeHelpCentre(dir, source, { articles, commits: 1 });
  await copyFile(path.join(ROOT, 'content', 'survey.yaml'), path.join(dir, 'survey.yaml'));
  await (await openStore(database)).close();
  const raw = connectSqlite(database, 5000);
  const article = `'category-' || (r % ${articles} % 50) || '/article-' || (r % ${articles})`;
  const [votes, sheets] = [articles * 200, articles * 20];
  for (const statement of manySubmissions(votes, article)) raw.exec(statement);
  raw.exec(manySheets(sheets, source.survey, article));
  raw.close();
}

function shown({ seconds, processor, megabytes }: Run): string {
  return `${seconds.toFixed(1)} s (${processor.toFixed(1)} s of a processor), ${Math.round(megabytes)} MB at most`;
}

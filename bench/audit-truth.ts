/**
 * How right the audit's list is: imports the help centres of a folder, gives each article a known truth, casts votes by
 * it, runs `npm run audit` and compares. Of every ten articles with votes, one gets worse by an edit, one is edited and
 * stays as it was, one falls without an edit, and of one the readers say more and more often that it is out of date.
 * Run: `npx node bench/audit-truth.ts FOLDER [MEDIAN VOTES]`
 */
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Article } from '../src/core/article.ts';
import type { Finding } from '../src/core/finding.ts';
import { readContent } from '../src/readers/content-folder.ts';
import { castVotes, randomNumbers, simulateArticles } from './simulated-votes.ts';

const run = promisify(execFile);
const ROOT = path.resolve(import.meta.dirname, '..');
const LIMIT = 0.6;
const FIRST = Date.parse('2026-01-02T00:00:00Z');
const EDITED = Date.parse('2026-06-01T12:00:00Z');
const TODAY = '2026-11-01';
const LAST = Date.parse(`${TODAY}T00:00:00Z`);
/** What falls or is made worse helps so many readers of a hundred fewer than before. */
const DROP = 0.25;

const KINDS = ['plain', 'worse by an edit', 'edited', 'fell', 'out of date'] as const;
type Kind = (typeof KINDS)[number];

interface Truth {
  article: Article;
  kind: Kind;
  /** Share of readers that it helps at the beginning, and now. */
  before: number;
  now: number;
  votes: number;
  /** Those on the text that it has now. */
  present: number;
}

const [folder, median = '30'] = process.argv.slice(2);
if (!folder) {
  console.error('Name a folder that holds help centres: npx node bench/audit-truth.ts ../corpora');
  process.exit(2);
}
const random = randomNumbers(1);
const work = await mkdtemp(path.join(os.tmpdir(), 'kundig-truth-'));
const sums = new Map<string, { listed: number; right: number; there: number; found: number }>();
try {
  for (const name of (await readdir(folder)).filter((one) => one.startsWith('corpus-')).sort()) {
    await measure(name);
  }
} finally {
  await rm(work, { recursive: true, force: true });
}
console.log(`\nall together (votes of an article: median ${median})`);
for (const [rule, { listed, right, there, found }] of sums) {
  console.log(
    `  ${rule.padEnd(34)} listed ${String(listed).padStart(4)}, precision ${percent(right, listed)}; ` +
      `there ${String(there).padStart(4)}, recall ${percent(found, there)}`,
  );
}

async function measure(name: string): Promise<void> {
  const dir = path.join(work, name);
  await run(process.execPath, [
    path.join(ROOT, 'scripts/import.ts'),
    path.join(folder as string, name),
    '--content',
    dir,
  ]).catch(() => {});
  const { articles } = await readContent(dir);
  const truths = simulateArticles(articles.length, { a: 8, b: 2.5 }, random).map(
    ({ truth, helpful, unhelpful }, number): Truth => {
      const dice = Math.floor(random() * 10);
      const kind = KINDS[dice < 4 ? dice + 1 : 0] as Kind;
      const worse = kind === 'worse by an edit' || kind === 'fell';
      const before = worse ? Math.max(truth, 0.7) : truth;
      return {
        article: articles[number] as Article,
        kind,
        before,
        now: worse ? before - DROP : before,
        votes: Math.round(((helpful + unhelpful) * Number(median)) / 8),
        present: 0,
      };
    },
  );
  await git(dir, FIRST, 'init', '--quiet', '--initial-branch=main');
  await git(dir, FIRST, 'add', '--all');
  await git(dir, FIRST, 'commit', '--quiet', '-m', 'Import');
  for (const { article, kind } of truths) {
    if (kind !== 'edited' && kind !== 'worse by an edit') continue;
    await appendFile(
      path.join(dir, article.path),
      '\nSince June this works in another way for most of you.\n',
    );
  }
  await git(dir, EDITED, 'commit', '--quiet', '--allow-empty', '--all', '-m', 'Say what changed in June');
  const edited = new Map((await readContent(dir)).articles.map((one) => [one.path, one.revision]));

  const file = path.join(work, `${name}.jsonl`);
  await writeFile(file, truths.flatMap((one) => votesOn(one, edited.get(one.article.path) ?? '')).join(''));
  const { stdout } = await run(
    process.execPath,
    [
      path.join(ROOT, 'scripts/audit.ts'),
      ...['--content', dir, '--feedback', file, '--today', TODAY, '--format', 'json'],
    ],
    { maxBuffer: 1e9 },
  );
  const { findings } = JSON.parse(stdout) as { findings: Finding[] };
  console.log(
    `${name}: ${articles.length} articles, ${truths.reduce((sum, { votes }) => sum + votes, 0)} votes`,
  );
  compare('unhelpful', 'unhelpful', truths, findings, ({ now, kind }) => now < LIMIT && kind !== 'fell', 0);
  compare(
    'unhelpful, p < .45, 30 votes',
    'unhelpful',
    truths,
    findings,
    ({ now, kind }) => now < 0.45 && kind !== 'fell',
    30,
  );
  compare('got-worse', 'got-worse', truths, findings, ({ kind }) => kind === 'worse by an edit', 30);
  compare('fell', 'fell', truths, findings, ({ kind }) => kind === 'fell', 60);
  compare('reason', 'reason', truths, findings, ({ kind }) => kind === 'out of date', 30);
}

/** The votes on one article as lines of an export. */
function votesOn(truth: Truth, edited: string): string[] {
  const { article, kind, before, now, votes } = truth;
  return Array.from({ length: votes }, () => {
    const at = FIRST + random() * (LAST - FIRST);
    const late = at > EDITED;
    if (late || edited === article.revision) truth.present++;
    const { helpful } = castVotes(late ? now : before, 1, random);
    const outdated = !helpful && random() < (kind === 'out of date' ? 0.6 : 0.05);
    return `${JSON.stringify({
      type: 'vote',
      id: randomUUID(),
      article: article.id,
      locale: article.locale,
      revision: late ? edited : article.revision,
      helpful: helpful === 1,
      ...(outdated && { reason: 'outdated' }),
      received: new Date(at).toISOString(),
      changed: new Date(at).toISOString(),
    })}\n`;
  });
}

/** Of the articles with enough votes, which of the truly bad ones are listed, and which of the listed are truly bad. */
function compare(
  title: string,
  rule: string,
  truths: readonly Truth[],
  findings: readonly Finding[],
  isSo: (truth: Truth) => boolean,
  fewestVotes: number,
): void {
  const listed = new Set(findings.filter((one) => one.rule === rule).map(({ file }) => file));
  const sum = sums.get(title) ?? { listed: 0, right: 0, there: 0, found: 0 };
  for (const truth of truths) {
    const isListed = listed.has(truth.article.path);
    if (isListed) sum.listed++;
    if (isListed && isSo(truth)) sum.right++;
    if (isSo(truth) && truth.present >= fewestVotes) {
      sum.there++;
      if (isListed) sum.found++;
    }
  }
  sums.set(title, sum);
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '   -' : `${((100 * part) / whole).toFixed(0).padStart(3)} %`;
}

async function git(dir: string, at: number, ...args: string[]): Promise<void> {
  const date = new Date(at).toISOString();
  const who = ['-c', 'user.name=Writer', '-c', 'user.email=writer@example.com'];
  await run('git', ['-C', dir, ...who, ...args], {
    env: { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date },
    maxBuffer: 1e9,
  });
}

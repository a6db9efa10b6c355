/**
 * How long the whole audit takes, and how much memory: 5,000 articles, 20,000 commits, 1,000,000 votes, as many views and
 * 200,000 searches, with the files in which the time goes. Against it, the same audit without votes and history, which
 * is what reading and checking the articles costs.
 * Run: `npx node bench/audit.ts [ARTICLES]`; everything else grows in proportion.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { readContent } from '../src/readers/content-folder.ts';
import { makeFeedback } from './audit/made-feedback.ts';
import { makeHelpCentre } from './audit/made-help-centre.ts';
import { commandOf, medianRun, printSecondsByFile, type Run, runWatched } from './watched-process.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const articles = Number(process.argv[2] ?? 5000);
const ROUNDS = 3;
/** So many files are named in the profile. */
const NAMED = 14;

/** As `npm run audit` runs it: garbage is collected early, which costs next to no time and saves 100 MB. */
const COMMAND = await commandOf('audit');

function audit(dir: string, flags: readonly string[], args: readonly string[]): Promise<Run> {
  return runWatched(
    [...flags, ...COMMAND, '--content', dir, '--today', '2026-11-20', '--format', 'csv', ...args],
    { FEEDBACK_DATABASE: path.join(dir, '..', 'feedback.db') },
  );
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'kundig-audit-'));
try {
  const dir = path.join(folder, 'content');
  const source = await readContent(path.join(ROOT, 'content'));
  const made = await makeHelpCentre(dir, source, { articles, commits: articles * 4 });
  await makeFeedback(path.join(folder, 'feedback.db'), made, {
    votes: articles * 200,
    views: articles * 200,
    searches: articles * 40,
  });
  console.log(
    `${articles} articles, ${articles * 4} commits, ${articles * 200} votes, as many views, ${articles * 40} searches`,
  );
  const whole = await medianRun(ROUNDS, () => audit(dir, [], []));
  const alone = await medianRun(ROUNDS, () => audit(dir, [], ['--without', 'votes,history']));
  const shown = ({ seconds, megabytes, lines }: Run) =>
    `${seconds.toFixed(1)} s, ${Math.round(megabytes)} MB at most, ${lines} lines`;
  console.log(
    `the whole audit               ${shown(whole)} (${(whole.seconds / alone.seconds).toFixed(2)} times)`,
  );
  console.log(`without votes and history     ${shown(alone)}`);

  const profile = path.join(folder, 'profile');
  await mkdir(profile);
  await audit(dir, ['--cpu-prof', `--cpu-prof-dir=${profile}`], []);
  await printSecondsByFile(profile, NAMED);
} finally {
  await rm(folder, { recursive: true, force: true });
}

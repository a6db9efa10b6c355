import path from 'node:path';
import type { Commit, History } from '../core/history.ts';
import { UserError } from '../core/user-error.ts';
import { git } from './git.ts';
import { LOG_ARGUMENTS, type LogEntry, readLog } from './git-log.ts';

/**
 * Reads what git knows about every file of a folder, renames followed, with one `git log`. The folder may be a
 * repository of its own or a part of one.
 *
 * @throws {NoHistory} if git is not installed, the folder is not in a repository, or nothing is committed yet
 * @throws {UserError} if the history cannot be trusted, as in a shallow clone, or git fails
 * @example (await readHistory('content')).commits.get('en/billing/refund.md')?.[0]?.day // '2026-03-01'
 */
export async function readHistory(dir: string): Promise<History> {
  const root = path.resolve(dir);
  const about = await git(root, ['rev-parse', '--is-shallow-repository', '--show-prefix']);
  const [, shallow, prefix = ''] = /^(\w+)\n(.*)\n$/s.exec(about) ?? [];
  // In a shallow clone the oldest commit seems to have written every file.
  if (shallow === 'true') {
    throw new UserError(
      'Cannot tell when articles last changed: this is a shallow clone, without the older history.',
      'Fetch the whole history: git fetch --unshallow (on GitHub Actions, `fetch-depth: 0` for actions/checkout).',
    );
  }
  return { commits: follow(readLog(await git(root, LOG_ARGUMENTS), prefix)) };
}

/** Plays the commits again from the first to the last, each file carrying its own along. */
function follow(newestFirst: readonly LogEntry[]): History['commits'] {
  const files = new Map<string, Commit[]>();
  const movedTo = new Map<string, string>();
  for (const { changes, ...commit } of newestFirst.toReversed()) {
    const taken = changes
      .filter(({ status }) => status === 'R' || status === 'D')
      .map((change) => {
        const old = change.from ?? change.path;
        const commits = files.get(old) ?? [];
        files.delete(old);
        return { ...change, old, commits };
      });
    for (const { status, path, old, commits, blob } of taken) {
      if (status === 'D') continue;
      files.set(path, [...commits, { ...commit, blob, path }]);
      movedTo.set(old, path);
      movedTo.delete(path);
    }
    for (const { status, path, blob, merged } of changes) {
      if (status === 'R' || status === 'D') continue;
      if (status === 'A') movedTo.delete(path);
      let current = path;
      // On a branch beside this one the file may already have been renamed.
      for (let next = movedTo.get(current); next && !files.has(current); next = movedTo.get(current)) {
        current = next;
      }
      const commits = files.get(current);
      // A merge that brings a rename and an edit together makes no text that was not there.
      if (merged && commits?.at(-1)?.blob === blob) continue;
      if (commits) commits.push({ ...commit, blob, path });
      else files.set(current, [{ ...commit, blob, path }]);
    }
  }
  return new Map(
    [...files].map(([path, commits]) => [path, commits.map((one) => placed(one, path)).reverse()]),
  );
}

/** The commit with the file's place at that time only where it stands elsewhere today. */
function placed({ path, ...commit }: Commit, today: string): Commit {
  return path === today ? commit : { ...commit, path };
}

import path from 'node:path';
import type { Commit, History } from '../core/history.ts';
import { UserError } from '../core/user-error.ts';
import { git } from './git.ts';

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
  const shallow = await git(root, ['rev-parse', '--is-shallow-repository']);
  // In a shallow clone the oldest commit seems to have written every file.
  if (shallow.trim() === 'true') {
    throw new UserError(
      'Cannot tell when articles last changed: this is a shallow clone, without the older history.',
      'Fetch the whole history: git fetch --unshallow (on GitHub Actions, `fetch-depth: 0` for actions/checkout).',
    );
  }
  const log = await git(root, [
    'log',
    // No commit before its parents, whatever the clocks said.
    '--date-order',
    '--format=%H %cs %s',
    '--name-status',
    '--find-renames',
    '--relative',
    // Names as they are, where git would otherwise escape letters beyond ASCII.
    '-z',
    '--',
    '.',
  ]);
  return { commits: follow(commitsIn(log)) };
}

interface Change {
  /** As `git log --name-status` has it: A, M, D, R and rarer ones. */
  status: string;
  path: string;
  /** Of a rename: the path before. */
  from?: string;
}

interface Entry extends Commit {
  changes: Change[];
}

/**
 * Takes apart `git log -z --name-status`: each commit is one field, then for each change its status, which
 * begins with a line break for the first, and its path, or both paths of a rename.
 */
function commitsIn(log: string): Entry[] {
  const entries: Entry[] = [];
  const fields = log.split('\0');
  for (let index = 0; index < fields.length; index++) {
    const field = fields[index] ?? '';
    const [, hash, day, subject] = /^([0-9a-f]{40,64}) (\d{4}-\d\d-\d\d) (.*)$/s.exec(field) ?? [];
    if (hash && day) {
      entries.push({ hash, day, subject: subject ?? '', changes: [] });
      continue;
    }
    const [, status] = /^\n?([A-Z])\d*$/.exec(field) ?? [];
    if (!status) continue;
    const from = status === 'R' || status === 'C' ? fields[++index] : undefined;
    entries.at(-1)?.changes.push({ status, path: fields[++index] ?? '', from });
  }
  return entries;
}

/** Plays the commits again from the first to the last, each file carrying its own along. */
function follow(newestFirst: readonly Entry[]): History['commits'] {
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
    for (const { status, path, old, commits } of taken) {
      if (status === 'D') continue;
      files.set(path, [...commits, commit]);
      movedTo.set(old, path);
      movedTo.delete(path);
    }
    for (const { status, path } of changes) {
      if (status === 'R' || status === 'D') continue;
      if (status === 'A') movedTo.delete(path);
      let current = path;
      // On a branch beside this one the file may already have been renamed.
      for (let next = movedTo.get(current); next && !files.has(current); next = movedTo.get(current)) {
        current = next;
      }
      const commits = files.get(current);
      if (commits) commits.push(commit);
      else files.set(current, [commit]);
    }
  }
  for (const commits of files.values()) commits.reverse();
  return files;
}

import path from 'node:path';
import { UserError } from '../core/user-error.ts';
import { git } from './git.ts';

/**
 * The files of a folder that differ from where this branch left another one, committed or not, as paths inside the
 * folder.
 *
 * @param base the other branch or a commit, e.g. `origin/main`
 * @throws {UserError} if git does not know the base, or has no common history with it
 * @example await touchedFiles('content', 'origin/main') // Set { 'en/billing/refund.md' }
 */
export async function touchedFiles(dir: string, base: string): Promise<Set<string>> {
  const root = path.resolve(dir);
  if (base.startsWith('-')) throw unknownBase(base);
  const fork = await git(root, ['merge-base', base, 'HEAD']).catch(() => {
    throw unknownBase(base);
  });
  const [changed, added] = await Promise.all([
    git(root, ['diff', '--name-only', '--relative', '--no-renames', '-z', fork.trim(), '--', '.']),
    git(root, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']),
  ]);
  return new Set([...changed.split('\0'), ...added.split('\0')].filter(Boolean));
}

function unknownBase(base: string): UserError {
  return new UserError(
    `Cannot tell which files this change touches: git knows no common history with ${base}.`,
    `Fetch it first, e.g. git fetch origin ${base.replace(/^origin\//, '')}, or name another with --base.`,
  );
}

import { execFile } from 'node:child_process';
import { UserError } from '../core/user-error.ts';

/** There is no history to read, as against one that is there and cannot be trusted. */
export class NoHistory extends UserError {
  override name = 'NoHistory';
}

/** Set by git for its hooks: they would lead to another repository than the folder's. */
const REPOSITORY_VARIABLES = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_PREFIX'];

/** What people may have set otherwise for their own eyes. */
const SETTINGS = [
  'log.showSignature=false',
  // Without it, the first commit seems to have written nothing.
  'log.showRoot=true',
  'i18n.logOutputEncoding=UTF-8',
  'trailer.separators=:',
].flatMap((setting) => ['-c', setting]);

/**
 * What a git command says, run in a folder.
 *
 * @throws {NoHistory} if git is not installed, the folder is not in a repository, or nothing is committed yet
 * @throws {UserError} if git fails
 */
export function git(root: string, args: readonly string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      'git',
      ['-C', root, ...SETTINGS, ...args],
      { env: gitEnvironment(), maxBuffer: Number.POSITIVE_INFINITY },
      (error, output, complaint) => (error ? reject(explain(error, complaint, root)) : resolve(output)),
    );
  });
}

/** The environment in which git finds the folder's own repository, and speaks English. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { ...process.env, LC_ALL: 'C' };
  for (const name of REPOSITORY_VARIABLES) delete env[name];
  return env;
}

/** What a failure of git means for the person at the keyboard. */
export function explain(
  error: { message: string; code?: unknown },
  complaint: string,
  root: string,
): UserError {
  const message = 'Cannot tell when articles last changed:';
  if (error.code === 'ENOENT') {
    return new NoHistory(
      `${message} git is not installed.`,
      'Install it from https://git-scm.com/downloads, or e.g. with apt-get install git.',
    );
  }
  if (complaint.includes('dubious ownership')) {
    return new UserError(
      `${message} git does not trust ${root}, because it belongs to another user.`,
      `Tell git that it may: git config --global --add safe.directory '*'`,
    );
  }
  if (complaint.includes('not a git repository')) {
    return new NoHistory(
      `${message} ${root} is not in a git repository.`,
      `Begin one: cd '${root}' && git init && git add . && git commit -m "Begin the help centre"`,
    );
  }
  if (complaint.includes('does not have any commits yet')) {
    return new NoHistory(
      `${message} nothing is committed yet.`,
      `Commit the articles: cd '${root}' && git add . && git commit -m "Begin the help centre"`,
    );
  }
  return new UserError(`${message} git failed in ${root}.`, `It said: ${complaint.trim() || error.message}`);
}

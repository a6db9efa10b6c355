import type { Day } from './calendar.ts';

/** One recorded change of a file. */
export interface Commit {
  hash: string;
  /** Day on which the change was recorded, where it was recorded. */
  day: Day;
  /** First line of its message. */
  subject: string;
  /** Git's name of the file's content after this change; missing for a file that it deleted. */
  blob?: string;
  /** Where the file stood after this change, inside the folder, if it stands elsewhere today. */
  path?: string;
  /** What its author says of the change, in the trailer `Edit: minor` or `Edit: major`. */
  edit?: 'minor' | 'major';
  /** Ids of the votes whose comments it deals with, from the trailers `Resolves-feedback: <id>`. */
  resolves?: readonly string[];
}

/** What git knows about the files of a content folder. */
export interface History {
  /**
   * The commits of each file, newest first, by its path inside the folder. A file that was renamed keeps its
   * commits; one that was never committed has none.
   */
  commits: ReadonlyMap<string, readonly Commit[]>;
}

/**
 * The history as it may be known on a day. A commit that bears a later day, from a clock that was wrong or because
 * the audit asks of an earlier day, counts as made on that day: it would otherwise put reviews off, and changes
 * would lie in the future.
 *
 * @returns the history, and how many commits bear a later day
 */
export function historyUntil(history: History, today: Day): { history: History; later: number } {
  const later = new Set<string>();
  const commits = new Map(
    [...history.commits].map(([path, list]) => [
      path,
      list.map((commit) => {
        if (commit.day <= today) return commit;
        later.add(commit.hash);
        return { ...commit, day: today };
      }),
    ]),
  );
  return { history: { ...history, commits }, later: later.size };
}

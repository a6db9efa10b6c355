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

import type { Day } from './calendar.ts';

/** One recorded change of a file. */
export interface Commit {
  hash: string;
  /** Day on which the change was recorded, where it was recorded. */
  day: Day;
  /** First line of its message. */
  subject: string;
}

/** What git knows about the files of a content folder. */
export interface History {
  /**
   * The commits of each file, newest first, by its path inside the folder. A file that was renamed keeps its
   * commits; one that was never committed has none.
   */
  commits: ReadonlyMap<string, readonly Commit[]>;
}

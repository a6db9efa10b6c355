import { statSync } from 'node:fs';
import { UserError } from '../core/user-error.ts';

/**
 * The files of a database that is open. Whoever moves or deletes one of them does not disturb SQLite, which goes on with a
 * file that has no name any more: what it writes there would be lost.
 */
export class SqliteFiles {
  readonly #file: string;
  readonly #known: readonly { path: string; number: bigint | undefined }[];

  /** @param file where the database is, with its write-ahead log beside it, or `:memory:` */
  constructor(file: string) {
    this.#file = file;
    const paths = file === ':memory:' ? [] : [file, `${file}-wal`];
    this.#known = paths.map((path) => ({ path, number: numberOf(path) }));
  }

  /** @throws UserError if one of the files is not there any more, or another one is in its place. */
  refuseMissing(): void {
    if (this.#known.every(({ path, number }) => numberOf(path) === number)) return;
    throw new UserError(
      `The feedback database ${this.#file} was moved, deleted or replaced while it was in use.`,
      'Put its files back, or stop Kundig, look that the right file is in its place, and start it again.',
    );
  }
}

/** The number by which the disk knows the file under this name. */
function numberOf(path: string): bigint | undefined {
  return statSync(path, { bigint: true, throwIfNoEntry: false })?.ino;
}

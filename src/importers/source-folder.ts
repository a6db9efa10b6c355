import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../core/user-error.ts';

/** Folders that no system keeps articles in. */
const SKIPPED = new Set(['node_modules', '_site', '_layouts', '_includes', '_sass', '_plugins']);

/** A folder that is to be imported. */
export interface SourceFolder {
  /** Absolute path. */
  dir: string;
  /** Every file as a path with `/`, sorted; those in folders that begin with a dot are left out. */
  files: readonly string[];
  /** The same files, for questions. */
  has: ReadonlySet<string>;
}

/**
 * Lists a folder that is to be imported.
 *
 * @throws {UserError} if there is no such folder
 */
export async function readSourceFolder(from: string): Promise<SourceFolder> {
  const dir = path.resolve(from);
  const isFolder = await stat(dir).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) {
    throw new UserError(
      `There is no folder at ${dir}.`,
      'Name the folder that holds the Markdown files: npm run import -- ../old-help',
    );
  }
  const files: string[] = [];
  await (async function list(folder: string): Promise<void> {
    const entries = await readdir(path.join(dir, folder), { withFileTypes: true });
    for (const entry of entries) {
      const file = folder ? `${folder}/${entry.name}` : entry.name;
      if (entry.isFile()) files.push(file);
      else if (entry.isDirectory() && !SKIPPED.has(entry.name) && !entry.name.startsWith('.'))
        await list(file);
    }
  })('');
  files.sort();
  return { dir, files, has: new Set(files) };
}

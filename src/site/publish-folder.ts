import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../core/user-error.ts';

/** What tells that a folder is not one of built pages, and must not be replaced. */
const PRECIOUS = ['package.json', '.git', 'site.yaml', 'src'];

/**
 * Refuses a folder that a build must not replace.
 *
 * @throws {UserError} if it holds something else than a built site, or is no folder
 */
export async function refuseToReplace(folder: string): Promise<void> {
  const names = existsSync(folder) ? await readdir(folder).catch((error) => cannotWrite(folder, error)) : [];
  const precious = names.find((name) => PRECIOUS.includes(name));
  if (precious) {
    throw new UserError(
      `${folder} holds ${precious}: the site would replace it.`,
      'Choose another folder for the site, e.g. --out dist.',
    );
  }
}

/**
 * Puts a finished folder in the place of another, which stays as it was until then: a build that fails leaves
 * the published site alone.
 *
 * @throws {UserError} if it cannot be written there
 */
export async function publishFolder(finished: string, folder: string): Promise<void> {
  const previous = `${folder}.previous-${process.pid}`;
  try {
    await mkdir(path.dirname(folder), { recursive: true });
    if (existsSync(folder)) await rename(folder, previous);
    await move(finished, folder);
  } catch (error) {
    if (existsSync(previous)) {
      await rm(folder, { recursive: true, force: true });
      await rename(previous, folder);
    }
    cannotWrite(folder, error);
  }
  await rm(previous, { recursive: true, force: true });
}

async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    // Another disk: the files have to be copied.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true });
    await rm(from, { recursive: true });
  }
}

function cannotWrite(folder: string, error: unknown): never {
  throw new UserError(
    `The site cannot be written to ${folder}: ${error instanceof Error ? error.message : error}.`,
    'Choose a folder that may be written, e.g. --out dist.',
  );
}

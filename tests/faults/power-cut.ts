import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The smallest piece that a disk writes as a whole. */
const SECTOR = 512;

/** A folder as it is, and the same as a disk would surely hold it. */
export interface PowerCuts {
  /** Path of the database, for the program that is to be cut off. */
  database: string;
  /** What that program must run with, so that it is known what it synced. */
  env: Readonly<Record<string, string>>;
  /** Before each start of the program: what is in the folder now is on the disk. */
  begin(): void;
  /**
   * Once the program is dead: puts what the disk held into the folder. Of what was written and not yet synced, each
   * sector is there or not.
   *
   * @param survives whether the next sector survives
   */
  cut(survives: () => boolean): void;
}

/** Can this machine find out what was synced? It takes Linux and a C compiler. */
export function canCutPower(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    execFileSync('cc', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** Prepares power cuts for the databases of a folder. */
export function preparePowerCuts(folder: string): PowerCuts {
  const live = path.join(folder, 'live');
  const synced = path.join(folder, 'synced');
  const library = path.join(folder, 'synced-only.so');
  mkdirSync(live);
  const source = fileURLToPath(new URL('./synced-only.c', import.meta.url));
  execFileSync('cc', ['-shared', '-fPIC', '-O1', '-o', library, source, '-ldl']);
  return {
    database: path.join(live, 'feedback.db'),
    env: { LD_PRELOAD: library, SYNCED_OF: `${live}/`, SYNCED_IN: synced },
    begin() {
      rmSync(synced, { recursive: true, force: true });
      cpSync(live, synced, { recursive: true });
    },
    cut(survives) {
      for (const name of readdirSync(synced)) {
        const file = path.join(live, name);
        const surely = readFileSync(path.join(synced, name));
        writeFileSync(file, existsSync(file) ? mixed(surely, readFileSync(file), survives) : surely);
      }
      for (const name of readdirSync(live)) {
        if (!existsSync(path.join(synced, name))) rmSync(path.join(live, name));
      }
    },
  };
}

/** What was synced, with some of the sectors in which the written differs. */
function mixed(synced: Buffer, written: Buffer, survives: () => boolean): Buffer {
  const held: Buffer[] = [];
  for (let from = 0; from < Math.max(synced.length, written.length); from += SECTOR) {
    const surely = synced.subarray(from, from + SECTOR);
    const perhaps = written.subarray(from, from + SECTOR);
    const isSynced = surely.equals(perhaps);
    if (isSynced || !survives()) {
      // A file that did not grow ends here: what comes later cannot be there.
      if (surely.length === 0) break;
      held.push(surely);
    } else if (perhaps.length > 0) held.push(perhaps);
    if (held.at(-1)?.length !== SECTOR) break;
  }
  return Buffer.concat(held);
}

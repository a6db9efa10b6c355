import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** A disk of its own for one program: a file system in memory that only this program sees. */
export interface SmallDisk {
  /** Where the program sees it. */
  folder: string;
  /** What the program must be started under. */
  under: readonly string[];
  /**
   * The same, once some shell commands were run on the disk. In the end it prints what is left there, e.g.
   * `Left: feedback.db`: the disk goes with the program.
   */
  underAfter(first: string): readonly string[];
  /** Where others find it while the program runs. */
  seenFrom(pid: number | undefined): string;
}

/** Can this machine make one? It takes Linux that lets its users mount in a namespace of their own. */
export function canMount(): boolean {
  try {
    execFileSync('unshare', ['--map-root-user', '--mount', 'mount', '-t', 'tmpfs', 'kundig', '/mnt'], {
      stdio: 'ignore',
    });
    return true;
  } catch {
    return false;
  }
}

/** @param kibibytes its size */
export function smallDisk(root: string, kibibytes: number): SmallDisk {
  const folder = path.join(root, 'disk');
  mkdirSync(folder, { recursive: true });
  const mounted = `mount -t tmpfs -o size=${kibibytes}k kundig "${folder}"`;
  const inside = (script: string) => ['unshare', '--map-root-user', '--mount', 'sh', '-c', script];
  return {
    folder,
    under: inside(`${mounted} && exec "$0" "$@"`),
    underAfter: (first) =>
      inside(
        `${mounted} && cd "${folder}" && (${first}) && cd / && "$0" "$@"; code=$?; echo "Left: $(ls -A "${folder}")"; exit $code`,
      ),
    seenFrom: (pid) => path.join(`/proc/${pid}/root`, folder),
  };
}

/** Takes all the room that is left in a folder, and gives what frees it again. */
export function fill(folder: string): () => void {
  const file = path.join(folder, 'ballast');
  const ballast = openSync(file, 'w');
  for (let size = 65_536; size >= 1; size = Math.floor(size / 2)) {
    try {
      for (;;) writeSync(ballast, Buffer.alloc(size));
    } catch {
      // No room for so much: perhaps for half of it.
    }
  }
  closeSync(ballast);
  return () => rmSync(file);
}

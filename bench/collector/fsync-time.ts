import { closeSync, fdatasyncSync, openSync, rmSync, writeSync } from 'node:fs';
import path from 'node:path';

/** How long the disk takes to make sure of 4 KiB, in milliseconds: what a commit costs at least. */
export function fsyncTime(folder: string): { p50: number; p99: number } {
  const name = path.join(folder, 'fsync');
  const file = openSync(name, 'w');
  const block = Buffer.alloc(4096, 1);
  const times = Array.from({ length: 1000 }, () => {
    writeSync(file, block);
    const start = performance.now();
    fdatasyncSync(file);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  closeSync(file);
  rmSync(name);
  return { p50: times[500] ?? 0, p99: times[990] ?? 0 };
}

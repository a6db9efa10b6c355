import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { howOften, patience } from './how-often.ts';
import { keptVotes, missingFrom } from './kept-votes.ts';
import { Load } from './load.ts';
import { publish } from './published.ts';
import { startCollector } from './running-collector.ts';

const BACKUPS = howOften({ full: 100, short: 3 });

test(`backed up ${BACKUPS} times under load, each backup is restored whole`, patience(BACKUPS), async () => {
  const published = await publish();
  const database = path.join(published.folder, 'feedback.db');
  const collector = await startCollector({ ...published, database });
  const load = new Load(published);
  const running = load.run(collector.address, { atOnce: 2 });
  await load.acknowledges(100);
  for (let number = 0; number < BACKUPS; number += 1) {
    const backup = path.join(published.folder, `backup-${number}.db`);
    const restored = path.join(published.folder, `restored-${number}.db`);
    const before = new Set(load.acknowledged);
    await feedback('backup', backup, '--database', database);
    await feedback('restore', backup, '--database', restored);
    const inBackup = keptVotes(backup);
    expect(missingFrom(inBackup.ids, before)).toEqual([]);
    expect(keptVotes(restored)).toEqual({ ...inBackup, integrity: 'ok' });
    rmSync(backup);
    rmSync(restored);
  }
  load.stop();
  await running;
  expect(load.unexpected).toEqual([]);
  expect(load.refusedForNow).toBe(0);
  expect(await collector.end('SIGTERM')).toBe(0);
  console.log(`${BACKUPS} backups restored, ${load.acknowledged.size} votes acknowledged meanwhile`);
});

/** Runs `npm run feedback`; what it prints on an error is in the message. */
async function feedback(...args: string[]): Promise<void> {
  await promisify(execFile)(process.execPath, ['scripts/feedback.ts', ...args]);
}

import { cpSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keptVotes, missingFrom } from './kept-votes.ts';
import { Load } from './load.ts';
import { publish } from './published.ts';
import { startCollector } from './running-collector.ts';
import { canMount, fill, smallDisk } from './small-disk.ts';

const isPossible = canMount() || Boolean(process.env.CI);

test.skipIf(!isPossible)(
  'on a full disk votes are refused for now, and stored once there is room again',
  async () => {
    const published = await publish();
    const disk = smallDisk(published.folder, 16 * 1024);
    const database = path.join(disk.folder, 'feedback.db');
    const collector = await startCollector({ ...published, database, under: disk.under });
    const load = new Load(published);
    const running = load.run(collector.address);
    await load.acknowledges(50);

    const free = fill(disk.seenFrom(collector.process.pid));
    await load.refuses(50);
    const acknowledgedBefore = load.acknowledged.size;
    free();
    await load.acknowledges(50);
    load.stop();
    await running;
    await load.settle(collector.address);

    expect(load.unexpected).toEqual([]);
    expect(load.acknowledged.size).toBeGreaterThanOrEqual(acknowledgedBefore + 50);
    expect(load.open.size).toBe(0);
    // The disk goes with the program, so what it holds is looked at before.
    const copy = path.join(published.folder, 'copy');
    cpSync(disk.seenFrom(collector.process.pid), copy, { recursive: true });
    const { ids, rows, integrity } = keptVotes(path.join(copy, 'feedback.db'));
    expect(integrity).toBe('ok');
    expect(missingFrom(ids, load.acknowledged)).toEqual([]);
    expect(rows).toBe(load.acknowledged.size);
    expect(await collector.end('SIGTERM')).toBe(0);
  },
);

test.skipIf(!isPossible).for([
  [
    'full',
    'head -c 2m /dev/zero > ballast 2> /dev/null || true',
    'There is no room left on the disk',
    'ballast',
  ],
  ['read-only', 'mount -o remount,ro .', 'cannot be opened for writing', ''],
] as const)(
  'on a disk that is %s, the collector says so, leaves nothing and ends with 3',
  async ([, first, says, left]) => {
    const published = await publish(1);
    const disk = smallDisk(published.folder, 1024);
    const starting = startCollector({
      ...published,
      database: path.join(disk.folder, 'feedback.db'),
      under: disk.underAfter(first),
    });
    const failure = await starting.then(() => 'It started.', String);
    expect(failure).toContain('ended with 3');
    expect(failure).toContain(says);
    expect(failure.trimEnd()).toMatch(new RegExp(`Left: ?${left}$`));
  },
);

import { rmSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keptVotes, missingFrom } from './kept-votes.ts';
import { Load } from './load.ts';
import { publish } from './published.ts';
import { startCollector } from './running-collector.ts';

test('when somebody deletes the log of the database, what was acknowledged is saved, and nothing more is taken', async () => {
  const published = await publish();
  const database = path.join(published.folder, 'feedback.db');
  const collector = await startCollector({ ...published, database });
  const load = new Load(published);
  const running = load.run(collector.address);
  await load.acknowledges(100);
  rmSync(`${database}-wal`);
  await load.refuses(50);
  await collector.end('SIGKILL');
  load.stop();
  await running;

  const { ids, integrity } = keptVotes(database);
  expect(integrity).toBe('ok');
  expect(missingFrom(ids, load.acknowledged)).toEqual([]);
  expect(collector.output()).toContain('was moved, deleted or replaced while it was in use');

  const again = await startCollector({ ...published, database });
  await load.settle(again.address);
  expect(await again.end('SIGTERM')).toBe(0);
  expect(keptVotes(database).ids).toEqual(load.acknowledged);
  expect(load.unexpected).toEqual([]);
});

import path from 'node:path';
import { expect, test } from 'vitest';
import { howOften, patience } from './how-often.ts';
import { keptVotes, missingFrom } from './kept-votes.ts';
import { Load } from './load.ts';
import { publish } from './published.ts';
import { startCollector } from './running-collector.ts';

const KILLS = howOften({ full: 1000, short: 30 });

test(
  `killed ${KILLS} times under load, the collector loses no acknowledged vote and counts none twice`,
  patience(KILLS),
  async () => {
    const published = await publish();
    const database = path.join(published.folder, 'feedback.db');
    const load = new Load(published);
    for (let kill = 0; kill < KILLS; kill += 1) {
      const collector = await startCollector({ ...published, database });
      const running = load.run(collector.address);
      // Killed at another point of its work each time: after 1 to 97 votes.
      await load.acknowledges(1 + ((kill * 29) % 97));
      await collector.end('SIGKILL');
      load.stop();
      await running;
      const { ids, integrity } = keptVotes(database);
      expect(integrity).toBe('ok');
      expect(missingFrom(ids, load.acknowledged)).toEqual([]);
    }
    const collector = await startCollector({ ...published, database });
    await load.settle(collector.address);
    expect(await collector.end('SIGTERM')).toBe(0);
    const { ids, rows } = keptVotes(database);
    expect(load.unexpected).toEqual([]);
    expect(load.open.size).toBe(0);
    expect(ids).toEqual(load.acknowledged);
    expect(rows).toBe(load.acknowledged.size);
    console.log(`${KILLS} kills, ${rows} votes acknowledged, 0 lost, 0 twice`);
  },
);

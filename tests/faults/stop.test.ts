import path from 'node:path';
import { expect, test } from 'vitest';
import { howOften, patience } from './how-often.ts';
import { keptVotes, missingFrom } from './kept-votes.ts';
import { Load } from './load.ts';
import { publish } from './published.ts';
import { startCollector } from './running-collector.ts';

const STOPS = howOften({ full: 200, short: 8 });

test(
  `stopped ${STOPS} times with SIGTERM under load, the collector finishes what it took and ends with 0`,
  patience(STOPS),
  async () => {
    const published = await publish();
    const database = path.join(published.folder, 'feedback.db');
    const load = new Load(published);
    for (let stop = 0; stop < STOPS; stop += 1) {
      const collector = await startCollector({ ...published, database });
      const running = load.run(collector.address);
      await load.acknowledges(1 + ((stop * 31) % 89));
      expect(await collector.end('SIGTERM'), collector.output()).toBe(0);
      load.stop();
      await running;
      const { ids, integrity } = keptVotes(database);
      expect(integrity).toBe('ok');
      expect(missingFrom(ids, load.acknowledged)).toEqual([]);
    }
    expect(load.unexpected).toEqual([]);
    console.log(`${STOPS} stops, ${load.acknowledged.size} votes acknowledged, 0 lost`);
  },
);

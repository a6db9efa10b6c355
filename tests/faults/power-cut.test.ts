import { expect, test } from 'vitest';
import { howOften, patience } from './how-often.ts';
import { keptVotes, missingFrom } from './kept-votes.ts';
import { Load } from './load.ts';
import { canCutPower, preparePowerCuts } from './power-cut.ts';
import { publish } from './published.ts';
import { startCollector } from './running-collector.ts';

const CUTS = howOften({ full: 200, short: 8 });

// Where CI runs, this must run: elsewhere a machine without a C compiler may leave it out, and says so.
test.skipIf(!canCutPower() && !process.env.CI)(
  `when the power fails ${CUTS} times under load, the disk holds every acknowledged vote`,
  patience(CUTS),
  async () => {
    const published = await publish();
    const power = preparePowerCuts(published.folder);
    const load = new Load(published);
    const random = randomFrom(20_261);
    for (let cut = 0; cut < CUTS; cut += 1) {
      power.begin();
      const collector = await startCollector({ ...published, database: power.database, env: power.env });
      const running = load.run(collector.address);
      await load.acknowledges(1 + ((cut * 37) % 151));
      await collector.end('SIGKILL');
      load.stop();
      await running;
      // Each third time nothing survives but what was synced; else some of the rest does, and some not.
      const share = (cut % 3) / 2.5;
      power.cut(() => random() < share);
      const { ids, integrity } = keptVotes(power.database);
      expect(integrity).toBe('ok');
      expect(missingFrom(ids, load.acknowledged)).toEqual([]);
    }
    expect(load.unexpected).toEqual([]);
    console.log(`${CUTS} power cuts, ${load.acknowledged.size} votes acknowledged, 0 lost`);
  },
);

/** The same numbers from 0 to 1 each time (Lehmer; Park and Miller 1988). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

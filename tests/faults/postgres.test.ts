import { expect, onTestFinished, test } from 'vitest';
import { otherClient } from '../stores/postgres-client.ts';
import { type RunningPostgres, startPostgres } from '../stores/postgres-process.ts';
import { type Fate, startCuttingProxy } from './cutting-proxy.ts';
import { howOften, patience } from './how-often.ts';
import { missingFrom } from './kept-votes.ts';
import { Load } from './load.ts';
import { publish } from './published.ts';
import { startCollector } from './running-collector.ts';

const CRASHES = howOften({ full: 50, short: 3 });
const CUTS = howOften({ full: 1000, short: 40 });

test(
  `when PostgreSQL crashes ${CRASHES} times under load, votes wait and none is lost`,
  patience(CRASHES, 20),
  async () => {
    const server = await durableServer();
    const database = server.address('postgres');
    const published = await publish();
    const collector = await startCollector({ ...published, database });
    const load = new Load(published);
    const running = load.run(collector.address);
    for (let crash = 0; crash < CRASHES; crash += 1) {
      await load.acknowledges(1 + ((crash * 41) % 127));
      await server.crash();
      await server.revive();
    }
    await load.acknowledges(100);
    load.stop();
    await running;
    await expectAllOnce(load, collector, database);
    console.log(`${CRASHES} crashes, ${load.acknowledged.size} votes acknowledged, 0 lost, 0 twice`);
  },
);

test(
  `when connections to PostgreSQL are cut ${CUTS} times, also in the midst of a commit, no vote is lost or counted twice`,
  patience(CUTS),
  async () => {
    const server = await durableServer();
    const database = server.address('postgres');
    const direct = new URL(database);
    let sent = 0;
    let cuts = 0;
    const fate = (): Fate => {
      sent += 1;
      // Not while a connection is made; then each eleventh piece, by turns before and after it has arrived.
      if (sent % 11 > 0 || cuts === CUTS) return 'goes on';
      cuts += 1;
      return cuts % 2 === 0 ? 'cut before it arrives' : 'cut before the answer';
    };
    const port = await startCuttingProxy(Number(direct.port), fate);
    const proxied = new URL(database);
    proxied.port = String(port);
    const published = await publish();
    const collector = await startCollector({ ...published, database: proxied.href });
    const load = new Load(published);
    const running = load.run(collector.address);
    while (cuts < CUTS) await load.acknowledges(10);
    load.stop();
    await running;
    await expectAllOnce(load, collector, database);
    console.log(`${cuts} connections cut, ${load.acknowledged.size} votes acknowledged, 0 lost, 0 twice`);
  },
);

async function durableServer(): Promise<RunningPostgres> {
  const server = await startPostgres({ durable: true });
  onTestFinished(() => server.stop());
  return server;
}

/** What was not acknowledged is sent again; then every vote is in the database, once. */
async function expectAllOnce(
  load: Load,
  collector: Awaited<ReturnType<typeof startCollector>>,
  database: string,
): Promise<void> {
  await load.settle(collector.address);
  expect(load.open.size).toBe(0);
  expect(load.unexpected).toEqual([]);
  expect(await collector.end('SIGTERM'), collector.output()).toBe(0);
  const other = otherClient(database);
  const rows = await other<{ id: string }>`SELECT id FROM votes WHERE locale IS NOT NULL`;
  await other.end();
  expect(missingFrom(new Set(rows.map(({ id }) => id)), load.acknowledged)).toEqual([]);
  expect(rows.length).toBe(load.acknowledged.size);
}

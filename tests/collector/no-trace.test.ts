import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test } from 'vitest';
import { ORIGIN, publish } from '../faults/published.ts';
import { startCollector } from '../faults/running-collector.ts';
import { uuid } from '../stores/submissions.ts';

const ADDRESSES = ['203.0.113.77', '2001:db8:77:88:99:aa:bb:cc'];
const USER_AGENT = 'Mozilla/5.0 (X11; Zebrafuchs; rv:143.0) Gecko/20100101 Firefox/143.77';
const REFERRER = 'https://intranet.example.com/geheimakte/';

/** What must stand nowhere, in any way that somebody might write it. */
const TRACES: Readonly<Record<string, readonly (string | Buffer)[]>> = {
  address: [...ADDRESSES, '2001:db8:77:88', '2001:0db8:0077', Buffer.from([203, 0, 113, 77]), 'cb00714d'],
  'address, hashed': ADDRESSES.flatMap((address) => {
    const digest = createHash('sha256').update(address).digest();
    return [digest, digest.toString('hex'), digest.toString('base64').slice(0, 16)];
  }),
  'user agent': ['Zebrafuchs', 'Firefox', 'Mozilla'],
  referrer: ['geheimakte', 'intranet.example.com'],
};

const tracesIn = (bytes: Buffer) =>
  Object.keys(TRACES).filter((name) => TRACES[name]?.some((trace) => bytes.includes(trace)));

test('nothing on disk and nothing printed says who sent, neither while it runs nor after it was killed', async () => {
  const { content, folder, articles } = await publish();
  const data = path.join(folder, 'data');
  const database = path.join(data, 'feedback.db');
  const collector = await startCollector({
    content,
    database,
    env: { FEEDBACK_TOKEN: 'right-token', LOG_LEVEL: 'debug' },
  });
  const statuses = new Set<number>();
  async function send(method: string, at: string, body: unknown, more: Record<string, string> = {}) {
    for (const address of ADDRESSES) {
      const response = await fetch(`${collector.address}${at}`, {
        method,
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
        headers: {
          'Content-Type': 'application/json',
          Origin: ORIGIN,
          'User-Agent': USER_AGENT,
          Referer: REFERRER,
          'X-Forwarded-For': address,
          ...more,
        },
      });
      statuses.add(response.status);
      await response.arrayBuffer();
    }
  }
  const [about] = articles;
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  for (let number = 0; number < 8; number++) {
    await send('POST', '/api/votes', { id: uuid(number), ...about, helpful: true });
  }
  await send('POST', '/api/votes', new URLSearchParams({ ...about, helpful: 'false' }).toString(), form);
  await send('PATCH', `/api/votes/${uuid(1)}`, { receipt: 'x'.repeat(43), comment: 'Hello' });
  await send('POST', '/api/signals', [
    { id: uuid(90), kind: 'search', locale: 'en', query: 'Geld', results: 1 },
  ]);
  await send('POST', '/api/votes', 'not JSON');
  await send(
    'POST',
    '/api/votes',
    { id: uuid(91), ...about, helpful: true },
    { Origin: 'https://else.example' },
  );
  await send('GET', '/metrics', undefined, { Authorization: 'Bearer right-token' });
  await send('DELETE', `/api/votes/${uuid(92)}`, { receipt: 'x'.repeat(43) });
  // So many wrong tokens in a row are refused in the end.
  for (let time = 0; time < 10; time++) {
    await send('GET', '/api/summary', undefined, { Authorization: `Bearer wrong-${time}` });
  }
  expect([...statuses].sort()).toEqual([200, 201, 400, 401, 403, 404, 429]);

  const copy = new DatabaseSync(database);
  copy.exec(`VACUUM INTO '${path.join(data, 'backup.db')}'`);
  copy.close();
  const found: Record<string, string[]> = { printed: tracesIn(Buffer.from(collector.output())) };
  const held: string[] = [];
  const look = async (when: string) => {
    for (const name of await readdir(data)) {
      const bytes = await readFile(path.join(data, name));
      found[`${name} ${when}`] = tracesIn(bytes);
      if (bytes.includes(about?.article ?? '?')) held.push(`${name} ${when}`);
    }
  };
  await look('while it runs');
  await collector.end('SIGKILL');
  await look('after it was killed');
  found['printed at the end'] = tracesIn(Buffer.from(collector.output()));

  expect(Object.entries(found).filter(([, traces]) => traces.length > 0)).toEqual([]);
  // Where votes are found, other things would have been found too.
  expect(held).toEqual(
    expect.arrayContaining([
      'feedback.db-wal while it runs',
      'feedback.db-wal after it was killed',
      'backup.db while it runs',
    ]),
  );
});

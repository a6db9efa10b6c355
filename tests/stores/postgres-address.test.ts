import { describe, expect, test } from 'vitest';
import { openStore } from '../../src/stores/open.ts';
import { readPostgresAddress } from '../../src/stores/postgres-address.ts';
import { CERTIFICATE, openEncryptedRelay } from './encrypted-relay.ts';
import { otherClient } from './postgres-client.ts';
import { usePostgres } from './postgres-server.ts';
import { vote } from './submissions.ts';
import { told } from './told.ts';

const NOW = new Date('2026-03-01T10:00:00Z');
const server = usePostgres();

describe('what an address says', () => {
  test('without settings: four connections, encrypted if the server can', () => {
    expect(readPostgresAddress('postgres://u%40:p%2Fw@h:1/d%20e')).toEqual({
      server: { host: 'h', port: 1, user: 'u@', password: 'p/w', database: 'd e' },
      pool: 4,
      tls: 'prefer',
      settings: {},
    });
  });

  test.each([
    ['localhost', 'localhost'],
    ['127.0.0.1:5432', '127.0.0.1'],
    ['[::1]', '::1'],
    ['%2Fvar%2Frun%2Fpostgresql', '/var/run/postgresql'],
  ])('of a database on this machine: not encrypted: %s', (written, host) => {
    expect(readPostgresAddress(`postgres://${written}/d`)).toMatchObject({ server: { host }, tls: false });
  });

  test.each(['127.0.0.1.example.com', 'localhost.example.com', '10.0.0.1', '[::2]'])(
    'another machine: encrypted if the server can: %s',
    (host) => {
      expect(readPostgresAddress(`postgres://${host}/d`).tls).toBe('prefer');
    },
  );

  test('with settings: its own, and those of the server', () => {
    expect(readPostgresAddress('postgres://h/d?pool=9&sslmode=require&search_path=a%2Cb')).toEqual({
      server: { host: 'h', database: 'd' },
      pool: 9,
      tls: { rejectUnauthorized: false },
      settings: { search_path: 'a,b' },
    });
  });

  test.each(['0', '101', '-1', '4.5', 'many', ''])('no number of connections: “%s”', async (pool) => {
    expect(await told(openStore(`postgres://h/d?pool=${pool}`))).toContain('is no number of connections');
  });

  test.each(['verify-ca', 'allow', 'on', ''])('no way to encrypt: “%s”', async (mode) => {
    expect(await told(openStore(`postgres://h/d?sslmode=${mode}`))).toContain(`with sslmode=${mode}`);
  });

  test('a certificate that is not there', async () => {
    expect(await told(openStore('postgres://h/d?sslrootcert=nowhere.pem'))).toContain(
      'nowhere.pem cannot be read',
    );
  });
});

describe('a connection that is encrypted', () => {
  test.each([
    ['whoever the server is', 'sslmode=require'],
    ['whoever the server is, if it can', 'sslmode=prefer'],
    ['with a server that is known by its certificate', `sslrootcert=${encodeURIComponent(CERTIFICATE)}`],
    ['with such a server, said twice', `sslmode=verify-full&sslrootcert=${encodeURIComponent(CERTIFICATE)}`],
  ])('%s', async (_, settings) => {
    const store = await openStore(`${await openEncryptedRelay(await server.newDatabase())}?${settings}`);
    expect(await store.addVote(vote(1), NOW)).toBe('stored');
    await store.close();
  });

  test.each(['sslmode=verify-full', 'sslrootcert=system'])(
    'is refused where nobody vouches for the server: %s',
    async (settings) => {
      const place = await openEncryptedRelay(await server.newDatabase());
      const { password } = new URL(place);
      expect(await told(openStore(`${place}?${settings}`), [password])).toContain('did not prove who it is');
    },
  );

  test('is refused where the certificate is for another host', async () => {
    const place = new URL(await openEncryptedRelay(await server.newDatabase()));
    place.hostname = 'localhost';
    const refused = await told(openStore(`${place.href}?sslrootcert=${encodeURIComponent(CERTIFICATE)}`));
    expect(refused).toContain('did not prove who it is');
  });

  test('is not made with a server that cannot encrypt', async () => {
    const place = await server.newDatabase();
    expect(await told(openStore(`${place}?sslmode=require`))).toContain('cannot be reached');
  });

  test('is not made with such a server either where it is only preferred, which goes on without', async () => {
    const store = await openStore(`${await server.newDatabase()}?sslmode=prefer`);
    expect(await store.addVote(vote(1), NOW)).toBe('stored');
    await store.close();
  });

  test('is needed where the server takes no other', async () => {
    const place = await openEncryptedRelay(await server.newDatabase());
    expect(await told(openStore(place))).toContain('cannot be reached');
  });
});

test('a store has as many connections as the address allows', async () => {
  const place = await server.newDatabase();
  const other = otherClient(place);
  for (const pool of [1, 3]) {
    const store = await openStore(`${place}?pool=${pool}`);
    await Promise.all(Array.from({ length: 20 }, () => store.ping()));
    const rows = await other`
      SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'kundig'`;
    expect(rows).toHaveLength(pool);
    expect(await store.addVote(vote(pool), NOW)).toBe('stored');
    await store.close();
    while ((await other`SELECT FROM pg_stat_activity WHERE application_name = 'kundig'`).length > 0);
  }
  await other.end();
});

test.each([
  ['sslmod=require', 'unrecognized configuration parameter "sslmod"'],
  ['statement_timeout=soon', 'invalid value for parameter "statement_timeout"'],
  ['debug=true', 'unrecognized configuration parameter "debug"'],
  ['search_path=nowhere', 'no schema has been selected'],
])('what the server does not know is refused: %s', async (setting, said) => {
  const message = await told(openStore(`${await server.newDatabase()}?${setting}`));
  expect(message).toContain(`refused a setting: ${said}`);
});

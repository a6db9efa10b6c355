import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { addressOf, placeOf, readTrustedProxies } from '../../../src/collector/admission/client-address.ts';
import type { Env } from '../../../src/collector/service.ts';

/** Where a request seems to come from. */
async function origin(remoteAddress: string | undefined, forwarded?: string, trusted?: string) {
  let address: string | undefined;
  const proxies = readTrustedProxies(trusted);
  const app = new Hono<Env>().get('/', (c) => {
    address = addressOf(c, proxies);
    return c.text('ok');
  });
  const headers: Record<string, string> = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
  await app.request('/', { headers }, { incoming: { socket: { remoteAddress } } });
  return address;
}

test('without trusted proxies, the other end of the connection is the sender, whatever is claimed', async () => {
  expect(await origin('198.51.100.7')).toBe('198.51.100.7');
  expect(await origin('198.51.100.7', '203.0.113.9')).toBe('198.51.100.7');
  expect(await origin('127.0.0.1', '203.0.113.9')).toBe('127.0.0.1');
  expect(await origin(undefined, '203.0.113.9')).toBeUndefined();
});

const proxies = '10.0.0.0/8, 192.0.2.1,2001:db8:1::/48';

test.for([
  ['the proxy names the sender', '10.1.2.3', '203.0.113.9', '203.0.113.9'],
  ['what the sender wrote stands further left', '10.1.2.3', '1.1.1.1, 203.0.113.9', '203.0.113.9'],
  ['trusted hops are passed over', '10.1.2.3', '1.1.1.1, 203.0.113.9,192.0.2.1 , 10.9.9.9', '203.0.113.9'],
  ['all hops are trusted', '10.1.2.3', '10.0.0.4, 10.0.0.5', '10.0.0.4'],
  ['the header is missing', '10.1.2.3', undefined, '10.1.2.3'],
  ['the header is empty', '10.1.2.3', '', '10.1.2.3'],
  ['nothing left of nonsense is read', '10.1.2.3', '203.0.113.9, unknown', '10.1.2.3'],
  ['a hop has a port', '10.1.2.3', '203.0.113.9:5678', '203.0.113.9'],
  ['a hop of IPv6 has a port', '10.1.2.3', '[2001:db8:5::1]:443', '2001:db8:5::1'],
  ['the proxy has an address of IPv6', '2001:db8:1:2::3', '203.0.113.9', '203.0.113.9'],
  ['the proxy is connected by IPv4 in IPv6', '::ffff:10.1.2.3', '203.0.113.9', '203.0.113.9'],
  ['another end of the connection is not trusted', '198.51.100.7', '203.0.113.9', '198.51.100.7'],
] as const)('behind trusted proxies: %s', async ([, remote, forwarded, sender]) => {
  expect(await origin(remote, forwarded, proxies)).toBe(sender);
});

test.for([
  ['198.51.100.7', '198.51.100.7'],
  ['::ffff:198.51.100.7', '198.51.100.7'],
  ['::FFFF:c633:6407', '198.51.100.7'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:0DB8:0000:0000:ffff:1:2:3', '2001:db8:0:0::/64'],
  ['2001:db8:0:1::1', '2001:db8:0:1::/64'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['1::', '1:0:0:0::/64'],
  ['1::8:0:0:7', '1:0:0:0::/64'],
] as const)('%s is the place %s', async ([address, place]) => {
  expect(placeOf(await origin(address))).toBe(place);
});

test('a place without an address is one place', () => {
  expect(placeOf(undefined)).toBe('');
});

test.for([
  'proxy.example.com',
  '10.0.0.0/33',
  '2001:db8::/129',
  '10.0.0.0/',
  '10.0.0.0/8/8',
  '10.0.0.0/-1',
  'fe80::1%eth0',
  '*',
  '10.0.0.1 10.0.0.2',
])('%s is no proxy that can be trusted, and the operator is told', (entry) => {
  expect(() => readTrustedProxies(`127.0.0.1,${entry}`)).toThrow(
    expect.objectContaining({
      name: 'UserError',
      message: `TRUSTED_PROXIES names "${entry}", which is no address and no range of addresses.`,
      hint: expect.stringContaining('TRUSTED_PROXIES=127.0.0.1,10.0.0.0/8'),
    }),
  );
});

test('no entry is no proxy', () => {
  expect([undefined, '', ' , '].map((text) => readTrustedProxies(text).none)).toEqual([true, true, true]);
  expect(readTrustedProxies('::1').none).toBe(false);
});

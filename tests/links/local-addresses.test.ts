import { expect, test } from 'vitest';
import { createAsk, LocalHost } from '../../src/links/ask.ts';
import { isLocalUrl } from '../../src/links/local-addresses.ts';
import { resolve, startSites, status } from './sites.ts';

test.each([
  'file:///etc/passwd',
  'http://localhost:4321/',
  'http://app.localhost/',
  'http://localhost./',
  'http://wiki/',
  'http://printer.local/',
  'https://wiki.company.internal/',
  'http://router.home.arpa/',
  'http://wiki.corp/',
  'http://127.0.0.1/',
  'http://127.1/',
  'http://2130706433/',
  'http://0x7f.0.0.1/',
  'http://0.0.0.0/',
  'http://10.1.2.3/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.178.1/',
  'http://169.254.169.254/latest/meta-data/',
  'http://100.64.0.1/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:127.0.0.1]/',
  'http://[fd00::1]/',
  'http://[fe80::1]/',
])('%s leads to this machine or its network', (address) => {
  expect(isLocalUrl(new URL(address))).toBe(true);
});

test.each([
  'https://example.com/',
  'https://example.com./',
  'https://localhost.example.com/',
  'https://local.example.com/',
  'https://nothing.invalid/',
  'http://8.8.8.8/',
  'http://172.32.0.1/',
  'http://11.0.0.1/',
  'http://[2001:db8::1]/',
])('%s leads elsewhere', (address) => {
  expect(isLocalUrl(new URL(address))).toBe(false);
});

test('a host whose name leads to this machine is not asked, unless that is wanted', async () => {
  let asked = 0;
  const port = await startSites({
    'shop.test': (...given) => {
      asked++;
      status(200)(...given);
    },
  });
  const url = new URL(`http://shop.test:${port}/`);
  const options = { agent: 'KundigLinks/1.0', timeout: 20_000, resolve };
  await expect(createAsk(options)(url, 'GET')).rejects.toThrow(LocalHost);
  await expect(createAsk(options)(new URL(`http://127.0.0.1:${port}/`), 'GET')).rejects.toThrow(LocalHost);
  expect(asked).toBe(0);
  await expect(createAsk({ ...options, allowLocal: true })(url, 'GET')).resolves.toMatchObject({
    status: 200,
  });
  expect(asked).toBe(1);
});

import { expect, test } from 'vitest';
import { listeningOrigins, siteOrigins } from '../../../src/collector/gate/allowed-origins.ts';

test('a site beside its collector is one origin, whatever path it stands under', () => {
  expect(siteOrigins({ url: 'https://example.com/help' })).toEqual({
    own: new Set(['https://example.com']),
    others: new Set(),
  });
});

test('a site whose collector stands elsewhere asks across sites, and so does what else serves the pages', () => {
  expect(
    siteOrigins(
      { url: 'https://example.com/help', collector: 'https://feedback.example.org/votes' },
      'https://intranet.example.com:8443, https://www.example.com/,https://feedback.example.org',
    ),
  ).toEqual({
    own: new Set(['https://feedback.example.org']),
    others: new Set(['https://example.com', 'https://intranet.example.com:8443', 'https://www.example.com']),
  });
});

test.for(['*', 'https://*.example.com', 'www.example.com', 'https://example.com/help', 'file:///', 'null'])(
  '%s is not the origin of a site',
  (written) => {
    expect(() => siteOrigins({ url: 'https://example.com' }, `https://a.example,${written}`)).toThrow(
      `FEEDBACK_ORIGINS names ${written}, which is not the origin of a site.`,
    );
  },
);

test('on this machine only, a page is opened by each of its names for itself', () => {
  const names = ['http://127.0.0.1:4321', 'http://localhost:4321', 'http://[::1]:4321'];
  expect(listeningOrigins('127.0.0.1', 4321)).toEqual(names);
  expect(listeningOrigins('::1', 4321)).toEqual(names);
});

test('in the whole network, a page is opened by an address of the machine too, never by another name', () => {
  const origins = listeningOrigins('0.0.0.0', 80);
  expect(origins.slice(0, 3)).toEqual(['http://127.0.0.1', 'http://localhost', 'http://[::1]']);
  for (const origin of origins)
    expect(new URL(origin).hostname).toMatch(/^(?:localhost|[\d.]+|\[[0-9a-f:]+\])$/);
});

test('at one address, a page is opened there', () => {
  expect(listeningOrigins('192.0.2.7', 8080)).toEqual(['http://192.0.2.7:8080']);
  expect(listeningOrigins('2001:db8::7', 8080)).toEqual(['http://[2001:db8::7]:8080']);
});

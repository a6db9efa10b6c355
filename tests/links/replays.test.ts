import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { expect, test } from 'vitest';
import type { LinkAnswer } from '../../src/core/links/link-outcome.ts';
import type { LinkRecord } from '../../src/core/links/link-record.ts';
import { type Ask, createAsk } from '../../src/links/ask.ts';
import { lookAtAll } from '../../src/links/look-at-all.ts';
import { aCertificate } from './a-certificate.ts';
import {
  anEmptyPort,
  byMethod,
  paths,
  redirect,
  resolve,
  type Site,
  startRawServer,
  startSafeSite,
  startSites,
  status,
} from './sites.ts';

const DEFAULTS = { agent: 'KundigLinks/1.0', allowLocal: true, resolve };
const patient = createAsk({ ...DEFAULTS, timeout: 20_000 });
const hasty = createAsk({ ...DEFAULTS, timeout: 40 });
/** Waits for nobody who is known to be silent. */
const ask: Ask = (url, ...rest) => (url.hostname.includes('silent') ? hasty : patient)(url, ...rest);

/** Looks at addresses on two days, as two runs of the command do, and says what is known of each. */
async function lookOnTwoDays(addresses: readonly string[]): Promise<string[]> {
  let earlier = new Map<string, LinkRecord>();
  for (const today of ['2026-03-01', '2026-03-08']) {
    const { records } = await lookAtAll({
      wanted: addresses.map((address) => ({ address })),
      earlier,
      agent: 'KundigLinks',
      ask,
      manners: { pause: 0, longestWait: 1000, clock: { now: () => 0, sleep: async () => {} } },
      hostsAtOnce: 4,
      today,
    });
    earlier = records;
  }
  return addresses.map((address) => {
    const { state, answer } = earlier.get(address) ?? {};
    return `${state}: ${answer}`;
  });
}

/** Starts the sites, looks at a page of each on two days, and says what is known of it by its host. */
async function replay(sites: Record<string, Site>): Promise<Record<string, string>> {
  const hosts = Object.keys(sites);
  const port = await startSites(sites);
  const known = await lookOnTwoDays(hosts.map((host) => `http://${host}:${port}/page`));
  return Object.fromEntries(hosts.map((host, index) => [host, known[index] ?? '']));
}

test.each([200, 204, 206])('a page that answers %i is fine', async (code) => {
  expect(await replay({ 'a.test': status(code) })).toEqual({ 'a.test': 'fine: found' });
});

test('a page that answers 404 or 410 on two days is dead', async () => {
  expect(
    await replay({
      'missing.test': status(404),
      'gone.test': status(410),
      'moved-to-missing.test': paths({ '/page': redirect(301, '/elsewhere') }),
    }),
  ).toEqual({
    'missing.test': 'dead: not-found',
    'gone.test': 'dead: gone',
    'moved-to-missing.test': 'dead: not-found',
  });
});

test('a host that no resolver knows on two days is dead, also under a name that can never be known', async () => {
  const port = await startSites({ 'here.test': status(200) });
  const addresses = [
    'http://unknown.example/',
    'https://unknown.example/deep/page?x=1',
    'https://nothing.invalid/',
    'http://nothing.invalid./',
    `http://here.test:${port}/`,
  ];
  const dead = 'dead: no-such-host';
  expect(await lookOnTwoDays(addresses)).toEqual([dead, dead, dead, dead, 'fine: found']);
});

test('a site that turns programs away, is busy or has a fault is neither dead nor fixed', async () => {
  const unclear: Record<string, [Site, LinkAnswer]> = {
    'unauthorized.test': [status(401), 'refused-access'],
    'forbidden.test': [status(403), 'refused-access'],
    'bad-request.test': [status(400), 'odd-answer'],
    'paid.test': [status(402), 'odd-answer'],
    'no-method.test': [status(405), 'odd-answer'],
    'not-acceptable.test': [status(406), 'odd-answer'],
    'slow-request.test': [status(408), 'odd-answer'],
    'teapot.test': [status(418), 'odd-answer'],
    'too-early.test': [status(425), 'odd-answer'],
    'legal.test': [status(451), 'odd-answer'],
    'own-number.test': [status(999), 'odd-answer'],
    'too-many.test': [status(429), 'too-many-requests'],
    'too-many-wait.test': [status(429, { 'retry-after': '1' }), 'too-many-requests'],
    'too-many-long.test': [status(429, { 'retry-after': '86400' }), 'too-many-requests'],
    'fault.test': [status(500), 'server-error'],
    'no-head.test': [status(501), 'server-error'],
    'bad-gateway.test': [status(502), 'server-error'],
    'maintenance.test': [status(503), 'server-error'],
    'gateway-slow.test': [status(504), 'server-error'],
    'cloud-fault.test': [status(520), 'server-error'],
    'cut.test': [(request) => request.socket.destroy(), 'no-connection'],
    'not-modified.test': [status(304), 'odd-answer'],
    'choices.test': [status(300), 'odd-answer'],
    'nowhere.test': [status(302), 'odd-answer'],
    'app.test': [redirect(302, 'shop-app://page'), 'odd-answer'],
    'nonsense.test': [redirect(302, 'http://'), 'odd-answer'],
    'circle.test': [redirect(302, '/page'), 'redirect-loop'],
    'two.test': [paths({ '/page': redirect(301, '/b'), '/b': redirect(301, '/page') }), 'redirect-loop'],
    'ever-on.test': [(req, res) => redirect(302, `${req.url}x`)(req, res), 'redirect-loop'],
    'moved-to-forbidden.test': [
      paths({ '/page': redirect(301, '/login'), '/login': status(403) }),
      'refused-access',
    ],
    'robots-closed.test': [
      paths({ '/robots.txt': status(200, {}, 'User-agent: *\nDisallow: /') }),
      'not-allowed-for-robots',
    ],
    'robots-fault.test': [paths({ '/robots.txt': status(500) }), 'server-error'],
    'robots-too-many.test': [paths({ '/robots.txt': status(429) }), 'too-many-requests'],
  };
  const sites = Object.fromEntries(Object.entries(unclear).map(([host, [site]]) => [host, site]));
  const expected = Object.fromEntries(
    Object.entries(unclear).map(([host, [, answer]]) => [host, `unknown: ${answer}`]),
  );
  expect(await replay(sites)).toEqual(expected);
});

test('a site that only answers HEAD wrongly is fine', async () => {
  const hosts = [400, 401, 403, 404, 405, 410, 500, 501, 503];
  const sites = Object.fromEntries(
    hosts.map((code) => [`head-${code}.test`, byMethod(status(code), status(200))]),
  );
  sites['head-cut.test'] = byMethod((request) => request.socket.destroy(), status(200));
  sites['head-led-astray.test'] = paths({
    '/page': byMethod(redirect(302, '/no-such-page'), status(200)),
  });
  expect([...new Set(Object.values(await replay(sites)))]).toEqual(['fine: found']);
});

test('a page that leads on to one that is there is fine', async () => {
  const to = (code: number, location = '/b') =>
    paths({ '/page': redirect(code, location), '/b': status(200) });
  const sites = {
    'moved.test': to(301),
    'found.test': to(302),
    'other.test': to(303),
    'kept.test': to(307),
    'kept-for-good.test': to(308),
    'beside.test': to(302, 'b'),
    'with-place.test': to(301, '/b#top'),
    'ten.test': ((req, res) => {
      const step = Number(new URL(`http://x${req.url}`).searchParams.get('step'));
      (step < 10 ? redirect(302, `?step=${step + 1}`) : status(200))(req, res);
    }) satisfies Site,
  };
  expect([...new Set(Object.values(await replay(sites)))]).toEqual(['fine: found']);
});

test('a server that does not answer, or not in time, or not as a web server, is neither dead nor fixed', async () => {
  const web = await startSites({ 'silent.test': () => {}, 'robots-silent.test': () => {} });
  const empty = await anEmptyPort();
  const mail = await startRawServer('220 mail.test ESMTP\r\n');
  const mute = await startRawServer('');
  const expected = {
    [`http://silent.test:${web}/`]: 'unknown: time-out',
    [`http://robots-silent.test:${web}/`]: 'unknown: time-out',
    [`http://empty.test:${empty}/`]: 'unknown: no-connection',
    [`http://mail.test:${mail}/`]: 'unknown: odd-answer',
    [`http://mute.test:${mute}/`]: 'unknown: no-connection',
    [`https://mail-safe.test:${mail}/`]: 'unknown: bad-certificate',
    [`https://mute-safe.test:${mute}/`]: 'unknown: no-connection',
    'http://unsure.test/': 'unknown: no-connection',
  };
  expect(await lookOnTwoDays(Object.keys(expected))).toEqual(Object.values(expected));
});

test('a site with a wrong certificate is neither dead nor fixed', async () => {
  const good = aCertificate('good.test');
  const old = aCertificate('old.test', 2021);
  const other = aCertificate('other.test');
  const usual = getCACertificates('default');
  setDefaultCACertificates([...usual, good.cert, old.cert, other.cert]);
  const [goodPort, oldPort, otherPort, strangerPort] = await Promise.all([
    startSafeSite(good),
    startSafeSite(old),
    startSafeSite(other),
    startSafeSite(aCertificate('stranger.test')),
  ]);
  try {
    const expected = {
      [`https://good.test:${goodPort}/`]: 'fine: found',
      [`https://old.test:${oldPort}/`]: 'unknown: bad-certificate',
      [`https://not-its-name.test:${otherPort}/`]: 'unknown: bad-certificate',
      [`https://stranger.test:${strangerPort}/`]: 'unknown: bad-certificate',
    };
    expect(await lookOnTwoDays(Object.keys(expected))).toEqual(Object.values(expected));
  } finally {
    setDefaultCACertificates(usual);
  }
});

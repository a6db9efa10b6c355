import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Hono } from 'hono';
import { expect, onTestFinished, test } from 'vitest';
import { createSiteCollector } from '../../../src/collector/site-collector.ts';
import { policyOfPages } from '../../../src/collector/static-site/security-headers.ts';
import { createStaticSite } from '../../../src/collector/static-site/static-site.ts';
import { framePolicy } from '../../../src/core/page-policy.ts';
import { siteSchema } from '../../../src/core/site.ts';
import { openStore } from '../../../src/stores/open.ts';

const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The collector and a built site on one address, as `npm start` serves them. */
async function serve(settings: object = {}) {
  const dist = await mkdtemp(path.join(os.tmpdir(), 'kundig-headers-'));
  onTestFinished(() => rm(dist, { recursive: true }));
  for (const name of ['en/index.html', 'a.svg', 'a.pdf', 'a.png', 'a.js', 'en/feed.xml', '404.html']) {
    await mkdir(path.dirname(path.join(dist, name)), { recursive: true });
    await writeFile(path.join(dist, name), 'content');
  }
  const store = await openStore(':memory:');
  onTestFinished(() => store.close());
  const site = siteSchema.parse({
    title: { en: 'Help' },
    url: 'https://help.example.com',
    locales: ['en'],
    ...settings,
  });
  const collector = createSiteCollector({
    site,
    content: { articles: [], categories: [] },
    store,
    siteAddress: '',
    now: () => new Date('2026-03-01T10:00:00Z'),
  });
  const app = new Hono()
    .route('/', collector)
    .route('/', createStaticSite({ dir: dist, locales: ['en'], site }));
  return { app, site };
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

/** Answers of every kind: pages, files, answers to programs and to forms, refusals. */
const ANSWERS: [address: string, init?: RequestInit][] = [
  ['/en/'],
  ['/en/', { method: 'HEAD' }],
  ['/'],
  ['/nothing/'],
  ['/a.png'],
  ['/a.svg'],
  ['/en/', { method: 'PUT' }],
  ['/healthz'],
  ['/api/summary'],
  ['/api/nothing'],
  ['/api/votes', { method: 'POST', body: '{' }],
  ['/api/votes', { method: 'POST', body: 'a=b', headers: FORM }],
  ['/api/votes', { method: 'POST', body: '{}', headers: { Origin: 'https://evil.example' } }],
  ['/api/votes', { method: 'OPTIONS', headers: { Origin: 'https://help.example.com' } }],
];

test('every answer, also a refusal, says what it may not be used for', async () => {
  const { app } = await serve();
  for (const [address, init] of ANSWERS) {
    const { headers } = await app.request(address, init);
    expect([
      address,
      headers.get('X-Content-Type-Options'),
      headers.get('Referrer-Policy'),
      headers.get('Cross-Origin-Opener-Policy'),
      headers.get('X-Frame-Options'),
      headers.get('Strict-Transport-Security'),
      headers.get('Permissions-Policy')?.includes('camera=(), '),
    ]).toEqual([
      address,
      'nosniff',
      'strict-origin-when-cross-origin',
      'same-origin',
      'DENY',
      'max-age=31536000',
      true,
    ]);
  }
});

test('the policy fits what is sent', async () => {
  const { app, site } = await serve();
  const page = policyOfPages(site);
  const drawing = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox";
  for (const [address, init, policy] of [
    ['/en/', {}, page],
    ['/nothing/', {}, page],
    ['/api/votes', { method: 'POST', body: 'a=b', headers: FORM }, page],
    ['/a.svg', {}, drawing],
    ['/en/feed.xml', {}, NOTHING],
    ['/healthz', {}, NOTHING],
    ['/api/summary', {}, NOTHING],
    ['/api/votes', { method: 'POST', body: '{' }, NOTHING],
    ['/en/', { method: 'PUT' }, NOTHING],
    ['/a.pdf', {}, null],
    ['/a.js', {}, null],
  ] as const) {
    const seen = (await app.request(address, init)).headers.get('Content-Security-Policy');
    expect([address, seen]).toEqual([address, policy]);
  }
});

test('a page that has not changed keeps its policy', async () => {
  const { app } = await serve();
  const known = (await app.request('/en/')).headers.get('ETag') ?? '';
  const { status, headers } = await app.request('/en/', { headers: { 'If-None-Match': known } });
  expect([status, headers.get('Content-Security-Policy')]).toEqual([304, null]);
});

test('answers to programs are for the pages of the site only', async () => {
  const { app } = await serve();
  const of = async (address: string) =>
    (await app.request(address)).headers.get('Cross-Origin-Resource-Policy');
  expect([await of('/api/summary'), await of('/a.png')]).toEqual(['same-origin', null]);
});

test('a site that is named may show the help centre within its own pages', async () => {
  const { app, site } = await serve({ embed: ['https://app.example.com'] });
  const { headers } = await app.request('/en/');
  expect(headers.get('X-Frame-Options')).toBeNull();
  expect(headers.get('Content-Security-Policy')).toContain(framePolicy(site));
});

test('a site without https does not ask for it', async () => {
  const { app } = await serve({ url: 'http://help.example.com' });
  expect((await app.request('/en/')).headers.get('Strict-Transport-Security')).toBeNull();
});

test('the style of a page without a site around it is the one that the policy names', async () => {
  const { app } = await serve();
  const response = await app.request('/api/votes', { method: 'POST', body: 'a=b', headers: FORM });
  const style = /<style>(.*?)<\/style>/s.exec(await response.text())?.[1] ?? '';
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style)));
  expect(response.headers.get('Content-Security-Policy')).toContain(`'sha256-${hash.toString('base64')}'`);
});

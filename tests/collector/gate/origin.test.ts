import { expect, test } from 'vitest';
import { readTexts } from '../../../src/readers/texts.ts';
import { uuid, vote } from '../../stores/submissions.ts';
import { openHelpCentre, problemOf, stored } from '../help-centre.ts';
import { headingOf } from '../html-page.ts';

/** Where the collector stands, and where the pages stand. */
const OWN = 'https://feedback.example.com';
const SITE = 'https://www.example.com';
const origins = { own: new Set([OWN]), others: new Set([SITE]) };

test.for([
  ['another site', 'https://evil.example'],
  ['a site whose name begins alike', 'https://www.example.com.evil.example'],
  ['a site below the site', 'https://evil.www.example.com'],
  ['the site on another port', 'https://www.example.com:8443'],
  ['the site without encryption', 'http://www.example.com'],
  ['the site with a path', 'https://www.example.com/'],
  ['the site in capitals', 'https://WWW.EXAMPLE.COM'],
  ['two sites at once', 'https://www.example.com, https://evil.example'],
  ['a page without an origin', 'null'],
  ['nonsense', 'nonsense'],
  ['nothing at all', ''],
  // Its name leads to this machine today (DNS rebinding), so that its pages ask for it by their own name.
  ['a site that has the name of the host', 'http://help.example.com'],
] as const)('what %s sends is refused', async ([, origin]) => {
  const centre = await openHelpCentre({ origins });
  const headers = { Origin: origin, 'Accept-Language': 'de' };
  for (const [method, path] of [
    ['POST', '/api/votes'],
    ['PATCH', `/api/votes/${uuid(1)}`],
    ['DELETE', `/api/answers/${uuid(1)}`],
    ['POST', '/api/signals'],
    ['PUT', '/api/nowhere'],
  ] as const) {
    const response = await centre.json(method, path, vote(1), headers);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(response.headers.get('Vary')).toContain('Origin');
    expect(await problemOf(response)).toMatchObject({ status: 403 });
  }
  const asked = await centre.request('/api/votes', { method: 'OPTIONS', headers });
  expect(asked.headers.get('Access-Control-Allow-Origin')).toBeNull();
  const page = await centre.form('/api/votes', [['helpful', 'true']], headers);
  expect(page.status).toBe(403);
  expect(headingOf(await page.text())).toBe(readTexts('de')['collector.error.other-site.title']);
  expect(await stored(centre)).toEqual([]);
});

test('what a program sends for nobody is refused, and told what is missing', async () => {
  const centre = await openHelpCentre({ origins });
  const response = await centre.app.request('http://help.example.com/api/votes', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(vote(1)),
  });
  expect(await problemOf(response)).toMatchObject({
    status: 403,
    detail: expect.stringContaining('`Origin: https://help.example.com`'),
  });
  expect(await stored(centre)).toEqual([]);
});

test.for<[string, Record<string, string>]>([
  ['a page where the collector stands', { Origin: OWN, 'Sec-Fetch-Site': 'same-origin' }],
  ['a page next to it', { Origin: SITE, 'Sec-Fetch-Site': 'same-site' }],
  ['a page elsewhere', { Origin: SITE, 'Sec-Fetch-Site': 'cross-site' }],
  ['a browser that says nothing more', { Origin: SITE }],
])('what %s sends is taken', async ([, headers]) => {
  const centre = await openHelpCentre({ origins });
  expect((await centre.json('POST', '/api/votes', vote(1), headers)).status).toBe(201);
});

test.for([
  ['no page at all', SITE, 'none'],
  ['a page of another site that claims to be of this one', OWN, 'cross-site'],
  ['several sites at once', SITE, 'cross-site, same-origin'],
  ['a word that no browser knows', SITE, 'friendly'],
] as const)('what %s sends is refused, whatever its origin', async ([, Origin, relation]) => {
  const centre = await openHelpCentre({ origins });
  const response = await centre.json('POST', '/api/votes', vote(1), { Origin, 'Sec-Fetch-Site': relation });
  expect(await problemOf(response)).toMatchObject({
    status: 403,
    detail: expect.stringContaining('Sec-Fetch-Site'),
  });
  expect(await stored(centre)).toEqual([]);
});

test('the operator is told once of each origin that was refused, and of so many only', async () => {
  const told: string[] = [];
  const centre = await openHelpCentre({ origins, onRefusedOrigin: (origin) => told.push(origin) });
  const from = (Origin: string) => centre.json('POST', '/api/votes', vote(1), { Origin });
  await from('https://intranet.example.com');
  await from('https://intranet.example.com');
  await from('null');
  await from('https://intranet.example.com/a/page');
  await from(SITE);
  expect(told).toEqual(['https://intranet.example.com']);
  for (let number = 0; number < 200; number++) await from(`https://${number}.example`);
  expect(told).toHaveLength(50);
});

test('the site may ask from another host, and read the answer', async () => {
  const centre = await openHelpCentre({ origins });
  const asked = await centre.request(`/api/votes/${uuid(1)}`, {
    method: 'OPTIONS',
    headers: {
      Origin: SITE,
      'Access-Control-Request-Method': 'PATCH',
      'Access-Control-Request-Headers': 'content-type',
    },
  });
  expect(asked.status).toBe(204);
  expect(asked.headers.get('Access-Control-Allow-Origin')).toBe(SITE);
  expect(asked.headers.get('Access-Control-Allow-Methods')).toBe('GET,POST,PATCH,DELETE');
  expect(asked.headers.get('Access-Control-Allow-Headers')).toBe('Authorization,Content-Type');
  expect(asked.headers.get('Access-Control-Allow-Credentials')).toBeNull();

  const answer = await centre.json('POST', '/api/votes', vote(1), { Origin: SITE });
  const refused = await centre.json('POST', '/api/votes', {}, { Origin: SITE });
  for (const response of [answer, refused]) {
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(SITE);
    expect(response.headers.get('Vary')).toContain('Origin');
  }
  expect(refused.status).toBe(400);
});

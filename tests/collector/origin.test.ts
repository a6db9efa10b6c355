import { expect, test } from 'vitest';
import { readTexts } from '../../src/readers/texts.ts';
import { uuid, vote } from '../stores/submissions.ts';
import { openHelpCentre, problemOf, stored } from './help-centre.ts';
import { headingOf } from './html-page.ts';

const SITE = 'https://www.example.com';
const origins = [SITE];

test.for([
  ['another site', 'https://evil.example'],
  ['a site whose name begins alike', 'https://www.example.com.evil.example'],
  ['the site on another port', 'https://www.example.com:8443'],
  ['the site without encryption', 'http://www.example.com'],
  ['a page without an origin', 'null'],
  ['nonsense', 'nonsense'],
] as const)('what %s sends is refused', async ([, origin]) => {
  const centre = await openHelpCentre({ origins });
  const headers = { Origin: origin, 'Accept-Language': 'de' };
  for (const [method, path] of [
    ['POST', '/api/votes'],
    ['PATCH', `/api/votes/${uuid(1)}`],
    ['DELETE', `/api/answers/${uuid(1)}`],
    ['POST', '/api/signals'],
    ['OPTIONS', '/api/votes'],
  ] as const) {
    const response = await centre.json(method, path, vote(1), headers);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(await problemOf(response)).toMatchObject({ status: 403 });
  }
  const page = await centre.form('/api/votes', [['helpful', 'true']], headers);
  expect(page.status).toBe(403);
  expect(headingOf(await page.text())).toBe(readTexts('de')['collector.error.other-site.title']);
  expect(await stored(centre)).toEqual([]);
});

test.for([
  ['the site', { Origin: SITE }],
  ['a page on this very host', { Origin: 'http://help.example.com' }],
  ['a page on this host behind a proxy that speaks https', { Origin: 'https://help.example.com' }],
  ['a page on this host and port', { Origin: 'http://127.0.0.1:4321', Host: '127.0.0.1:4321' }],
  ['a program', {}],
] as const)('what %s sends is taken', async ([, headers]) => {
  const centre = await openHelpCentre({ origins });
  expect((await centre.json('POST', '/api/votes', vote(1), headers)).status).toBe(201);
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
  expect(asked.headers.get('Access-Control-Allow-Methods')).toBe('POST,PATCH,DELETE');
  expect(asked.headers.get('Access-Control-Allow-Headers')).toBe('Content-Type');
  expect(asked.headers.get('Access-Control-Allow-Credentials')).toBeNull();

  const answer = await centre.json('POST', '/api/votes', vote(1), { Origin: SITE });
  const refused = await centre.json('POST', '/api/votes', {}, { Origin: SITE });
  for (const response of [answer, refused]) {
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe(SITE);
    expect(response.headers.get('Vary')).toContain('Origin');
  }
  expect(refused.status).toBe(400);
});

import { expect, test } from 'vitest';
import { uuid, vote } from '../stores/submissions.ts';
import { abusedService, SECRET } from './abused-service.ts';
import { exchange, get, post } from './http.ts';

const service = abusedService();

test.for([
  '/../secret.txt',
  '/de/../../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/%252e%252e/secret.txt',
  '/..\\secret.txt',
  '/..%5csecret.txt',
  '/..%c0%afsecret.txt',
  '/....//secret.txt',
  '/de/..;/../secret.txt',
  '//../secret.txt',
  '/.env',
  '/%2eenv',
  '/de/../.env',
  '/.env%00.html',
  '/de/index.html%00',
  '/file:///etc/passwd',
  'http://help.example.com/../secret.txt',
  '/api/../secret.txt',
  '/api/..%2f..%2fsecret.txt',
  '/api/votes/../../secret.txt',
])('%s leads to nothing that nobody may read', async (path) => {
  const { status, body, answers } = await exchange(service.port, get(path));
  expect(answers).toBe(1);
  expect([400, 401, 404]).toContain(status);
  expect(body).not.toContain(SECRET);
});

test('the folder next to it is served, so that the paths above could have led there', async () => {
  expect(await exchange(service.port, get('/de/'))).toMatchObject({ status: 200, body: '<h1>Hilfe</h1>' });
});

test.for([
  ['/api/nowhere', 404],
  ['/api//votes', 404],
  ['/api/votes/', 404],
  ['/API/votes', 405],
  ['/api/votes%2f', 404],
  [`/api/votes/${uuid(1)}/x`, 404],
] as const)('a vote at %s is none', async ([path, status]) => {
  const before = await service.contents();
  expect((await exchange(service.port, post(path, vote(1)))).status).toBe(status);
  expect(await service.contents()).toEqual(before);
});

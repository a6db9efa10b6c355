import { expect, test } from 'vitest';
import { uuid, vote } from '../stores/submissions.ts';
import { abusedService } from './abused-service.ts';
import { exchange, type Headers, post } from './http.ts';

const service = abusedService();

test.for<[string, (number: number) => Headers]>([
  ['X-Forwarded-For', (number) => ({ 'X-Forwarded-For': `198.51.100.${number}` })],
  ['a chain of it', (number) => ({ 'X-Forwarded-For': `198.51.100.${number}, 127.0.0.1` })],
  ['X-Real-IP', (number) => ({ 'X-Real-IP': `198.51.100.${number}` })],
  ['Forwarded', (number) => ({ Forwarded: `for=198.51.100.${number}` })],
  [
    'what a CDN writes',
    (number) => ({ 'CF-Connecting-IP': `198.51.100.${number}`, 'True-Client-IP': `198.51.100.${number}` }),
  ],
])('a stranger who makes up addresses in %s is one place all the same', async ([, headersOf]) => {
  await service.prepare();
  await service.prepare();
  const before = await service.contents();
  const ids = Array.from({ length: 10 }, (_, number) => uuid(3_000_000 + before.length * 100 + number));
  for (const [number, id] of ids.entries()) {
    expect(
      (await exchange(service.port, post('/api/votes', vote(0, { id }), headersOf(number)))).status,
    ).toBe(201);
  }
  const votes = (await service.contents()).filter(({ id }) => ids.includes(id));
  expect(votes).toHaveLength(10);
  // One vote of this place was counted before, when this case began.
  expect(votes.filter(({ aside }) => aside === undefined)).toHaveLength(2);
});

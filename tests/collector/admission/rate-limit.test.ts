import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRateLimit } from '../../../src/collector/admission/rate-limit.ts';

const client = (today: string, yesterday?: string) => ({ today, yesterday });
const one = client('one');

test('so many go at once, and then as many as the rate allows', () => {
  const limit = createRateLimit({ burst: 3, perSecond: 0.5 });
  expect([0, 0, 0, 0].map((at) => limit.take(one, at))).toEqual([0, 0, 0, 2]);
  expect([1000, 1999, 2000, 2000].map((at) => limit.take(one, at))).toEqual([1, 1, 0, 2]);
  expect(limit.take(client('other'), 2000)).toBe(0);
  expect([0, 0, 0, 0].map(() => limit.take(one, 1_000_000))).toEqual([0, 0, 0, 2]);
});

test('what is charged afterwards is waited for', () => {
  const limit = createRateLimit({ burst: 10, perSecond: 1 });
  expect(limit.take(one, 0)).toBe(0);
  limit.charge(one, 9, 0);
  expect(limit.take(one, 0)).toBe(1);
  expect(limit.take(one, 1000)).toBe(0);
  limit.charge(one, 9, 1000);
  expect(limit.take(one, 1000)).toBe(10);
  limit.charge(one, 1000, 1000);
  expect(limit.take(one, 1000)).toBe(11);
});

test('a client keeps its bucket across midnight', () => {
  const limit = createRateLimit({ burst: 1, perSecond: 0.001 });
  expect(limit.take(client('old'), 0)).toBe(0);
  expect(limit.take(client('new', 'old'), 1000)).toBeGreaterThan(0);
});

test('nobody has to wait because the clock was put back', () => {
  const limit = createRateLimit({ burst: 2, perSecond: 1 });
  expect([1_000_000, 0, 0].map((at) => limit.take(one, at))).toEqual([0, 0, 1]);
});

test('many clients do not make it grow', () => {
  const limit = createRateLimit({ burst: 1, perSecond: 0.001 }, 100);
  for (let number = 0; number < 10_000; number++) limit.take(client(String(number)), number);
  expect(limit.size).toBe(100);
});

test('a bucket that is full again is not kept', () => {
  const limit = createRateLimit({ burst: 10, perSecond: 1 });
  limit.take(one, 0);
  limit.sweep(19_999);
  expect(limit.size).toBe(1);
  limit.sweep(20_000);
  expect(limit.size).toBe(0);
});

const allowance = fc.record({
  burst: fc.integer({ min: 1, max: 20 }),
  perSecond: fc.constantFrom(0.1, 0.3, 1, 2.5, 7),
});
const waits = fc.array(fc.nat(5000), { minLength: 1, maxLength: 200 });

test('however it is used, it never gives more than the burst and the rate over the time', () => {
  fc.assert(
    fc.property(allowance, waits, ({ burst, perSecond }, pauses) => {
      const limit = createRateLimit({ burst, perSecond });
      let at = 0;
      const given: number[] = [];
      for (const pause of pauses) {
        at += pause;
        if (limit.take(one, at) === 0) given.push(at);
      }
      // From any moment on, not only from the first.
      for (const [index, from] of given.entries()) {
        for (const [later, to] of given.entries()) {
          if (later < index) continue;
          const most = burst + ((to - from) / 1000) * perSecond;
          expect(later - index + 1).toBeLessThanOrEqual(most + 1e-6);
        }
      }
    }),
  );
});

test('whoever waits as long as told gets in, and nobody is told to wait a second too long', () => {
  fc.assert(
    fc.property(allowance, waits, ({ burst, perSecond }, pauses) => {
      let at = 0;
      const limit = createRateLimit({ burst, perSecond });
      for (const pause of pauses) {
        at += pause;
        const seconds = limit.take(one, at);
        if (seconds === 0) continue;
        if (seconds > 1) expect(limit.take(one, at + (seconds - 1) * 1000 - 1)).toBeGreaterThan(0);
        at += seconds * 1000;
        expect(limit.take(one, at)).toBe(0);
      }
    }),
  );
});

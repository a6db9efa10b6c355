import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isThere, LINK_ANSWERS, type LinkOutcome } from '../../../src/core/links/link-outcome.ts';
import { changedSince, type LinkRecord, linkKey, nextRecord } from '../../../src/core/links/link-record.ts';

const ADDRESS = 'https://shop.example/terms';

/** What is known after runs on these days of March 2026. */
function knownAfter(
  ...runs: [day: number, outcome: LinkOutcome | LinkOutcome['answer']][]
): LinkRecord | undefined {
  let record: LinkRecord | undefined;
  for (const [day, given] of runs) {
    const outcome = typeof given === 'string' ? { answer: given } : given;
    record = nextRecord(record, ADDRESS, outcome, `2026-03-${String(day).padStart(2, '0')}`);
  }
  return record;
}

describe('what is known of an address', () => {
  test('is that it is dead when it was missing on two days, since the first of them', () => {
    expect(knownAfter([1, 'found'], [8, 'not-found'], [15, 'gone'])).toEqual({
      address: ADDRESS,
      state: 'dead',
      checked: '2026-03-15',
      answer: 'gone',
      lastSeen: '2026-03-01',
      firstMissing: '2026-03-08',
      lastMissing: '2026-03-15',
      missingBecause: 'gone',
    });
  });

  test('is not that it is dead however often it is missing on one day', () => {
    expect(knownAfter([8, 'not-found'], [8, 'not-found'], [8, 'no-such-host'])).toEqual({
      address: ADDRESS,
      state: 'missing',
      checked: '2026-03-08',
      answer: 'no-such-host',
      firstMissing: '2026-03-08',
      lastMissing: '2026-03-08',
      missingBecause: 'no-such-host',
    });
  });

  test('is cleared when it is there', () => {
    expect(knownAfter([1, 'not-found'], [2, 'not-found'], [3, 'found'])).toEqual({
      address: ADDRESS,
      state: 'fine',
      checked: '2026-03-03',
      answer: 'found',
      lastSeen: '2026-03-03',
    });
  });

  test('begins anew after it was there', () => {
    expect(knownAfter([1, 'not-found'], [2, 'found'], [3, 'not-found'])?.state).toBe('missing');
  });

  test('is what it was after an answer that tells nothing', () => {
    const dead = knownAfter([1, 'not-found'], [2, 'not-found']);
    const still = knownAfter([1, 'not-found'], [2, 'not-found'], [3, 'refused-access']);
    expect(still).toEqual({ ...dead, checked: '2026-03-03', answer: 'refused-access' });
    expect(knownAfter([1, 'time-out'])).toEqual({
      address: ADDRESS,
      state: 'unknown',
      checked: '2026-03-01',
      answer: 'time-out',
    });
  });

  test('does not depend on the order of the days, should the clock go wrong', () => {
    expect(knownAfter([9, 'not-found'], [2, 'not-found'])).toMatchObject({
      state: 'dead',
      firstMissing: '2026-03-02',
      lastMissing: '2026-03-09',
    });
  });

  test('holds where it has moved, as long as it is there', () => {
    const moved: LinkOutcome = { answer: 'found', movedTo: 'https://shop.example/agb', leadsHome: true };
    expect(knownAfter([1, moved])).toMatchObject({ movedTo: 'https://shop.example/agb', leadsHome: true });
    expect(knownAfter([1, moved], [2, 'not-found'])).not.toHaveProperty('movedTo');
    expect(knownAfter([1, moved], [2, 'found'])).not.toHaveProperty('leadsHome');
  });

  test('says dead exactly if it was missing on two days since it was last there, whatever else was answered', () => {
    const runs = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom(...LINK_ANSWERS)));
    fc.assert(
      fc.property(runs, (given) => {
        const sorted = given.toSorted(([a], [b]) => a - b);
        const lastThere = sorted.findLastIndex(([, answer]) => isThere(answer));
        const missing = sorted.slice(lastThere + 1).filter(([, answer]) => isThere(answer) === false);
        const days = new Set(missing.map(([day]) => day)).size;
        const expected = days > 1 ? 'dead' : days === 1 ? 'missing' : lastThere >= 0 ? 'fine' : 'unknown';
        expect(knownAfter(...sorted)?.state ?? 'unknown').toBe(expected);
      }),
      { numRuns: 500 },
    );
  });

  test('is moved by 404, 410 and unknown hosts only', () => {
    expect(LINK_ANSWERS.filter((answer) => isThere(answer) === false)).toEqual([
      'not-found',
      'gone',
      'no-such-host',
    ]);
    expect(LINK_ANSWERS.filter((answer) => isThere(answer))).toEqual(['found']);
  });
});

describe('what a page says', () => {
  const says = (content?: string): LinkOutcome => ({ answer: 'found', content });
  const changedAfter = (since: string, ...runs: Parameters<typeof knownAfter>) => {
    const record = knownAfter(...runs);
    return record && changedSince(new Map([[record.address, record]]), `${ADDRESS}#fees`, since);
  };

  test('has changed on the day on which other words are first seen', () => {
    const runs: Parameters<typeof knownAfter> = [
      [1, says('a')],
      [8, says('b')],
      [15, says('b')],
    ];
    expect(changedAfter('2026-03-07', ...runs)).toBe('2026-03-08');
    expect(changedAfter('2026-03-08', ...runs)).toBeUndefined();
  });

  test('has not changed when it is read for the first time, or cannot be read', () => {
    expect(changedAfter('2026-01-01', [1, 'found'], [2, says('a')])).toBeUndefined();
    expect(changedAfter('2026-01-01', [1, says('a')], [2, 'server-error'], [3, says('a')])).toBeUndefined();
    expect(changedAfter('2026-01-01', [1, says('a')], [2, says()], [3, says('a')])).toBeUndefined();
  });

  test('is compared with what it said before it was away', () => {
    expect(changedAfter('2026-01-01', [1, says('a')], [2, 'not-found'], [3, says('b')])).toBe('2026-03-03');
  });

  test('is unknown of an address that nobody has looked at', () => {
    expect(changedSince(new Map(), ADDRESS, '2026-01-01')).toBeUndefined();
  });
});

test('an address is known without the place in the page, and as browsers write it', () => {
  expect(linkKey('HTTPS://Shop.Example:443/a b?q=ü#fees')).toBe('https://shop.example/a%20b?q=%C3%BC');
  expect(linkKey('https://')).toBe('https://');
});

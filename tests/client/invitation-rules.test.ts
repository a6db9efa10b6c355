import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type InvitationSituation, isDrawn, mayInvite } from '../../src/client/invitation-rules.ts';
import { addDuration } from '../../src/core/calendar.ts';

/** A reader on the second page of a visit who was never asked. */
const second: InvitationSituation = {
  from: 'https://example.com/help/en/billing/refund/',
  home: 'https://example.com/help/',
  today: '2026-08-20',
  asked: null,
  sent: null,
};

test.each<[string, Partial<InvitationSituation>, boolean]>([
  ['on the second page of a visit', {}, true],
  ['coming from the first page of the help centre', { from: 'https://example.com/help/' }, true],
  ['on the first page of a visit', { from: '' }, false],
  ['coming from a search engine', { from: 'https://search.example/' }, false],
  ['coming from another part of the host', { from: 'https://example.com/prices/' }, false],
  ['coming from an address that only begins alike', { from: 'https://example.com/helpless/' }, false],
  ['where only the host is known of the page before', { from: 'https://example.com/' }, false],
  ['asked today', { asked: { day: '2026-08-20' } }, false],
  ['asked 89 days ago', { asked: { day: '2026-05-23' } }, false],
  ['asked 90 days ago', { asked: { day: '2026-05-22' } }, true],
  ['after no thanks', { asked: { never: true } }, false],
  ['after no thanks years ago', { asked: { never: true, day: '2019-01-01' } }, false],
  ['having sent the survey today', { sent: { id: 'a', receipt: 'b', day: '2026-08-20' } }, false],
  ['having sent the survey 89 days ago', { sent: { id: 'a', receipt: 'b', day: '2026-05-23' } }, false],
  ['having sent the survey 90 days ago', { sent: { id: 'a', receipt: 'b', day: '2026-05-22' } }, true],
  ['asked long ago and answered since', { asked: { day: '2026-01-01' }, sent: { day: '2026-07-01' } }, false],
  ['asked tomorrow, by a clock that goes wrong', { asked: { day: '2026-08-21' } }, false],
  ['asked in 2099, by a clock that went wrong', { asked: { day: '2099-01-01' } }, true],
  ['where something else is kept in the place', { asked: 'yes', sent: [{ day: 3 }] }, true],
  ['where the day that is kept does not exist', { asked: { day: '2026-02-30' } }, true],
])('a reader %s', (_, situation, isInvited) => {
  expect(mayInvite({ ...second, ...situation })).toBe(isInvited);
});

test('after any invitation there are none on the next 89 days', () => {
  const days = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(days, days, (start, later) => {
      const day = addDuration('2026-01-01', `${start} days`);
      const today = addDuration(day, `${later} days`);
      expect(mayInvite({ ...second, today, asked: { day } })).toBe(later >= 90);
    }),
  );
});

describe('a visit is drawn', () => {
  test.each([
    { drawn: null, share: 1, random: 0.999, isIn: true },
    { drawn: null, share: 0, random: 0, isIn: false },
    { drawn: null, share: 0.25, random: 0.249, isIn: true },
    { drawn: null, share: 0.25, random: 0.25, isIn: false },
    { drawn: true, share: 0.25, random: 0.9, isIn: true },
    { drawn: false, share: 0.25, random: 0.1, isIn: false },
    { drawn: 'yes', share: 0.25, random: 0.1, isIn: true },
  ])('$isIn with $drawn kept, a share of $share and the number $random', ({ drawn, share, random, isIn }) => {
    expect(isDrawn(drawn, share, () => random)).toBe(isIn);
  });
});

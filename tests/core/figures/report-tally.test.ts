import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markOf } from '../../../src/core/audit-feedback/vote-days.ts';
import type { Reason, Submission } from '../../../src/core/feedback.ts';
import type { PeriodTally } from '../../../src/core/figures/period-tally.ts';
import { ReportTally } from '../../../src/core/figures/report-tally.ts';
import { sheet, signal, site, survey, times, uuid, vote } from './submissions.ts';

const period = { from: '2026-03-01', to: '2026-03-31' };
const subject = { period, survey, ...site };

function dayOf(number: number): string {
  return new Date(Date.UTC(2026, 0, 1 + number)).toISOString().slice(0, 10);
}

/** Days from 1 January to 10 April, which is before, in and after both periods. */
const day = fc.nat(99).map(dayOf);
const article = fc.constantFrom('a/one', 'a/two', 'b/one');
const locale = fc.constantFrom('en', 'de');
const revision = fc.constantFrom('aaaaaaaaaaaa', 'bbbbbbbbbbbb');
const someVotes = fc
  .record({
    day,
    helpful: fc.boolean(),
    count: fc.integer({ min: 1, max: 8 }),
    article,
    locale,
    revision,
    level: fc.constantFrom(undefined, 'beginner' as const, 'expert' as const),
    reason: fc.constantFrom(undefined, 'wrong' as const, 'unclear' as const),
    comment: fc.constantFrom(undefined, 'Thanks', 'Why?'),
  })
  .map(({ day, helpful, count, ...more }) => times(count, () => vote(day, helpful, more)));
const someViews = fc
  .record({ day, article, locale, revision, count: fc.integer({ min: 1, max: 4 }) })
  .map(({ day, count, ...more }) => times(count, () => signal(day, { kind: 'view', ...more })));
const someSheets = fc
  .record({
    day,
    locale,
    article,
    right: fc.integer({ min: 1, max: 5 }),
    count: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ day, right, count, ...more }) =>
    times(count, () => sheet(day, { right, satisfaction: right }, more)),
  );

/** Fills the tally of a period as a store does that asks its database for sums. */
function sumUp(tally: PeriodTally, submissions: readonly Submission[]): void {
  const votes = submissions.filter((one) => one.type === 'vote');
  const textOf = ({ article, locale, revision }: (typeof votes)[number]) => ({ article, locale, revision });
  const nameOf = (one: (typeof votes)[number]) => `${JSON.stringify(textOf(one))} ${one.level}`;
  for (const same of Map.groupBy(votes.toReversed(), nameOf).values()) {
    const [first] = same;
    if (!first) continue;
    const marks = same.map(({ received, helpful }) => markOf(received.getTime(), helpful));
    tally.addVotes({ ...textOf(first), ...(first.level && { level: first.level }) }, marks);
    const reasons = Map.groupBy(same, ({ reason, helpful }) => (helpful ? undefined : reason));
    for (const [reason, given] of reasons as Map<Reason | undefined, typeof same>) {
      if (reason) tally.addReasons(textOf(first), reason, given.length);
    }
  }
  for (const one of votes) if (one.comment) tally.addComment(one);
  for (const one of submissions) {
    if (one.type === 'signal' && one.kind === 'view')
      tally.addViews(one.article, one.locale, one.revision, 1);
    else if (one.type !== 'vote') tally.add(one);
  }
}

test('submissions one at a time and the sums of a database give the same figures', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(someVotes, someViews, someSheets), { maxLength: 30, size: 'max' }),
      (some) => {
        const submissions = some.flat();
        const single = new ReportTally(subject);
        for (const submission of submissions) single.add(submission);
        const summed = new ReportTally(subject);
        const between = (from: string, to: string) =>
          submissions.filter(({ received }) => {
            const own = received.toISOString().slice(0, 10);
            return own >= from && own <= to;
          });
        sumUp(summed.now, between('2026-03-01', '2026-03-31'));
        sumUp(summed.before, between('2026-01-29', '2026-02-28'));
        expect(summed.figures()).toEqual(single.figures());
      },
    ),
    { numRuns: 150 },
  );
});

test('a report compares with as many days before it, and leaves out what came earlier or later', () => {
  const tally = new ReportTally(subject);
  const submissions = [
    ...times(5, () => vote('2026-01-28', true)),
    ...times(5, () => vote('2026-01-29', true)),
    ...times(5, () => vote('2026-02-28', false)),
    ...times(10, () => vote('2026-03-01', true)),
    ...times(10, () => vote('2026-03-31', true)),
    ...times(5, () => vote('2026-04-01', false)),
  ];
  for (const submission of submissions) tally.add(submission);
  const { before, votes } = tally.figures();
  expect(before).toEqual({ from: '2026-01-29', to: '2026-02-28' });
  expect([votes.total, votes.helpful?.count]).toEqual([20, 20]);
  expect([votes.change?.before.of, votes.change?.before.count, votes.change?.difference]).toEqual([
    10, 5, 0.5,
  ]);
});

test('a result that is taken after the last day belongs to its search', () => {
  const tally = new ReportTally(subject);
  const search = uuid();
  tally.add(signal('2026-03-31', { kind: 'search', id: search, query: 'refund', results: 3 }));
  for (const one of times(4, uuid)) {
    tally.add(signal('2026-03-31', { kind: 'search', id: one, query: 'refund', results: 3 }));
  }
  tally.add(signal('2026-04-01', { kind: 'open', search, article: 'a/one', position: 1 }));
  expect(tally.figures().searches.ignored?.count).toBe(4);
});

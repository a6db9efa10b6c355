import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_FEEDBACK } from '../../../src/core/audit-feedback/audit-feedback.ts';
import { AuditTally } from '../../../src/core/audit-feedback/audit-tally.ts';
import { REASONS, type Submission } from '../../../src/core/feedback.ts';
import { answers, help, open, search, uuid, view, vote } from '../../stores/submissions.ts';

const PERIOD = { recentFrom: '2026-02-01', until: '2026-03-01' };

function tallied(submissions: readonly Submission[]) {
  const tally = new AuditTally(PERIOD);
  for (const submission of submissions) tally.add(submission);
  return tally.feedback();
}

test('of no submission it is nothing', () => {
  expect(tallied([])).toStrictEqual(NO_FEEDBACK);
});

test('a search and its results belong together whichever comes first, also in capitals', () => {
  const received = new Date('2026-02-10T12:00:00Z');
  const asked = 'abcdefab-cdef-4abc-8def-abcdefabcdef';
  const taken: Submission = {
    type: 'signal',
    ...{ ...open(2, 0), search: asked.toUpperCase() },
    received,
  };
  const searched: Submission = { type: 'signal', ...search(1, 'Geld', 3), id: asked, received };
  const expected = {
    ...NO_FEEDBACK,
    searches: [{ locale: 'de', query: 'geld', searches: 1, withoutResult: 0, ignored: 0 }],
    leads: [{ article: 'billing/refund', locale: 'de', query: 'geld', opens: 1 }],
  };
  expect(tallied([taken, searched])).toStrictEqual(expected);
  expect(tallied([searched, taken])).toStrictEqual(expected);
});

test('the order in which submissions come does not matter', () => {
  const received = fc.date({
    min: new Date('2026-01-25'),
    max: new Date('2026-03-04'),
    noInvalidDate: true,
  });
  const article = fc.constantFrom('a', 'b', 'b/c');
  const reason = fc.option(fc.constantFrom(...REASONS), { nil: undefined });
  const comment = fc.option(fc.constantFrom('', 'Old.'), { nil: undefined });
  const submission = fc.nat(30).chain(
    (n): fc.Arbitrary<Submission> =>
      fc.oneof(
        fc
          .tuple(article, fc.boolean(), reason, comment, received)
          .map(([article, helpful, reason, comment, at]): Submission => {
            const given = {
              type: 'vote' as const,
              ...vote(n, { article, helpful }),
              received: at,
              changed: at,
            };
            return { ...given, reason, comment };
          }),
        received.map((at): Submission => ({ type: 'answers', ...answers(n), received: at })),
        fc
          .constantFrom(
            view(n),
            search(n, `Wort ${n % 3}`, n % 2),
            open(n, Math.floor(n / 2)),
            help(n, 'contact', 'a'),
          )
          .chain((signal) => received.map((at): Submission => ({ type: 'signal', ...signal, received: at }))),
      ),
  );
  const once = (submissions: Submission[]) => [
    ...new Map(submissions.map((one) => [`${one.type} ${one.id}`, one])).values(),
  ];
  fc.assert(
    fc.property(fc.array(submission).map(once), (submissions) => {
      expect(tallied(submissions.toReversed())).toStrictEqual(tallied(submissions));
    }),
  );
});

test('votes without a history of the reader say what they say today, on the day on which they came in', () => {
  const received = new Date('2026-02-28T23:59:59.999Z');
  const changed = new Date('2026-03-09T08:00:00Z');
  const one: Submission = { type: 'vote', ...vote(1, { helpful: true }), reason: 'wrong', received, changed };
  expect(tallied([one]).articles).toStrictEqual([
    {
      ...{ article: 'billing/refund', locale: 'de', revision: '0123456789ab', views: 0, reasons: {} },
      ...{ helpful: 1, unhelpful: 0, firstVote: received, lastVote: received },
      days: [{ day: '2026-02-28', helpful: 1, unhelpful: 0 }],
    },
  ]);
  expect(tallied([{ ...one, id: uuid(2), received: changed }])).toStrictEqual({ ...NO_FEEDBACK, later: 1 });
});

import fc from 'fast-check';
import { LEVELS } from '../../../src/core/article.ts';
import { ASIDE, type Aside, REASONS, type Signal } from '../../../src/core/feedback.ts';
import type { FeedbackStore } from '../../../src/stores/feedback-store.ts';
import { answers, help, open, search, uuid, view, vote } from '../submissions.ts';

/** Something that a reader did. */
export type Deed = (store: FeedbackStore) => Promise<unknown>;

/** The last instant before the days of a period, its first and last ones, and the first after them. */
interface Edges {
  before: Date;
  first: Date;
  last: Date;
  after: Date;
}

const WORDINGS: Record<string, string>[] = [{ more: '0123abcd' }, { more: 'ffffffff', nps: '0123abcd' }];

interface Options {
  /** With few ids, deeds meet. */
  ids?: number;
  /** The first of these ids. */
  from?: number;
  /** Whether what is sent is set aside, and why; by default about every fifth submission. */
  aside?: fc.Arbitrary<Aside | undefined>;
}

/** Whatever readers may do, around a period in early 2026 and at its edges. */
export function aDeed(
  { before, first, last, after }: Edges,
  {
    ids = 13,
    from = 0,
    aside = fc.option(fc.constantFrom(...ASIDE), { nil: undefined, freq: 5 }),
  }: Options = {},
): fc.Arbitrary<Deed> {
  const number = fc.integer({ min: from, max: from + ids - 1 });
  // Results may be taken from whichever search.
  const ofSearch = fc.nat(ids - 1);
  const received = fc.oneof(
    fc.constantFrom(before, first, last, after, new Date(-1), new Date(-86_400_000)),
    fc.date({ min: new Date('2026-01-20'), max: new Date('2026-03-10'), noInvalidDate: true }),
  );
  const article = fc.constantFrom('a', 'b/c', 'b-c', 'ärger', '\uff5e', '👍');
  const locale = fc.constantFrom('de', 'en', 'pt-BR');
  const revision = fc.constantFrom('0123456789ab', 'ffffffffffff');
  const level = fc.option(fc.constantFrom(...LEVELS), { nil: undefined });
  const words = fc.constantFrom(
    'Geld',
    ' GELD\u00a0',
    'geld \0 zurück',
    'u\0\u0308',
    '\ud83d',
    '\uff5e',
    '👍',
    '',
  );

  const voting = fc
    .tuple(number, fc.record({ article, locale, revision, level, helpful: fc.boolean() }), received, aside)
    .map(
      ([n, what, at, why]): Deed =>
        (store) =>
          store.addVote(vote(n, what), at, why),
    );
  const changing = fc
    .tuple(
      number,
      fc.record({
        helpful: fc.option(fc.boolean(), { nil: undefined }),
        reason: fc.option(fc.constantFrom(...REASONS), { nil: undefined }),
        comment: fc.option(words, { nil: undefined }),
      }),
      received,
    )
    .map(
      ([n, change, at]): Deed =>
        (store) =>
          store.changeVote(uuid(n), change, at),
    );
  const answering = fc
    .tuple(
      number,
      fc.record({
        answers: fc.record({ nps: fc.nat(11), satisfaction: fc.integer({ min: 1, max: 5 }), more: words }),
        locale,
        level,
        article: fc.option(article, { nil: undefined }),
        source: fc.option(fc.constantFrom('mail', ' mail '), { nil: undefined }),
        wordings: fc.option(fc.constantFrom(...WORDINGS), { nil: undefined }),
      }),
      received,
      aside,
    )
    .map(
      ([n, sheet, at, why]): Deed =>
        (store) =>
          store.addAnswers(answers(n, sheet), at, why),
    );
  const withdrawing = fc.tuple(number, fc.boolean()).map(
    ([n, sheet]): Deed =>
      (store) =>
        sheet ? store.withdrawAnswers(uuid(n)) : store.withdrawVote(uuid(n)),
  );
  const going = fc
    .tuple(
      fc.array(aSignal({ number, ofSearch, article, locale, revision, words }), { maxLength: 12 }),
      received,
      aside,
    )
    .map(
      ([signals, at, why]): Deed =>
        (store) =>
          store.addSignals(signals, at, why),
    );
  return fc.oneof(voting, changing, answering, withdrawing, going);
}

interface Parts {
  number: fc.Arbitrary<number>;
  ofSearch: fc.Arbitrary<number>;
  article: fc.Arbitrary<string>;
  locale: fc.Arbitrary<string>;
  revision: fc.Arbitrary<string>;
  words: fc.Arbitrary<string>;
}

function aSignal({ number, ofSearch, article, locale, revision, words }: Parts): fc.Arbitrary<Signal> {
  const ways = fc.constantFrom('contact' as const, 'solved' as const);
  return fc.oneof(
    fc.tuple(number, fc.record({ article, locale, revision })).map(([n, more]) => view(1000 + n, more)),
    fc
      .tuple(number, words, fc.nat(2), locale)
      .map(([n, query, results, locale]) => search(2000 + n, query, results, locale)),
    fc
      .tuple(number, ofSearch, fc.record({ article, locale }))
      .map(([n, of, more]) => ({ ...open(3000 + n, 2000 + of), ...more })),
    fc
      .tuple(number, ways, article, locale)
      .map(([n, kind, article, locale]) => help(4000 + n, kind, article, locale)),
    number.map((n) => ({ id: uuid(5000 + n), kind: 'contact' as const, locale: 'de' })),
    fc
      .tuple(number, article, locale)
      .map(([n, article, locale]) => ({ id: uuid(6000 + n), kind: 'instead' as const, article, locale })),
  );
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Submission } from '../../../src/core/feedback.ts';
import { periodBefore } from '../../../src/core/figures/period.ts';
import type { PeriodInput } from '../../../src/core/figures/period-input.ts';
import { ReportTally } from '../../../src/core/figures/report-tally.ts';
import { surveySchema } from '../../../src/core/survey/survey.ts';
import type { FeedbackStore } from '../../../src/stores/feedback-store.ts';
import { openStore } from '../../../src/stores/open.ts';
import { survey } from '../../core/figures/submissions.ts';
import { answers, help, open, search, uuid, view, vote } from '../submissions.ts';
import { aDeed } from './deeds.ts';
import { type NewPlace, NINE, newStoreForEach, TEN } from './subject.ts';

const PERIOD = { from: '2026-02-01', to: '2026-03-01' };
const EDGES = {
  before: new Date('2026-01-31T23:59:59.999Z'),
  first: new Date('2026-02-01T00:00:00.000Z'),
  last: new Date('2026-03-01T23:59:59.999Z'),
  after: new Date('2026-03-02T00:00:00.000Z'),
};
const texts = { en: 'text' };
const ends = { low: texts, high: texts };
const SUBJECT = {
  period: PERIOD,
  levelShare: 0.7,
  locales: ['de', 'en'],
  categories: (article: string) => article.split('/')[0] ?? '',
  survey: surveySchema.parse({
    ...survey,
    questions: [
      { id: 'nps', kind: 'nps', text: texts, ends },
      { id: 'satisfaction', kind: 'csat', text: texts, ends },
      { id: 'more', kind: 'text', text: texts },
    ],
  }),
};

/** What a report knows of readers. The tally of every single submission is the measure for the store's own sums. */
export function describeReportFeedback(newPlace: NewPlace): void {
  const subject = newStoreForEach(newPlace);

  async function given(parts?: 'votes and sheets') {
    const noted = new Noted();
    await subject.store.feedbackWithin(PERIOD, noted, parts);
    return noted.given;
  }

  test('of nothing is nothing', async () => {
    expect(await given()).toEqual([]);
  });

  test('comes as sums of votes by text and level, of reasons, views and searches, and one by one for the rest', async () => {
    const { store } = subject;
    const { article, locale, revision } = vote(0);
    await store.addVote(vote(1, { helpful: true }), EDGES.first);
    await store.addVote(vote(2), EDGES.last);
    await store.addVote(vote(3, { level: 'expert' }), NINE);
    await store.changeVote(uuid(2), { reason: 'wrong', comment: 'Falscher Knopf.' }, TEN);
    await store.changeVote(uuid(3), { reason: 'wrong' }, TEN);
    // Where the reader changed to "yes", the reason no longer counts.
    await store.changeVote(uuid(1), { reason: 'other' }, TEN);
    await store.addAnswers(answers(4, { level: 'expert' }), NINE);
    const signals = [view(5), view(6), help(8, 'solved', 'a')];
    await store.addSignals(
      [...signals, search(7, 'Geld', 2), search(10, 'GELD', 1), search(11, 'geld', 0)],
      NINE,
    );
    await store.addSignals([open(9, 7)], EDGES.after);
    const on = { article, locale, revision };
    const marks = [2 * 20_485 + 1, 2 * 20_513];
    const calls = [
      ['addVotes', on, marks],
      ['addVotes', { ...on, level: 'expert' }, [marks[1]]],
      ['addReasons', on, 'wrong', 2],
      [
        'addComment',
        { ...vote(2), reason: 'wrong', comment: 'Falscher Knopf.', received: EDGES.last, changed: TEN },
      ],
      ['add', { type: 'answers', ...answers(4, { level: 'expert' }), received: NINE }],
      ['addViews', article, locale, revision, 2],
      ['addSearches', { query: 'geld', locale: 'de', searches: 3, withoutResult: 1, ignored: 1 }],
      ['add', { type: 'signal', ...signals[2], received: NINE }],
    ];
    // A database may give the groups in any order.
    expect(await given()).toEqual(expect.arrayContaining(calls));
    expect(await given()).toHaveLength(calls.length);
  });

  test('leaves out what came in on other days, and what was withdrawn', async () => {
    const { store } = subject;
    for (const [number, at] of [EDGES.before, EDGES.after, NINE].entries()) {
      const from = 10 * number;
      await store.addVote(vote(from), at);
      await store.changeVote(uuid(from), { reason: 'wrong', comment: 'Falscher Knopf.' }, NINE);
      await store.addAnswers(answers(from), at);
      if (at === NINE) continue;
      await store.addSignals([view(from), search(from + 1, 'Geld', 1), open(from + 2, 77 + number)], at);
    }
    await store.withdrawVote(uuid(20));
    await store.withdrawAnswers(uuid(20));
    expect(await given()).toEqual([]);
  });

  test('is on request only what readers said', async () => {
    await subject.store.addVote(vote(1), NINE);
    await subject.store.addAnswers(answers(2), NINE);
    await subject.store.addSignals([view(3), search(4, 'Geld', 1), open(5, 4)], NINE);
    expect((await given('votes and sheets')).map(([method]) => method)).toEqual(['addVotes', 'add']);
  });

  test('gives the same figures as all submissions, whatever readers did', async () => {
    const deed = aDeed(EDGES, { ids: 60 });
    const lives = fc.sample(fc.array(deed, { minLength: 300, maxLength: 400 }), { seed: 4, numRuns: 3 });
    for (const deeds of lives) {
      const store = await openStore(await newPlace());
      try {
        for (const deed of deeds) await deed(store);
        for (const period of [PERIOD, { from: '2026-02-20', to: '2026-03-05' }]) {
          expect(await summedUp(store, period)).toStrictEqual(await oneByOne(store, period));
        }
      } finally {
        await store.close();
      }
    }
  });
}

/** The figures of a report, from the store's own sums. */
export async function summedUp(store: FeedbackStore, period: typeof PERIOD) {
  const tally = new ReportTally({ ...SUBJECT, period });
  await store.feedbackWithin(period, tally.now);
  await store.feedbackWithin(periodBefore(period), tally.before, 'votes and sheets');
  return tally.figures();
}

async function oneByOne(store: FeedbackStore, period: typeof PERIOD) {
  const tally = new ReportTally({ ...SUBJECT, period });
  for await (const submission of store.submissions()) tally.add(submission);
  return tally.figures();
}

/** Notes all that it is given, with marks in order: databases put them together in any. */
class Noted implements PeriodInput {
  readonly given: [method: string, ...unknown[]][] = [];

  add(submission: Submission): void {
    this.given.push(['add', submission]);
  }

  addVotes(...[of, marks]: Parameters<PeriodInput['addVotes']>): void {
    this.given.push(['addVotes', of, marks.toSorted((a, b) => a - b)]);
  }

  addReasons(...[{ article, locale, revision }, reason, votes]: Parameters<PeriodInput['addReasons']>): void {
    this.given.push(['addReasons', { article, locale, revision }, reason, votes]);
  }

  addComment(...[vote]: Parameters<PeriodInput['addComment']>): void {
    this.given.push(['addComment', vote]);
  }

  addViews(...views: Parameters<PeriodInput['addViews']>): void {
    this.given.push(['addViews', ...views]);
  }

  addSearches(...[phrase]: Parameters<PeriodInput['addSearches']>): void {
    this.given.push(['addSearches', phrase]);
  }

  addOpen(search: string): void {
    this.given.push(['addOpen', search]);
  }

  addAside(...aside: Parameters<PeriodInput['addAside']>): void {
    this.given.push(['addAside', ...aside]);
  }
}

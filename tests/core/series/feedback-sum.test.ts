import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RevisionFeedback } from '../../../src/core/audit-feedback/audit-feedback.ts';
import { REASONS } from '../../../src/core/feedback.ts';
import { partedAfter } from '../../../src/core/series/feedback-part.ts';
import { sumOfFeedback } from '../../../src/core/series/feedback-sum.ts';
import { anArticle, feedbackOn } from '../an-article.ts';

const ARTICLE = anArticle();

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2026-02-${String(number).padStart(2, '0')}`);

/** Votes on up to 28 days, with reasons and views as they may come with them. */
const feedback: fc.Arbitrary<RevisionFeedback> = fc
  .record({
    days: fc.uniqueArray(fc.record({ day, helpful: fc.nat(9), unhelpful: fc.nat(9) }), {
      selector: (one) => one.day,
    }),
    views: fc.nat(1000),
    reasons: fc.dictionary(fc.constantFrom(...REASONS), fc.integer({ min: 1, max: 20 })),
  })
  .map(({ days, views, reasons }) => {
    const voted = days
      .filter(({ helpful, unhelpful }) => helpful + unhelpful > 0)
      .sort((one, other) => (one.day < other.day ? -1 : 1));
    return feedbackOn(ARTICLE, {
      helpful: voted.reduce((sum, { helpful }) => sum + helpful, 0),
      unhelpful: voted.reduce((sum, { unhelpful }) => sum + unhelpful, 0),
      days: voted,
      views,
      reasons: { ...reasons },
      ...(voted[0] && {
        firstVote: new Date(`${voted[0].day}T00:00:00Z`),
        lastVote: new Date(`${voted.at(-1)?.day}T00:00:00Z`),
      }),
    });
  });

describe('what readers said of several texts', () => {
  test('is summed up day by day', () => {
    const first = feedbackOn(ARTICLE, {
      helpful: 2,
      unhelpful: 1,
      views: 10,
      reasons: { wrong: 1 },
      days: [
        { day: '2026-01-01', helpful: 1, unhelpful: 1 },
        { day: '2026-01-03', helpful: 1, unhelpful: 0 },
      ],
      firstVote: new Date('2026-01-01T08:00:00Z'),
      lastVote: new Date('2026-01-03T08:00:00Z'),
    });
    const second = feedbackOn(ARTICLE, {
      unhelpful: 3,
      views: 5,
      reasons: { wrong: 2, unclear: 1 },
      days: [
        { day: '2026-01-02', helpful: 0, unhelpful: 2 },
        { day: '2026-01-03', helpful: 0, unhelpful: 1 },
      ],
      firstVote: new Date('2026-01-02T08:00:00Z'),
      lastVote: new Date('2026-01-03T09:00:00Z'),
    });
    const about = { article: 'billing/refund', locale: 'en', revision: 'bbbbbbbbbbbb' };
    expect(sumOfFeedback(about, [second, first])).toEqual({
      ...about,
      helpful: 2,
      unhelpful: 4,
      views: 15,
      reasons: { wrong: 3, unclear: 1 },
      days: [
        { day: '2026-01-01', helpful: 1, unhelpful: 1 },
        { day: '2026-01-02', helpful: 0, unhelpful: 2 },
        { day: '2026-01-03', helpful: 1, unhelpful: 1 },
      ],
      firstVote: new Date('2026-01-01T08:00:00Z'),
      lastVote: new Date('2026-01-03T09:00:00Z'),
    });
    expect(first.days).toHaveLength(2);
  });

  test('of none is nothing', () => {
    expect(sumOfFeedback(feedbackOn(ARTICLE), [])).toEqual(feedbackOn(ARTICLE));
  });
});

describe('what readers said of a text', () => {
  test('is parted after a day, reasons and views as the votes are', () => {
    const given = feedbackOn(ARTICLE, {
      helpful: 3,
      unhelpful: 1,
      views: 10,
      reasons: { wrong: 3, unclear: 1 },
      days: [
        { day: '2026-01-01', helpful: 1, unhelpful: 0 },
        { day: '2026-01-02', helpful: 2, unhelpful: 0 },
        { day: '2026-01-03', helpful: 0, unhelpful: 1 },
      ],
      firstVote: new Date('2026-01-01T08:00:00Z'),
      lastVote: new Date('2026-01-03T08:00:00Z'),
    });
    expect(partedAfter(given, '2026-01-02')).toEqual({
      until: feedbackOn(ARTICLE, {
        helpful: 3,
        views: 7,
        reasons: { wrong: 2, unclear: 1 },
        days: given.days.slice(0, 2),
        firstVote: new Date('2026-01-01T08:00:00Z'),
        lastVote: new Date('2026-01-02T00:00:00Z'),
      }),
      after: feedbackOn(ARTICLE, {
        unhelpful: 1,
        views: 3,
        reasons: { wrong: 1 },
        days: given.days.slice(2),
        firstVote: new Date('2026-01-03T00:00:00Z'),
        lastVote: new Date('2026-01-03T08:00:00Z'),
      }),
    });
  });

  test('is the same again when its parts are summed up', () => {
    fc.assert(
      fc.property(feedback, day, (whole, cut) => {
        const { until, after } = partedAfter(whole, cut);
        expect(until.days.every((one) => one.day <= cut)).toBe(true);
        expect(after.days.every((one) => one.day > cut)).toBe(true);
        expect(sumOfFeedback(whole, [until, after])).toEqual(whole);
      }),
    );
  });

  test('sums up to the same in any order', () => {
    fc.assert(
      fc.property(fc.array(feedback, { maxLength: 4 }), (parts) => {
        expect(sumOfFeedback(ARTICLE_TEXT, parts.toReversed())).toEqual(sumOfFeedback(ARTICLE_TEXT, parts));
      }),
    );
  });
});

const ARTICLE_TEXT = feedbackOn(ARTICLE);

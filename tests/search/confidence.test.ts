import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { confidenceOf, isUnsure } from '../../src/search/confidence.ts';
import { others, smallIndex, type Writing } from './small-index.ts';

const share = fc.double({ min: 0, max: 1, noNaN: true });
const amount = fc.double({ min: 0, max: 10, noNaN: true });
const evidence = fc.record({ score: amount, lead: share, unknown: share, sentence: share, weight: amount });

describe('confidence', () => {
  test('is between 0 and 1, whatever the evidence', () => {
    fc.assert(
      fc.property(evidence, (evidence) => {
        expect(confidenceOf(evidence)).toBeGreaterThan(0);
        expect(confidenceOf(evidence)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('grows with what speaks for the first result, and falls with what does not', () => {
    fc.assert(
      fc.property(evidence, fc.double({ min: 0.01, max: 0.5, noNaN: true }), (evidence, more) => {
        const sure = confidenceOf(evidence);
        for (const key of ['score', 'lead', 'sentence', 'weight'] as const) {
          expect(confidenceOf({ ...evidence, [key]: evidence[key] + more })).toBeGreaterThanOrEqual(sure);
        }
        expect(confidenceOf({ ...evidence, unknown: evidence.unknown + more })).toBeLessThanOrEqual(sure);
      }),
    );
  });

  test('is 0 without evidence, and then the reader is told', () => {
    expect(confidenceOf(undefined)).toBe(0);
    expect(isUnsure(0)).toBe(true);
    expect(isUnsure(1)).toBe(false);
  });
});

describe('a site', () => {
  const SITE: Writing[] = [
    { id: 'a/refund', title: 'Get a refund', text: 'A refund takes a week.' },
    { id: 'a/week', title: 'Opening hours', text: 'We are there all week.' },
    ...others(),
  ];

  test('is sure of its own titles, and unsure of what it does not write about', async () => {
    const { find } = await smallIndex(SITE);
    expect(await find('get a refund')).toMatchObject({ isUnsure: false });
    const doubtful = await find('parking near the airport by the week');
    expect(doubtful).toMatchObject({ total: 2, isUnsure: true });
    expect(doubtful.confidence).toBeGreaterThan(0);
  });

  test('that finds nothing has no confidence and no evidence', async () => {
    const { find } = await smallIndex(SITE);
    const answer = await find('qqq xxx');
    expect(answer).toMatchObject({ total: 0, results: [], confidence: 0, isUnsure: true });
    expect(answer).not.toHaveProperty('evidence');
  });

  test('tells what its confidence rests on', async () => {
    const { find } = await smallIndex(SITE);
    const { evidence } = await find('refund qqq');
    expect(evidence).toMatchObject({ lead: 1, unknown: 0.5 });
    expect(evidence?.sentence).toBeGreaterThan(0);
    expect((await find('week')).evidence?.lead).toBeLessThan(1);
    expect((await find('refund week')).evidence?.weight).toBeGreaterThan(
      (await find('refund')).evidence?.weight ?? 9,
    );
  });
});

import { expect, test } from 'vitest';
import { type AnsweredQuery, answeredQueries } from '../../bench/search-fit/answered-queries.ts';
import { confidenceBy, learntFrom } from '../../bench/search-fit/confidence-fit.ts';
import { confidenceReport } from '../../bench/search-fit/confidence-report.ts';

const NOTHING = { score: 0, lead: 0, unknown: 0, sentence: 0, weight: 0 };

function answered(given: Partial<AnsweredQuery> & { score?: number }): AnsweredQuery {
  const { score = 0, ...others } = given;
  return {
    set: 'shop',
    half: 'fitted',
    evidence: { ...NOTHING, score },
    place: 0,
    isForeign: false,
    ...others,
  };
}

const times = (count: number, one: AnsweredQuery) => Array.from({ length: count }, () => one);

test('confidence is how often an answer with such evidence was among the first three', () => {
  const learnt = learntFrom([
    ...times(3, answered({ score: 1, place: 1 })),
    ...times(1, answered({ score: 1, place: 4 })),
    ...times(1, answered({ score: 0, place: 3 })),
    ...times(4, answered({ score: 0, isForeign: true })),
  ]);
  const confidence = confidenceBy(learnt);
  expect(confidence({ ...NOTHING, score: 1 })).toBeCloseTo(0.75, 2);
  expect(confidence(NOTHING)).toBeCloseTo(0.2, 2);
  expect(confidence(undefined)).toBe(0);
});

test('a set of many queries weighs as much as one of few', () => {
  const learnt = learntFrom([
    ...times(90, answered({ set: 'large', place: 1 })),
    ...times(4, answered({ set: 'small', place: 0 })),
  ]);
  expect(confidenceBy(learnt)(NOTHING)).toBeCloseTo(0.5, 2);
});

test('the report tells how sure the search was of right answers and of others', () => {
  const report = confidenceReport(
    [
      answered({ score: 0.95, place: 1 }),
      answered({ score: 0.92, place: 2 }),
      answered({ score: 0.32, place: 3 }),
      answered({ score: 0.1, place: 9 }),
      answered({ score: 0.97, isForeign: true }),
      answered({ evidence: undefined, isForeign: true }),
    ],
    (evidence) => evidence?.score ?? 0,
  );
  expect(report.split('\n').map((line) => line.replace(/ +/g, ' '))).toEqual(
    expect.arrayContaining([
      '4 own queries, 3 of them answered among the first three; 2 of other sets.',
      // Of nine pairs the surest, which is foreign, wins three, and of eight four.
      'Area under the curve: 0.667 for an answer among the first three, 0.500 for own against other queries.',
      '| 0.9 to 1 | 3 | 0.947 | 0.667 | 0.333 |',
      '| 0.5 to 0.6 | 0 | – | – | – |',
      '| 0.35 | 0.333 | 1.000 | 0.500 |',
      '| 0.9 | 0.500 | 0.500 | 0.500 | 0.333 |',
    ]),
  );
});

test('a set is asked what others in its language are asked, save its own family', async () => {
  const named = (name: string, lang: string, word: string) => ({
    name,
    lang,
    docs: [{ id: 'a', title: word, body: `All about ${word}.`, questions: [] }],
    queries: Array.from({ length: 24 }, (_, number) => ({ q: `${word} ${number}`, rel: ['a'] })),
  });
  const asked = await answeredQueries([
    named('shop-one', 'en', 'refund'),
    named('shop-two', 'en', 'refund'),
    named('bank', 'en', 'refund'),
    named('telekom', 'de', 'refund'),
  ]);
  const foreign = asked.filter(({ isForeign }) => isForeign);
  const ofSet = (set: string) => foreign.filter((one) => one.set === set).length;
  expect(ofSet('bank')).toBeGreaterThan(ofSet('shop-one'));
  expect(ofSet('shop-one')).toBeGreaterThan(0);
  expect(ofSet('telekom')).toBe(0);
  expect(foreign.every(({ place }) => place === 0)).toBe(true);
  const own = asked.filter(({ isForeign }) => !isForeign);
  // As typed, a third of them with an error and another as key words.
  expect(own.length).toBeGreaterThan(4 * 24);
  expect(own.length).toBeLessThan(2 * 4 * 24);
  expect(own.every(({ place, evidence }) => place === 1 && evidence !== undefined)).toBe(true);
});

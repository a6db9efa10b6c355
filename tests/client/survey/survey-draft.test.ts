import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftFrom } from '../../../src/client/survey/survey-draft.ts';

const QUESTIONS = [
  { id: 'correct', wordings: ['aaaaaaaa', 'bbbbbbbb'] },
  { id: 'first', wordings: ['cccccccc'] },
];
const KEPT = {
  day: '2026-03-10',
  answers: { correct: 4, first: 'More pictures' },
  wordings: { correct: 'bbbbbbbb', first: 'cccccccc' },
  place: 'first',
  order: ['first', 'correct'],
  source: 'newsletter',
  article: 'billing/refund',
};

test('a survey that was begun today goes on as it was', () => {
  expect(draftFrom(KEPT, QUESTIONS, '2026-03-10')).toEqual(KEPT);
});

test('an answer to a question that asks something else by now is dropped, and only that', () => {
  const changed = [
    { id: 'correct', wordings: ['dddddddd'] },
    { id: 'first', wordings: ['cccccccc'] },
  ];
  expect(draftFrom(KEPT, changed, '2026-03-10')).toEqual({
    ...KEPT,
    answers: { first: 'More pictures' },
    wordings: { first: 'cccccccc' },
  });
});

test.each([
  ['after a week it still holds', '2026-03-17', true],
  ['after eight days nothing holds', '2026-03-18', false],
])('%s', (_, today, holds) => {
  expect(draftFrom(KEPT, QUESTIONS, today) !== undefined).toBe(holds);
});

test('where no question is left, nothing holds', () => {
  expect(draftFrom(KEPT, [], '2026-03-10')).toBeUndefined();
});

test('whatever else is kept there, it is no survey that was begun', () => {
  fc.assert(
    fc.property(fc.anything(), fc.anything(), fc.anything(), (answers, wordings, order) => {
      const read = draftFrom({ day: '2026-03-10', answers, wordings, order }, QUESTIONS, '2026-03-10');
      expect(read).toBeUndefined();
    }),
  );
});

test('names that every object has are no questions', () => {
  const value = { day: '2026-03-10', answers: {}, wordings: { toString: 'aaaaaaaa' } };
  const questions = [{ id: 'toString', wordings: ['aaaaaaaa'] }];
  expect(draftFrom(value, questions, '2026-03-10')).toBeUndefined();
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEVELS } from '../../../src/core/article-kinds.ts';
import { questionSchema } from '../../../src/core/survey/survey.ts';
import { type Asking, askedQuestions } from '../../../src/core/survey/survey-condition.ts';
import { asksExperience, experienceIn } from '../../../src/core/survey/survey-experience.ts';

const QUESTIONS = [
  { id: 'reach' },
  { id: 'why', shownIf: { question: 'reach', is: [1, 2] } },
  { id: 'what', shownIf: { question: 'why' } },
  { id: 'channels' },
  { id: 'call', shownIf: { question: 'channels', is: ['phone', 'chat'] } },
  { id: 'bill', shownIf: { category: ['billing', 'orders'] } },
  { id: 'hard', shownIf: { level: ['experienced' as const, 'expert' as const] } },
  { id: 'all', shownIf: { question: 'reach', is: [5], level: ['expert' as const], category: ['billing'] } },
];

function asked(asking: Partial<Asking>): string[] {
  return askedQuestions(QUESTIONS, { answers: {}, ...asking }).map(({ id }) => id);
}

test.for<[string, Partial<Asking>, string[]]>([
  ['nothing is known', {}, []],
  ['an answer is one of those awaited', { answers: { reach: 2 } }, ['why']],
  ['an answer is another', { answers: { reach: 3 } }, []],
  ['an answer is there, whichever is awaited', { answers: { reach: 1, why: 'Closed.' } }, ['why', 'what']],
  ['an answer was given to a question that is not asked', { answers: { reach: 3, why: 'Closed.' } }, []],
  ['one of several options is awaited', { answers: { channels: ['mail', 'phone'] } }, ['call']],
  ['none of several options is awaited', { answers: { channels: ['mail'] } }, []],
  ['the reader comes from one of the categories', { categories: ['orders', 'bestellungen'] }, ['bill']],
  ['the reader comes from another category', { categories: ['travel'] }, []],
  ['the reader has one of the levels', { level: 'expert' }, ['hard']],
  ['the reader has another level', { level: 'beginner' }, []],
  [
    'every part of a condition holds',
    { answers: { reach: 5 }, level: 'expert', categories: ['billing'] },
    ['bill', 'hard', 'all'],
  ],
  ['only some parts hold', { answers: { reach: 5 }, level: 'expert' }, ['hard']],
])('beside the questions for everybody, those are asked for whom %s', ([, asking, more]) => {
  expect(asked(asking)).toEqual(
    QUESTIONS.map(({ id }) => id).filter((id) => ['reach', 'channels', ...more].includes(id)),
  );
});

test('who is asked does not depend on answers to later questions, nor to those that were not asked', () => {
  const value = fc.oneof(
    fc.integer({ min: 1, max: 5 }),
    fc.constantFrom('phone', 'text'),
    fc.constant(['phone']),
  );
  const asking = fc.record({
    answers: fc.dictionary(fc.constantFrom(...QUESTIONS.map(({ id }) => id), 'gone'), value),
    level: fc.constantFrom(...LEVELS, undefined),
    categories: fc.subarray(['billing', 'orders', 'travel']),
  });
  fc.assert(
    fc.property(asking, (given) => {
      const all = asked(given);
      expect(all).toEqual(expect.arrayContaining(['reach', 'channels']));
      const counting = Object.fromEntries(Object.entries(given.answers).filter(([id]) => all.includes(id)));
      expect(asked({ ...given, answers: counting })).toEqual(all);
      for (const [place, { id }] of QUESTIONS.entries()) {
        const earlier = QUESTIONS.slice(0, place).map((question) => question.id);
        const known = Object.fromEntries(
          Object.entries(given.answers).filter(([one]) => earlier.includes(one)),
        );
        expect(asked({ ...given, answers: known }).includes(id)).toBe(all.includes(id));
      }
    }),
  );
});

test('a question that is called like what every object has was not answered by that', () => {
  const questions = [{ id: 'constructor' }, { id: 'why', shownIf: { question: 'constructor' } }];
  expect(askedQuestions(questions, { answers: {} })).toEqual([{ id: 'constructor' }]);
});

const question = (id: string, options: readonly string[]) =>
  questionSchema.parse({
    id,
    kind: 'one-of',
    text: { en: 'What?' },
    options: options.map((option) => ({ id: option, text: { en: option } })),
  });

test('the level of a reader is the answer to the first question that offers nothing but levels', () => {
  const channel = question('channel', ['beginner', 'phone']);
  const experience = question('experience', LEVELS);
  const questions = [channel, experience, question('again', ['beginner', 'expert'])];
  expect(questions.map(asksExperience)).toEqual([false, true, true]);
  const levelOf = (answers: Record<string, unknown>) => experienceIn(questions, answers);
  expect(levelOf({ channel: 'beginner', experience: 'expert', again: 'beginner' })).toBe('expert');
  expect(levelOf({ channel: 'beginner', again: 'beginner' })).toBeUndefined();
  expect([
    levelOf({ experience: 'guru' }),
    levelOf({}),
    experienceIn([channel], { channel: 'beginner' }),
  ]).toEqual(Array(3).fill(undefined));
});

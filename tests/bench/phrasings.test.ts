import { expect, test } from 'vitest';
import { foldsWith, queriesWithOthers } from '../../bench/search/phrasings.ts';

const set = {
  name: 'shop',
  lang: 'en',
  docs: ['often', 'twice', 'never'].map((id) => ({ id, title: id, body: '', questions: [] })),
  queries: [
    ...['one', 'two', 'three', 'four', 'five'].map((q) => ({ q, rel: ['often'] })),
    ...['six', 'seven'].map((q) => ({ q, rel: ['twice', 'often'] })),
  ],
};

test('every question is asked once, while no document carries it', () => {
  const folds = foldsWith(set, 3);
  const asked = folds.flatMap(({ heldBack }) => heldBack.map(({ q }) => q));
  expect(asked.sort()).toEqual(set.queries.map(({ q }) => q).sort());
  for (const { set: given, heldBack } of folds) {
    const carried = given.docs.flatMap(({ questions }) => questions);
    expect(heldBack.filter(({ q }) => carried.includes(q))).toEqual([]);
  }
});

test('a document carries as many of its own questions as there are, up to the number', () => {
  for (const { set: given, heldBack } of foldsWith(set, 3)) {
    const heldBackOf = (id: string) => heldBack.filter(({ rel }) => rel[0] === id).length;
    expect(given.docs.map(({ questions }) => questions.length)).toEqual([3, 2 - heldBackOf('twice'), 0]);
  }
  expect(foldsWith(set, 0).flatMap(({ set: given }) => given.docs.flatMap((one) => one.questions))).toEqual(
    [],
  );
});

test('questions that have enough others are those of documents with more than so many', () => {
  expect([...queriesWithOthers(set, 3)].map(({ q }) => q).sort()).toEqual([
    'five',
    'four',
    'one',
    'three',
    'two',
  ]);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutLastWord } from '../../bench/search/cut-word.ts';
import { keyWords } from '../../bench/search/key-words.ts';
import { halfOf, hashOf } from '../../bench/search/seeded-random.ts';
import { withTypingError } from '../../bench/search/typing-error.ts';

const word = fc.stringMatching(/^[a-zäöüß]{1,12}$/);
const query = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));

test('a typing error is one edit away, inside a word of four letters or more', () => {
  fc.assert(
    fc.property(query, (asked) => {
      const typed = withTypingError(asked);
      if (!/\p{L}{4}/u.test(asked)) return typed === asked;
      const before = asked.split(' ');
      const after = typed.split(' ');
      const changed = before.flatMap((_, at) => (before[at] === after[at] ? [] : [at]));
      const [at = 0] = changed;
      const [right = '', wrong = ''] = [before[at], after[at]];
      return (
        before.length === after.length &&
        changed.length === 1 &&
        right.length >= 4 &&
        right[0] === wrong[0] &&
        editsOf(right).has(wrong)
      );
    }),
  );
});

test('the same question always gets the same typing error, and different ones get every kind', () => {
  const questions = Array.from({ length: 200 }, (_, number) => `subscription ${'x'.repeat(number)}`);
  expect(questions.map(withTypingError)).toEqual(questions.map(withTypingError));
  const lengths = questions.map((asked) => withTypingError(asked).length - asked.length);
  expect(new Set(lengths)).toEqual(new Set([-1, 0, 1]));
});

test('a letter that stands twice is never swapped with itself', () => {
  const questions = Array.from({ length: 200 }, (_, number) => `${number} aaaa`);
  expect(questions.filter((asked) => withTypingError(asked) === asked)).toEqual([]);
});

test('key words are the three longest that say something, in their order', () => {
  expect(keyWords('How do I get my money back after a late cancellation?')).toBe('money after cancellation');
  expect(keyWords('Wie kündige ich meinen Vertrag?')).toBe('kündige vertrag');
});

test('a question of nothing but stop words keeps the longest of them', () => {
  expect(keyWords('What can I do with this?')).toBe('what with this');
});

test('the last word is cut to three fifths, with what stands behind it', () => {
  expect(cutLastWord('cancel my contract')).toBe('cancel my contr');
  expect(cutLastWord('Wie kündige ich? ')).toBe('Wie kündige ic');
  expect(cutLastWord('a')).toBe('a');
  expect(cutLastWord('?')).toBe('?');
});

test('about half of the questions are for fitting, always the same', () => {
  const questions = Array.from({ length: 1000 }, (_, number) => `question ${number}`);
  const fitted = questions.filter((asked) => halfOf(asked) === 'fitted').length;
  expect(fitted).toBeGreaterThan(400);
  expect(fitted).toBeLessThan(600);
  expect(hashOf('foobar')).toBe(0xbf9cf968);
  const some = ['Vertrag kündigen', 'Passwort', 'refund', 'password'];
  expect(some.map(halfOf)).toEqual(['reported', 'fitted', 'fitted', 'fitted']);
});

/** Every word that is one letter left out, added, replaced, or swapped with the next away. */
function editsOf(right: string): Set<string> {
  const edits = new Set<string>();
  for (let at = 0; at <= right.length; at++) {
    const before = right.slice(0, at);
    const after = right.slice(at);
    edits.add(before + after.slice(1));
    if (after.length > 1) edits.add(before + after[1] + after[0] + after.slice(2));
    for (const letter of 'abcdefghijklmnopqrstuvwxyzäöüß') {
      edits.add(before + letter + after).add(before + letter + after.slice(1));
    }
  }
  edits.delete(right);
  return edits;
}

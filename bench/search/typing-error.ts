import { hashOf, randomFrom } from './seeded-random.ts';

const KEYBOARD = ['qwertzuiop', 'asdfghjkl', 'yxcvbnm'];
/** In place of a letter that is on no key of its own everywhere, e.g. é. */
const ANY_KEY = 'e';

/**
 * The query with one typing error in one of its words of four letters or more, never in the word's first letter: a
 * letter left out, doubled, swapped with the next, or taken from the key beside it. The same query always gives the
 * same error; one without such a word stays as it is.
 *
 * @example withTypingError('cancel my contract') // e.g. 'cancel my contarct'
 */
export function withTypingError(query: string): string {
  const random = randomFrom(hashOf(query));
  const words = [...query.matchAll(/\p{L}{4,}/gu)];
  const word = words[Math.floor(random() * words.length)];
  if (!word) return query;
  const at = word.index + 1 + Math.floor(random() * (word[0].length - 2));
  const letter = query[at] ?? '';
  const next = query[at + 1] ?? '';
  const before = query.slice(0, at);
  const after = query.slice(at + 1);
  const kind = Math.floor(random() * 4);
  if (kind === 0) return before + after;
  if (kind === 3) return before + keyBeside(letter.toLowerCase(), random) + after;
  // Two equal letters swapped are no error, so the first is doubled.
  if (kind === 1 || letter === next) return before + letter + letter + after;
  return before + next + letter + query.slice(at + 2);
}

function keyBeside(letter: string, random: () => number): string {
  const row = KEYBOARD.find((keys) => keys.includes(letter));
  if (!row) return ANY_KEY;
  const at = row.indexOf(letter);
  const beside = [row[at - 1], row[at + 1]].filter((key) => key !== undefined);
  return beside[Math.floor(random() * beside.length)] ?? ANY_KEY;
}

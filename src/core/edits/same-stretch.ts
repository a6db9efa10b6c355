import type { Difference } from './differences.ts';
import { formAsOne, isFiller } from './grammar-words.ts';
import { isSameWord } from './same-word.ts';
import { type Token, wordForm } from './tokens.ts';
import type { WordKnowledge } from './typing-error.ts';

/** A longer stretch of other words is another sentence. */
const LONGEST = 24;
/** So many words at most are written as one, or repeated by mistake. */
const MOST_JOINED = 4;
/** Signs that are punctuation where they do not stand in code. */
const PUNCTUATION = new Set(['-', '--', '_', '/', './', '../', '~/', '#', '//']);

/** Do two stretches of two texts say the same, word by word, though they are written in two ways? */
export function isSameStretch(
  before: readonly Token[],
  after: readonly Token[],
  { before: old, after: fresh }: Difference,
  knowledge: WordKnowledge,
): boolean {
  const [rows, columns] = [old.end - old.start, fresh.end - fresh.start];
  if (rows > LONGEST || columns > LONGEST) return false;
  if (rows === 0 && isRepeated(after, fresh)) return true;
  if (columns === 0 && isRepeated(before, old)) return true;
  // Which pairs of places can be reached, from the beginning of both stretches on.
  const reached = new Set([0]);
  const reach = (row: number, column: number) => reached.add(row * (columns + 1) + column);
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      if (!reached.has(row * (columns + 1) + column)) continue;
      const [b, a] = [old.start + row, fresh.start + column];
      if (row < rows && canBeMissing(before, b)) reach(row + 1, column);
      if (column < columns && canBeMissing(after, a)) reach(row, column + 1);
      for (let some = 1; some <= MOST_JOINED && row + some <= rows; some++) {
        for (let others = 1; others <= MOST_JOINED && column + others <= columns; others++) {
          const same =
            some + others === 2
              ? isSame(before, b, after, a, knowledge)
              : joined(before, b, some) === joined(after, a, others);
          if (same) reach(row + some, column + others);
        }
      }
    }
  }
  return reached.has(rows * (columns + 1) + columns);
}

function isSame(
  before: readonly Token[],
  b: number,
  after: readonly Token[],
  a: number,
  knowledge: WordKnowledge,
): boolean {
  const [one, other] = [before[b], after[a]];
  if (!one || !other) return false;
  const previous = before[b - 1]?.form;
  return one.form === other.form || isSameWord(one, other, { ...knowledge, ...(previous && { previous }) });
}

/** Several tokens written as one. Numbers stay apart: `1 5` is not `15`. */
function joined(tokens: readonly Token[], start: number, length: number): string {
  if (length > 1) {
    const words = tokens.slice(start, start + length).map(({ form }) => form);
    const one = formAsOne(words.join(' '));
    if (one) return one;
  }
  let text = '';
  for (let at = start; at < start + length; at++) {
    const { exact = '', form = '', kind } = tokens[at] ?? {};
    if (kind === 'number' && /\p{N}$/u.test(text)) text += ' ';
    // Two words may be one where neither stands for its figure: "zwei Bett" and "Zweibett".
    const isFigure = /\p{L}/u.test(exact) && !/\p{L}/u.test(form);
    if (!isPunctuation(tokens, at)) text += isFigure ? wordForm(exact) : form;
  }
  return text;
}

/** A minus before a number is none. */
function isPunctuation(tokens: readonly Token[], at: number): boolean {
  const { form = '', kind } = tokens[at] ?? {};
  return kind === 'sign' && PUNCTUATION.has(form) && tokens[at + 1]?.kind !== 'number';
}

function canBeMissing(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  if (!token) return false;
  if (token.kind === 'sign') return isPunctuation(tokens, at);
  const [previous, next] = [tokens[at - 1], tokens[at + 1]];
  if (/^\p{L}{2}/u.test(token.exact) && (previous?.form === token.form || next?.form === token.form))
    return true;
  return isFiller(token.form, previous?.kind === 'number' || next?.kind === 'number');
}

/** Is the stretch a repetition of what stands right before or behind it, as in "the the" or "in the in the"? */
function isRepeated(tokens: readonly Token[], { start, end }: { start: number; end: number }): boolean {
  const length = end - start;
  if (length === 0 || length > MOST_JOINED) return false;
  const forms = (from: number) =>
    from < 0
      ? undefined
      : tokens
          .slice(from, from + length)
          .map(({ exact, form }) => (/\p{L}/u.test(exact) ? form : ''))
          .join(' ');
  const own = forms(start);
  if (!own || own.split(' ').includes('')) return false;
  return forms(start - length) === own || forms(end) === own;
}

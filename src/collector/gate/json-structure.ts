import { type FieldError, pointerTo } from '../problem.ts';

/** No body of the interface goes deeper than a list inside of an object inside of an object. */
const DEEPEST = 8;

/** Fields of the longest sheet and of the longest list of signals are fewer. */
const MOST_KEYS = 1000;

/**
 * The name that reaches into every object of a program that uses it carelessly. `constructor` and `prototype` lead there
 * only below a key that no schema knows, and a question may be called so.
 */
const REACHING = '__proto__';

const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],]/g;

/** An object or a list whose end has not come yet. */
type Opened = { keys: Set<string>; key: string; isKeyNext: boolean } | { index: number };

/**
 * What is wrong with the structure of a JSON text, which a parsed value no longer shows or which nobody should have to
 * walk through: a key twice (one program takes the first, another the last), a name that reaches into every object, NUL,
 * too many keys, too deep. `undefined` where nothing is.
 *
 * @param text JSON that can be parsed
 * @example structureProblem('{"a":1,"a":2}') // { pointer: '#/a', detail: 'is given twice' }
 */
export function structureProblem(text: string): FieldError | undefined {
  const opened: Opened[] = [];
  const path = () => opened.map((one) => ('index' in one ? one.index : one.key));
  let keys = 0;
  for (const [token] of text.matchAll(TOKEN)) {
    const inside = opened.at(-1);
    if (token === '{' || token === '[') {
      if (opened.length === DEEPEST) return { pointer: pointerTo(path()), detail: 'goes too deep' };
      opened.push(token === '[' ? { index: 0 } : { keys: new Set(), key: '', isKeyNext: true });
    } else if (token === '}' || token === ']') {
      opened.pop();
    } else if (token === ',') {
      if (inside && 'index' in inside) inside.index += 1;
      else if (inside) inside.isKeyNext = true;
    } else {
      const string = token.includes('\\') ? (JSON.parse(token) as string) : token.slice(1, -1);
      if (inside && 'keys' in inside && inside.isKeyNext) {
        inside.key = string;
        inside.isKeyNext = false;
        keys += 1;
        if (string === REACHING) return { pointer: pointerTo(path()), detail: 'is not known here' };
        if (inside.keys.has(string)) return { pointer: pointerTo(path()), detail: 'is given twice' };
        if (keys > MOST_KEYS) return { pointer: '#', detail: `must hold at most ${MOST_KEYS} keys` };
        inside.keys.add(string);
      }
      if (string.includes('\0')) return { pointer: pointerTo(path()), detail: 'must not hold NUL' };
    }
  }
  return undefined;
}

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { structureProblem } from '../../../src/collector/gate/json-structure.ts';

/** Anything that JSON can say, without what is refused. */
const harmless = fc
  .jsonValue({ maxDepth: 7, stringUnit: 'binary' })
  .filter((value) => !/__proto__|\\u0000/.test(JSON.stringify(value)));

/** Keys as they can be written in JSON, among them those that look like something else. */
const key = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom('a":1,"a', '{', ']', '\\', '"', ',', ':', ''),
);

test('what JSON can say in one way only is fine, whatever stands in its texts', () => {
  fc.assert(
    fc.property(harmless, fc.constantFrom(undefined, 2, '\t'), (value, space) => {
      expect(structureProblem(JSON.stringify(value, null, space))).toBeUndefined();
    }),
  );
});

test('a key twice is found wherever it stands, and however it is written', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(key, { minLength: 1, maxLength: 8 }),
      harmless,
      fc.nat(),
      (keys, value, at) => {
        fc.pre(!keys.some((one) => one === '__proto__' || one.includes('\0')));
        const twice = keys[at % keys.length] ?? '';
        const escaped = `"${Array.from(twice, (_, index) => `\\u${twice.charCodeAt(index).toString(16).padStart(4, '0')}`).join('')}"`;
        fc.pre(Array.from(twice).length === twice.length);
        const pairs = keys.map((one) => `${JSON.stringify(one)}:${JSON.stringify(value)}`);
        expect(structureProblem(`[0,{${[...pairs, `${escaped} : 1`].join(' , ')}}]`)?.detail).toBe(
          'is given twice',
        );
      },
    ),
  );
});

test('as deep and as many as they may be, and one more', () => {
  const deep = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;
  expect(structureProblem(deep(8))).toBeUndefined();
  expect(structureProblem(deep(9))).toEqual({ pointer: '#/0/0/0/0/0/0/0/0', detail: 'goes too deep' });
  const keys = (count: number) => `{${Array.from({ length: count }, (_, number) => `"${number}":0`).join()}}`;
  expect(structureProblem(keys(1000))).toBeUndefined();
  expect(structureProblem(keys(1001))).toEqual({ pointer: '#', detail: 'must hold at most 1000 keys' });
});

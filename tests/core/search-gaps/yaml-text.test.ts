import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { yamlText } from '../../../src/core/search-gaps/yaml-text.ts';

test.each([
  ['cancel my contract', 'cancel my contract'],
  ['Größe ändern?', 'Größe ändern?'],
  ["where's my order", "where's my order"],
  ['退款', '退款'],
  ['no', '"no"'],
  ['12', '"12"'],
  ['a: b', '"a: b"'],
  ['#tag', '"#tag"'],
  ['- a', '"- a"'],
  ['a, b]', '"a, b]"'],
  ['ends ', '"ends "'],
  ['say "no"', '"say \\"no\\""'],
])('%s is written as %s', (text, yaml) => {
  expect(yamlText(text)).toBe(yaml);
});

test('whatever readers type is read as they typed it', () => {
  const typed = fc.oneof(
    fc
      .array(fc.integer({ min: 0, max: 0xd7ff }), { minLength: 1, maxLength: 12 })
      .map((codes) => String.fromCharCode(...codes)),
    fc.string({ unit: fc.constantFrom(...'ab:#-,[]{}"\'\\ &*!|>%@`?~.0eE+=<'), minLength: 1, maxLength: 8 }),
    fc.constantFrom(
      'null',
      'Yes',
      'OFF',
      '~',
      '1e3',
      '0x1f',
      '2026-01-01',
      '.inf',
      'true',
      '<<',
      '=',
      'a\nb',
    ),
  );
  fc.assert(
    fc.property(typed, (text) => {
      expect(
        parse(`key: ${yamlText(text)}\nlist:\n  - ${yamlText(text)}\nflow: [${yamlText(text)}, x]\n`),
      ).toEqual({
        key: text,
        list: [text],
        flow: [text, 'x'],
      });
    }),
  );
});

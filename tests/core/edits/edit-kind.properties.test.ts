import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindOfEdit } from '../../../src/core/edits/edit-kind.ts';
import { revisionOf } from '../../../src/core/revision.ts';
import { labelledEdits, textOf } from './labelled-edits.ts';

const edits = labelledEdits('working');
const anEdit = fc.constantFrom(...edits);
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(fc.constantFrom('the', 'Vertrag', '5', '€', '-', 'nicht', "don't", '1,000', '\n', 'zum', '<'), {
      maxLength: 12,
    })
    .map((words) => words.join(' ')),
);
const text = (words: string) => ({ title: '', sections: [{ text: words }] });
const revision = (markdown: string) => revisionOf('', textOf(markdown).sections);

test('a text compared with itself is formatting, whatever is in it', () => {
  fc.assert(
    fc.property(anyText, (words) => {
      expect(kindOfEdit(text(words), text(words))).toBe('formatting');
    }),
  );
});

test('it is formatting if and only if the revision stays', () => {
  fc.assert(
    fc.property(anyText, anyText, (one, other) => {
      const isSame = revisionOf('', [{ text: one }]) === revisionOf('', [{ text: other }]);
      expect(kindOfEdit(text(one), text(other)) === 'formatting').toBe(isSame);
    }),
  );
});

test('an edit and its reverse are of the same kind', () => {
  for (const { locale, before, after } of edits) {
    const [one, other] = [textOf(before), textOf(after)];
    expect(kindOfEdit(other, one, { locale })).toBe(kindOfEdit(one, other, { locale }));
  }
});

test('what surrounds an edit does not change its kind', () => {
  fc.assert(
    fc.property(anEdit, anEdit, ({ locale, before, after }, other) => {
      const around = (markdown: string) =>
        textOf(`${other.before}\n\n## Here\n\n${markdown}\n\n## There\n\nWords.\n`);
      // A word of the surroundings may show that another is no typing error.
      fc.pre(!sharesWords(`${before} ${after}`, other.before));
      expect(kindOfEdit(around(before), around(after), { locale })).toBe(
        kindOfEdit(textOf(before), textOf(after), { locale }),
      );
    }),
    { numRuns: 200 },
  );
});

test('formatting never changes the revision', () => {
  const formatted: ((markdown: string) => string)[] = [
    (markdown) => markdown.replaceAll('\n', '\r\n'),
    (markdown) => markdown.replace(/^#(#+ )/gm, '$1'),
    (markdown) => markdown.replace(/^- /gm, '* '),
    (markdown) => markdown.replace(/ (?=\p{L}+[.,] )/gu, '\u00A0'),
    (markdown) => markdown.replace(/\]\((?!#)[^)\s`]+\)(?![^\n]*`)/g, '](elsewhere.md)'),
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...edits.filter(({ before }) => !before.includes('`'))),
      fc.constantFrom(...formatted),
      ({ before }, format) => {
        expect(revision(format(before))).toBe(revision(before));
      },
    ),
  );
});

function sharesWords(one: string, other: string): boolean {
  const words = new Set(one.toLowerCase().match(/\p{L}{3,}/gu));
  return (other.toLowerCase().match(/\p{L}{3,}/gu) ?? []).some((word) => words.has(word));
}

import fc from 'fast-check';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { code, codeBlock, prose } from '../../../src/core/quoting/markdown.ts';
import { oneLine } from '../../../src/core/quoting/safe-text.ts';
import { HOSTILE } from '../../reports/an-audit-report.ts';
import { CALLS, textsIn, treeOf } from './markdown-tree.ts';

describe('a text in Markdown', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc
      .array(fc.constantFrom(...'`*_~[]()<>&|\\#!@$-+=>1.: "ab\n\u0000\ud800', '``', '&lt;', '://'), {
        maxLength: 24,
      })
      .map((all) => all.join('')),
    fc.constantFrom(...HOSTILE),
  );

  test('says what it said, in one paragraph of words and code', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const tree = treeOf(prose(text));
        // Backquotes may have become code.
        const letters = (shown: string) => shown.replace(/`|\s/g, '');
        expect(letters(textOf(tree))).toBe(letters(oneLine(text)));
        visit(tree, ({ type }) => expect(['root', 'paragraph', 'text', 'inlineCode']).toContain(type));
        expect(textsIn(tree).filter((one) => CALLS.test(one))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('has code where a writer of rules puts backquotes, and nowhere else', () => {
    expect(prose('Set `reviewed: 2026-08-01`, not ``a`` or ` `.')).toBe(
      'Set `reviewed: 2026-08-01`, not \\`\\`a\\`\\` or \\` \\`.',
    );
    expect(prose('`a`@x and @y')).toBe('`` `a`@x `` and `@y`');
    expect(prose('1. - 2026')).toBe('1\\. - 2026');
  });

  test('is code where it is to be code, whatever it holds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        if (oneLine(text) === '') return;
        const tree = treeOf(`x ${code(text)} y`);
        expect(textOf(tree)).toBe(`x ${oneLine(text)} y`);
        expect('children' in tree && tree.children.map(({ type }) => type)).toEqual(['paragraph']);
      }),
      { numRuns: 1000 },
    );
  });

  test('begins no command to GitLab', () => {
    expect(prose('/close the page /en/x/')).toBe('\\/close the page /en/x/');
    expect(code('\n/close')).toBe('`/close`');
  });

  test('in a block cannot end it', () => {
    expect(codeBlock('en:\n  - [a, "```"]\n', 'synonyms.yaml')).toBe('````yaml\nen:\n  - [a, "```"]\n````');
  });
});

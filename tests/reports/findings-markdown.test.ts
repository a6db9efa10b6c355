import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { findingsMarkdown } from '../../src/reports/findings-markdown.ts';
import { code, prose } from '../../src/reports/markdown.ts';
import { oneLine } from '../../src/reports/safe-text.ts';
import { anAuditReport, HOSTILE, READABILITY, SEARCH_GAP, saying, UNHELPFUL } from './an-audit-report.ts';

function treeOf(markdown: string): Nodes {
  return unified().use(remarkParse).use(remarkGfm).parse(markdown);
}

/** What a forge makes a person or another issue of, outside of code. */
const CALLS = /@\w|(?:^|\W)[#!]\d|\bGH-\d|:\/\/|\bwww\./;

/** Texts outside of code. */
function textsIn(tree: Nodes): string[] {
  const texts: string[] = [];
  visit(tree, 'text', ({ value }) => {
    texts.push(value);
  });
  return texts;
}

describe('the list in Markdown', () => {
  test('has a list for each owner, the owner with the most urgent finding first', () => {
    expect(findingsMarkdown(anAuditReport([UNHELPFUL, SEARCH_GAP, READABILITY], { found: 43 }))).toBe(
      `## What to mend next in Help

**1 error, 1 warning, 1 hint in 3 files.** Looked at 2 articles and 40 votes on 2026-08-01. These are the first 3 of 43.

### billing-team

1. **error** \`unhelpful\` [Get a refund](<https://help.example.com/en/billing/refund/>) (en)
   It helped 12 of 40 readers who voted: 30 % (probably 18 to 45 % of all readers).
   → Compare it with the product as it is today.
   since 2026-05-04, impact 900, \`content/en/billing/refund.md:2\`

   > “Step 3 is missing.” (2026-07-12)
   >
   > “There is no such button.” (2026-06-30)

### Without an owner

1. **warning** \`search-gap\` \`content/synonyms.yaml:1\`
   31 readers searched for \`money back\` and found nothing.
   → Add the line below to \`synonyms.yaml\`.
   impact 31

   Into \`content/synonyms.yaml\`:

   \`\`\`yaml
   en:
     - [money back, refund]
   \`\`\`

### übersetzung

1. **hint** \`readability\` [Geld zurück](<https://help.example.com/de/billing/refund/>) (de)
   Its sentences have 27 words on average.
   → Split the longest ones.
   \`content/de/billing/refund.md:14\``,
    );
  });

  test('says so where there is nothing to mend', () => {
    expect(findingsMarkdown(anAuditReport([]))).toBe(
      '## What to mend next in Help\n\n**Nothing to mend.** Looked at 2 articles and 40 votes on 2026-08-01.',
    );
  });

  test('has no heading over its only list where nobody owns anything', () => {
    expect(findingsMarkdown(anAuditReport([SEARCH_GAP]))).not.toContain('###');
  });

  test('keeps its shape, calls nobody and links nowhere, whatever readers wrote', () => {
    const tree = treeOf(
      findingsMarkdown(
        anAuditReport(HOSTILE.map((text) => ({ ...saying(text), message: text, owner: 'team' }))),
      ),
    );
    const list = 'children' in tree ? tree.children.at(-1) : undefined;
    expect(list?.type).toBe('list');
    const items = list && 'children' in list ? list.children : [];
    expect(items).toHaveLength(HOSTILE.length);
    for (const item of items) {
      const kinds = 'children' in item ? item.children.map(({ type }) => type) : [];
      expect(kinds).toEqual(expect.arrayContaining(['paragraph', 'blockquote', 'code']));
      expect(kinds.filter((kind) => !['paragraph', 'blockquote', 'code'].includes(kind))).toEqual([]);
    }
    const addresses = new Set<string>();
    visit(tree, 'link', ({ url }) => {
      addresses.add(url);
    });
    expect([...addresses]).toEqual(['https://help.example.com/en/billing/refund/']);
    visit(tree, ({ type }) => expect(['html', 'image', 'delete', 'emphasis', 'table']).not.toContain(type));
    expect(textsIn(tree).filter((text) => CALLS.test(text))).toEqual([]);
  });
});

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
});

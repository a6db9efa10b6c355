import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { findingsMarkdown } from '../../src/reports/findings-markdown.ts';
import { CALLS, textsIn, treeOf } from '../core/quoting/markdown-tree.ts';
import { anAuditReport, HOSTILE, READABILITY, SEARCH_GAP, saying, UNHELPFUL } from './an-audit-report.ts';

describe('the list in Markdown', () => {
  test('says how many votes do not count, and why', () => {
    const setAside = {
      kind: 'vote',
      article: 'billing/refund',
      locale: 'en',
      reason: 'repeat',
      count: 3,
    } as const;
    expect(findingsMarkdown(anAuditReport([], { aside: [setAside] }))).toContain(
      'Looked at 2 articles and 40 votes on 2026-08-01. 3 recent votes were set aside: 3 more of the same from one place.',
    );
  });

  test('has a list for each owner, the owner with the most urgent finding first', () => {
    expect(findingsMarkdown(anAuditReport([UNHELPFUL, SEARCH_GAP, READABILITY], { found: 43 }))).toBe(
      `## What to mend next in Help

**1 error, 1 warning, 1 hint in 3 files.** Looked at 2 articles and 40 votes on 2026-08-01. These are the first 3 of 43.

### billing-team

1. **error** \`unhelpful\` [Get a refund](<https://help.example.com/en/billing/refund/>) (en)
   It helped 12 of 40 readers who voted: 30 % (probably 18 to 45 % of all readers).
   → Compare it with the product as it is today.
   since 2026-05-04, impact 900, \`content/en/billing/refund.md:2\`

   > “Step 3 is missing.” (2026-07-12, e0f3)
   >
   > “There is no such button.” (2026-06-30, a1b2)

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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/core/finding.ts';
import { findingsJson } from '../../src/reports/findings-json.ts';
import { countInWords, findingsText } from '../../src/reports/findings-text.ts';
import { terminalOf } from '../../src/reports/terminal.ts';

const unhelpful: Finding = {
  rule: 'unhelpful',
  severity: 'error',
  article: 'billing/refund',
  locale: 'en',
  file: 'en/billing/refund.md',
  line: 2,
  message: 'It helped 12 of 40 readers who voted.',
  hint: 'Compare it with the product as it is today. `npm run report` shows the comments.',
  owner: 'billing-team',
  impact: 899.6,
  since: '2026-05-04',
};
const behind: Finding = {
  rule: 'translation-behind',
  severity: 'warning',
  article: 'billing/refund',
  locale: 'de',
  file: 'de/billing/refund.md',
  line: 12,
  message: 'The source en/billing/refund.md has changed since it was translated.',
  hint: 'Bring over what changed, then set `revision: bbbbbbbbbbbb` under `translates`.',
  impact: 4.21,
};
const broken: Finding = {
  rule: 'links',
  severity: 'hint',
  file: 'en/billing/refund.md',
  line: 104,
  message: 'Nothing is there.',
  hint: 'Mend it.',
};
const all = [unhelpful, behind, broken];

describe('findings as text', () => {
  test('are one plain line each where nobody sits at a terminal, with a count at the end', () => {
    expect(findingsText(all)).toBe(
      [
        'en/billing/refund.md:2 error unhelpful: It helped 12 of 40 readers who voted. Compare it with the product as ' +
          'it is today. `npm run report` shows the comments. (owner billing-team, since 2026-05-04, impact 900)',
        'de/billing/refund.md:12 warning translation-behind: The source en/billing/refund.md has changed since it was ' +
          'translated. Bring over what changed, then set `revision: bbbbbbbbbbbb` under `translates`. (impact 4.2)',
        'en/billing/refund.md:104 hint links: Nothing is there. Mend it.',
        '1 error, 1 warning, 1 hint in 2 files.',
      ].join('\n'),
    );
  });

  test('are a table in a terminal, the findings of a file together and code unbroken', () => {
    expect(
      findingsText(all, { folder: 'content/', terminal: { columns: 90, colour: false } }),
    ).toBe(`content/en/billing/refund.md                                                  billing-team
  2  error    unhelpful           It helped 12 of 40 readers who voted.
                                  → Compare it with the product as it is today.
                                    \`npm run report\` shows the comments.
                                  since 2026-05-04, impact 900
104  hint     links               Nothing is there.
                                  → Mend it.

content/de/billing/refund.md
 12  warning  translation-behind  The source en/billing/refund.md has changed since it was
                                  translated.
                                  → Bring over what changed, then set
                                    \`revision: bbbbbbbbbbbb\` under \`translates\`.
                                  impact 4.2

1 error, 1 warning, 1 hint in 2 files.`);
  });

  test('put the text below the rule where the window is narrow', () => {
    expect(findingsText([behind], { terminal: { columns: 50, colour: false } })).toBe(`de/billing/refund.md
12  warning  translation-behind
    The source en/billing/refund.md has changed
    since it was translated.
    → Bring over what changed, then set
      \`revision: bbbbbbbbbbbb\` under \`translates\`.
    impact 4.2

1 warning in 1 file.`);
  });

  test('have colours only where the terminal has them', () => {
    const coloured = findingsText([broken], { terminal: { columns: 90, colour: true } });
    expect(coloured).toContain('\u001b[1men/billing/refund.md\u001b[22m');
    expect(coloured).toContain('\u001b[36mhint   \u001b[39m');
    const plain = findingsText(all, { terminal: { columns: 90, colour: false } });
    expect(`${plain}${findingsText(all)}`).not.toContain('\u001b');
  });

  test('keep to the width of the window, as far as words and code allow', () => {
    fc.assert(
      fc.property(fc.integer({ min: 60, max: 200 }), fc.lorem({ maxCount: 60 }), (columns, message) => {
        const text = findingsText([{ ...unhelpful, message, hint: message }], {
          terminal: { columns, colour: false },
        });
        for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(columns);
      }),
    );
  });

  test('cannot be broken or coloured by what stands in a file of a writer', () => {
    const nasty = { ...broken, message: 'Unknown key `a\nb`\u001b[2J\r\u2028here.' };
    expect(findingsText([nasty])).toBe(
      'en/billing/refund.md:104 hint links: Unknown key `a b` [2J here. Mend it.\n1 hint in 1 file.',
    );
  });

  test('quote the newest comments, and show lines to copy below', () => {
    const comments = ['Newest', 'Second `a\nb`', 'x'.repeat(300), 'Fourth', 'Fifth'].map((text, index) => ({
      id: `${index}`,
      day: `2026-07-1${5 - index}`,
      text,
    }));
    const proposal = { file: 'synonyms.yaml', text: 'en:\n  - [money back, refund]\n' };
    const figure = { value: 0.3, low: 0.18, high: 0.45, of: 40 };
    const finding = { ...broken, comments, proposal, figure };
    expect(findingsText([finding], { folder: 'content' })).toBe(
      [
        'content/en/billing/refund.md:104 hint links: Nothing is there. Mend it.',
        '  “Newest” (2026-07-15, 0)',
        '  “Second `a b`” (2026-07-14, 1)',
        `  “${'x'.repeat(240)}…” (2026-07-13, 2)`,
        '  and 2 more comments',
        '  Into content/synonyms.yaml:',
        '    en:',
        '      - [money back, refund]',
        '1 hint in 1 file.',
      ].join('\n'),
    );
    const few = { ...finding, comments: comments.slice(0, 2) };
    const terminal = { columns: 80, colour: false };
    expect(findingsText([few, broken], { folder: 'content', terminal })).toBe(`content/en/billing/refund.md
104  hint     links  Nothing is there.
                     → Mend it.
                       “Newest” (2026-07-15, 0)
                       “Second \`a b\`” (2026-07-14, 1)
                     0 ────━━●━━━─────────── 100 %
                     Into content/synonyms.yaml:

en:
  - [money back, refund]

104  hint     links  Nothing is there.
                     → Mend it.

2 hints in 1 file.`);
  });

  test('cannot be made to give commands to the program that keeps the log', () => {
    const text = '::add-mask::a\n  ::set-output name=a::b\n##vso[task.complete]c\n##[error]d ## e';
    const comments = [{ id: '1', day: '2026-07-15', text }];
    const printed = findingsText([{ ...broken, message: text, comments, proposal: { file: 'a.md', text } }]);
    expect(printed.split('\n').filter((line) => /^\s*::|##\w*\[/.test(line))).toEqual([]);
    expect(printed).toContain('## e');
  });

  test('say so where there are none', () => {
    expect(findingsText([])).toBe('Nothing to mend.');
    expect(findingsText([], { terminal: { columns: 80, colour: true } })).toBe('Nothing to mend.');
  });

  test('are counted by severity, in one or more', () => {
    expect(countInWords([unhelpful, unhelpful, broken])).toBe('2 errors, 1 hint in 1 file.');
  });
});

describe('findings as JSON', () => {
  test('have a version, every key, and null for what is not said', () => {
    const nothing = { category: 'billing', figure: null, comments: [], proposal: null, proven: null };
    expect(JSON.parse(findingsJson([unhelpful, broken]))).toEqual({
      version: 1,
      findings: [
        { ...unhelpful, ...nothing },
        { ...broken, ...nothing, article: null, locale: null, owner: null, impact: null, since: null },
      ],
    });
  });

  test('give no command to the program that keeps the log, and say the same', () => {
    const text = 'see ##vso[task.setvariable variable=a]b and ## [x]';
    const json = findingsJson([{ ...broken, message: text }]);
    expect(json).not.toContain('##vso[');
    expect(JSON.parse(json).findings[0].message).toBe(text);
  });

  test('round the impact, which is an estimate', () => {
    const [finding] = JSON.parse(findingsJson([{ ...behind, impact: 1 / 3 }])).findings;
    expect(finding.impact).toBe(0.33);
  });

  test('are an empty list where there are none', () => {
    expect(JSON.parse(findingsJson([]))).toEqual({ version: 1, findings: [] });
  });
});

test('a stream into a file or another program is no terminal', () => {
  const stream = (given: object) => ({ hasColors: () => true, ...given }) as NodeJS.WriteStream;
  expect(terminalOf(stream({ isTTY: undefined }))).toBeUndefined();
  expect(terminalOf(stream({ isTTY: true, columns: 132 }))).toEqual({ columns: 132, colour: true });
  expect(terminalOf(stream({ isTTY: true, columns: 0, hasColors: () => false }))).toEqual({
    columns: 80,
    colour: false,
  });
});

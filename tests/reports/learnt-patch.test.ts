import { expect, test } from 'vitest';
import type { Change } from '../../src/core/learning/change.ts';
import { learntJson } from '../../src/reports/learnt-json.ts';
import { learntPatch } from '../../src/reports/learnt-patch.ts';
import { learntText } from '../../src/reports/learnt-text.ts';
import { anArticle } from '../core/an-article.ts';

const evidence = { readers: 5, days: 3, place: 4 };
const question = {
  kind: 'question',
  article: anArticle(),
  question: 'money back please',
  evidence,
} as const;
const synonym = { kind: 'synonym', locale: 'de', known: 'Rechnung', asked: 'Faktura', evidence } as const;
const changes: Change[] = [
  {
    file: 'en/billing/refund.md',
    before: '---\ntitle: A\nquestions:\n  - one\n---\n\nText\n',
    after: '---\ntitle: A\nquestions:\n  - one\n  - money back please\n---\n\nText\n',
    proposals: [question],
  },
  { file: 'synonyms.yaml', after: 'de:\n  - [Rechnung, Faktura]\n', proposals: [synonym] },
];

test('a patch says before each file what speaks for its change', () => {
  expect(learntPatch(changes, 'content')).toBe(`\
# 5 readers on 3 days asked “money back please” and said yes; search showed it at place 4
--- a/content/en/billing/refund.md
+++ b/content/en/billing/refund.md
@@ -2,6 +2,7 @@
 title: A
 questions:
   - one
+  - money back please
 ---
${' '}
 Text

# 5 readers on 3 days asked for “Faktura” where the title of what helped says “Rechnung”; search showed it at place 4
--- /dev/null
+++ b/content/synonyms.yaml
@@ -0,0 +1,2 @@
+de:
+  - [Rechnung, Faktura]
`);
});

test('other programs get each proposal with its evidence', () => {
  expect(JSON.parse(learntJson(changes))).toEqual({
    version: 1,
    proposals: [
      {
        kind: 'question',
        file: 'en/billing/refund.md',
        locale: 'en',
        article: 'billing/refund',
        question: 'money back please',
        readers: 5,
        days: 3,
        place: 4,
      },
      {
        kind: 'synonym',
        file: 'synonyms.yaml',
        locale: 'de',
        known: 'Rechnung',
        asked: 'Faktura',
        readers: 5,
        days: 3,
        place: 4,
      },
    ],
  });
});

test.each([
  [
    { questions: [question], synonyms: [synonym, synonym], helpful: 9, leftOut: 0 },
    '1 question for 1 article and 2 synonyms, each from at least 3 readers on 2 days.',
  ],
  [
    { questions: [question, question], synonyms: [], helpful: 9, leftOut: 0 },
    '2 questions for 1 article, each from at least 3 readers on 2 days.',
  ],
  [
    { questions: [], synonyms: [], helpful: 0, leftOut: 0 },
    'Nothing to propose: no reader has come to an article by search and voted yes yet. ' +
      'A proposal needs 3 readers on 2 days.',
  ],
  [
    { questions: [], synonyms: [], helpful: 1, leftOut: 0 },
    'Nothing to propose: 1 search led to an article that helped, but no new phrasing has 3 readers on 2 days yet.',
  ],
  [
    { questions: [], synonyms: [], helpful: 9, leftOut: 2 },
    'Nothing to propose: 9 searches led to an article that helped, but no new phrasing has 3 readers on 2 days yet. ' +
      '2 were left out because they may tell who asked.',
  ],
])('what was learnt, or why nothing was, is said in a line (%#)', (learnt, text) => {
  expect(learntText(learnt, 3)).toBe(text);
});

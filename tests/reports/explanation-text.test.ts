import { expect, test } from 'vitest';
import type { Explanation } from '../../src/core/explanation.ts';
import { explanationJson } from '../../src/reports/explanation-json.ts';
import { explanationText } from '../../src/reports/explanation-text.ts';
import { anArticle, feedbackOn } from '../core/an-article.ts';
import { UNHELPFUL } from './an-audit-report.ts';

const ARTICLE = anArticle({
  frontmatter: { owner: 'billing-team', reviewed: '2026-05-01' },
  outline: {
    ...anArticle().outline,
    links: [
      { target: './invoice.md', line: 9 },
      { target: './invoice.md', line: 12 },
    ],
  },
});
const CURRENT = feedbackOn(ARTICLE, { helpful: 28, unhelpful: 22, views: 900, reasons: { outdated: 9 } });

const KNOWN: Explanation = {
  article: ARTICLE,
  findings: [UNHELPFUL],
  versions: [
    { revision: 'bbbbbbbbbbbb', edit: 'spelling' },
    {
      revision: 'aaaaaaaaaaaa',
      commit: { hash: '0123456789abcdef', day: '2026-05-04', subject: 'Shorten the steps' },
      edit: 'substance',
      feedback: CURRENT,
    },
  ],
  lastEdit: {
    verdict: 'hurt',
    before: { helpful: 80, unhelpful: 20 },
    after: { helpful: 28, unhelpful: 22 },
    change: -0.24,
    interval: { low: -0.369, high: -0.107 },
  },
  current: CURRENT,
  comments: [
    {
      ...{ id: 'e0f3a1b2-0000-4000-8000-000000000000', article: 'billing/refund', locale: 'en' },
      ...{ revision: 'aaaaaaaaaaaa', received: new Date('2026-07-12T09:00:00Z'), helpful: false },
      comment: '##vso[task.x]\u202eStep 3\u001b[2J is\nmissing.',
    },
  ],
  searches: [{ article: 'billing/refund', locale: 'en', query: 'money back', opens: 12 }],
  contacts: { article: 'billing/refund', locale: 'en', contacts: 6, solved: 2, views: 300 },
  aside: [{ kind: 'vote', article: 'billing/refund', locale: 'en', reason: 'repeat', count: 3 }],
  linkedFrom: ['en/billing/invoice.md'],
  translations: [anArticle({ locale: 'de' })],
  review: { from: '2026-05-01', reviewed: true, lasts: '6 months', due: '2026-11-01' },
  reviews: ['2026-05-01', '2025-11-03'],
};

test('says everything that is known, and nothing that strangers typed does anything', () => {
  expect(explanationText(KNOWN, 'content/')).toMatchInlineSnapshot(`
    "Get a refund
    content/en/billing/refund.md  /en/billing/refund/
    how-to, owner billing-team, reviewed 2026-05-01, next review due 2026-11-01, reviewed before on 2025-11-03

    To mend
      error unhelpful: It helped 12 of 40 readers who voted: 30 % (probably 18 to 45 % of all readers).
      → Compare it with the product as it is today.

    Texts and votes, the newest first
      not committed            spelling    bbbbbbbbbbbb  no votes
      2026-05-04  01234567  substance   aaaaaaaaaaaa  helped 28 of 50: 56 % (42 to 69 %)  Shorten the steps

    Did the last change of substance help?
      It hurt.
      before: helped 80 of 100: 80 % (71 to 87 %)
      after: helped 28 of 50: 56 % (42 to 69 %)
      change: -24 points of a hundred (probably -37 to -11)

    Reasons since the last change of substance
         9  outdated

    Comments, the newest first
      2026-07-12  e0f3a1b2  no  “# #vso[task.x]Step 3 [2J is missing.”

    Searches that led here
        12  money back

    Readers on their way to a person
      6 looked for a person, of 300 views in the same days; 2 said that this article had solved it.

    Votes that do not count
      3 recent votes were set aside: 3 more of the same from one place.

    Links to this article
      en/billing/invoice.md

    Links from this article
      ./invoice.md

    Other languages
      de/billing/refund.md"
  `);
});

test('says what is not known', () => {
  const unknown: Explanation = {
    article: anArticle(),
    aside: [],
    findings: [],
    versions: [],
    comments: [],
    searches: [],
    linkedFrom: [],
    translations: [],
    review: { from: '2026-05-01', reviewed: false, lasts: '6 months', due: '2026-11-01' },
    reviews: [],
  };
  expect(explanationText(unknown, 'content')).toMatchInlineSnapshot(`
    "Get a refund
    content/en/billing/refund.md  /en/billing/refund/
    how-to, owner nobody, never reviewed, first review due 2026-11-01

    To mend
      Nothing.

    Texts and votes, the newest first
      No history.

    Links to this article
      None."
  `);
});

test('cuts long lists', () => {
  const linkedFrom = Array.from({ length: 23 }, (_, place) => `en/a/${place}.md`);
  expect(explanationText({ ...KNOWN, linkedFrom }, 'content')).toContain('  en/a/19.md\n  … and 3 more\n');
});

test('as JSON it says the same to other programs, without a command to a log', () => {
  const json = explanationJson([KNOWN]);
  expect(json).not.toMatch(/##vso|\u202e/);
  expect(JSON.parse(json)).toMatchObject({
    version: 1,
    articles: [
      {
        ...{ id: 'billing/refund', locale: 'en', file: 'en/billing/refund.md' },
        address: '/en/billing/refund/',
        contacts: KNOWN.contacts,
        comments: [{ comment: KNOWN.comments[0]?.comment }],
        linksTo: ['./invoice.md'],
        translations: ['de/billing/refund.md'],
      },
    ],
  });
});

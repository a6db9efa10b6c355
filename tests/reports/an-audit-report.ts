import type { VoteDay } from '../../src/core/audit-feedback/audit-feedback.ts';
import { addDuration, type Day } from '../../src/core/calendar.ts';
import type { Finding } from '../../src/core/finding.ts';
import type { ArticleSeries, VoteSeries } from '../../src/core/series/vote-series.ts';
import { siteSchema } from '../../src/core/site.ts';
import type { AuditReport } from '../../src/reports/audit-report.ts';
import { anArticle, feedbackOn } from '../core/an-article.ts';

const SITE = siteSchema.parse({
  title: { en: 'Help' },
  url: 'https://help.example.com/',
  locales: ['en', 'de'],
});

/** Something of everything that a finding may say. */
export const UNHELPFUL: Finding = {
  rule: 'unhelpful',
  severity: 'error',
  article: 'billing/refund',
  locale: 'en',
  file: 'en/billing/refund.md',
  line: 2,
  message: 'It helped 12 of 40 readers who voted: 30 % (probably 18 to 45 % of all readers).',
  hint: 'Compare it with the product as it is today.',
  owner: 'billing-team',
  impact: 899.6,
  since: '2026-05-04',
  figure: { value: 0.3, low: 0.18074, high: 0.45431, of: 40 },
  comments: [
    { id: 'e0f3', day: '2026-07-12', text: 'Step 3 is missing.' },
    { id: 'a1b2', day: '2026-06-30', text: 'There is no such button.' },
  ],
  proven: true,
};

/** Without an article, and with lines to copy. */
export const SEARCH_GAP: Finding = {
  rule: 'search-gap',
  severity: 'warning',
  locale: 'en',
  file: 'synonyms.yaml',
  line: 1,
  message: '31 readers searched for `money back` and found nothing.',
  hint: 'Add the line below to `synonyms.yaml`.',
  impact: 31,
  proposal: { file: 'synonyms.yaml', text: 'en:\n  - [money back, refund]\n' },
};

/** What says the least. */
export const READABILITY: Finding = {
  rule: 'readability',
  severity: 'hint',
  article: 'billing/refund',
  locale: 'de',
  file: 'de/billing/refund.md',
  line: 14,
  message: 'Its sentences have 27 words on average.',
  hint: 'Split the longest ones.',
  owner: 'übersetzung',
  impact: 0,
};

/** A report of these findings, on an article in two languages of which the English one has votes. */
export function anAuditReport(findings: readonly Finding[], given: Partial<AuditReport> = {}): AuditReport {
  return {
    findings,
    found: findings.length,
    articles: [
      anArticle({ frontmatter: { title: 'Get a refund' } }),
      anArticle({ locale: 'de', frontmatter: { title: 'Geld zurück' } }),
    ],
    votes: 40,
    aside: [],
    today: '2026-08-01',
    folder: 'content',
    series: new Map([['en/billing/refund.md', A_SERIES]]),
    site: SITE,
    rules: [
      { name: 'unhelpful', summary: 'It helps too few of its readers.' },
      { name: 'search-gap', summary: 'Readers search for it in vain.' },
      { name: 'readability', summary: 'It is hard to read.' },
    ],
    ...given,
  };
}

/** So many weeks of votes, the same every week. */
export function weeksOf(from: Day, weeks: number, helpful: number, unhelpful: number): VoteDay[] {
  return Array.from({ length: weeks }, (_, week) => ({
    day: addDuration(from, `${7 * week} days`),
    helpful,
    unhelpful,
  }));
}

/** Votes on a text that was made by a commit of this day. */
export function aVoteSeries(since: Day, days: VoteDay[]): VoteSeries {
  const feedback = feedbackOn(anArticle(), {
    days,
    helpful: days.reduce((sum, { helpful }) => sum + helpful, 0),
    unhelpful: days.reduce((sum, { unhelpful }) => sum + unhelpful, 0),
  });
  const commit = { hash: since, day: since, subject: 'Edit' };
  return { versions: [{ revision: feedback.revision, commit, edit: 'substance', feedback }], feedback };
}

/** Ten weeks with 4 of 5 readers helped, then ten with 3 of 10. */
const A_SERIES: ArticleSeries = {
  before: aVoteSeries('2026-01-05', weeksOf('2026-01-06', 10, 4, 1)),
  current: aVoteSeries('2026-03-16', weeksOf('2026-03-17', 10, 3, 7)),
};

/** What strangers may type to break out of the place where it is shown. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><b>',
  'a | b | c',
  '`code` `` ``` unclosed `',
  '::error file=x::y',
  '%0A::warning::z',
  '##vso[task.setvariable variable=x]y',
  '=HYPERLINK("https://evil.example";"x")',
  '+1+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1+1',
  '＝1+1',
  'one\r\ntwo\nthree\u2028four\u2029five',
  '\u202etxt.exe\u202c \u2066x\u2069',
  'nul\u0000 bell\u0007 csi\u009b',
  '\u001b[2J\u001b[31mred\u001b]8;;https://evil.example\u0007link',
  'half \ud800 and \udc00',
  '@everyone and @org/team fix #1, GH-2, !3, org/repo#4',
  'https://evil.example/x www.evil.example mail@evil.example',
  '[click](javascript:alert(1)) ![x](https://evil.example/x.png)',
  '/close',
  '- [ ] task',
  '1. one',
  '# heading',
  '===',
  '---',
  ':-',
  '|-|',
  'in\n```\n# out',
  '{{ x }} {0}',
  '$$x$$ ~~y~~ **z** _w_',
  '\\ \\| \\` \\n',
  '</details></svg></style>',
  '&lt; &amp; &#x3c;',
  'x'.repeat(1000),
  '',
] as const;

/** A finding that says this wherever a finding says anything that is not ours. */
export function saying(text: string): Finding {
  return {
    ...UNHELPFUL,
    message: `Readers wrote ${text}`,
    hint: text,
    owner: text || 'nobody',
    comments: [{ id: 'e0f3', day: '2026-07-12', text }],
    proposal: { file: 'synonyms.yaml', text },
  };
}

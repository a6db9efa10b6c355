import { frontmatterSchema } from '../../src/core/article.ts';
import type { Figures } from '../../src/core/figures/figures.ts';
import { ReportTally } from '../../src/core/figures/report-tally.ts';
import type { Finding } from '../../src/core/finding.ts';
import { siteSchema } from '../../src/core/site.ts';
import { surveySchema } from '../../src/core/survey/survey.ts';
import { readTexts } from '../../src/readers/texts.ts';
import type { DigestInput } from '../../src/reports/digest/digest.ts';
import type { ReportInput } from '../../src/reports/report.ts';

const site = siteSchema.parse({
  title: { en: 'Help | all of it', de: 'Hilfe' },
  url: 'https://help.example.com/',
  locales: ['en', 'de'],
});
const level = (en: string, de: string) => ({ title: { en, de }, description: { en, de } });
const ends = { low: { en: 'no' }, high: { en: 'yes' } };
const survey = surveySchema.parse({
  title: { en: 'Survey' },
  introduction: { en: 'Short.' },
  thanks: { en: 'Thanks.' },
  levels: {
    accuracy: level('Accuracy', 'Genauigkeit'),
    availability: level('Availability', 'Verfügbarkeit'),
    partnership: level('Partnership', 'Partnerschaft'),
    expertise: level('Expertise', 'Expertise'),
  },
  questions: [
    { id: 'right', kind: 'scale', level: 'accuracy', text: { en: 'Was it right?' }, ends },
    { id: 'heard', kind: 'scale', level: 'partnership', text: { en: 'Were you heard?' }, ends },
    { id: 'satisfaction', kind: 'csat', text: { en: 'Satisfied?' }, ends },
    { id: 'recommend', kind: 'nps', text: { en: 'Would you recommend us?' }, ends },
  ],
});
const refund = frontmatterSchema.parse({ title: 'Get a <refund>', description: 'How.', type: 'faq' });
const invoice = frontmatterSchema.parse({ title: 'Find your invoice', description: 'How.', type: 'faq' });

const share = (count: number, of: number, low: number, high: number) => ({
  count,
  of,
  share: count / of,
  low,
  high,
});
const fell = {
  before: share(80, 100, 0.71, 0.87),
  difference: -0.3,
  low: -0.43,
  high: -0.16,
  verdict: 'worse',
} as const;
const open = {
  before: share(6, 10, 0.31, 0.83),
  difference: 0.1,
  low: -0.28,
  high: 0.44,
  verdict: 'open',
} as const;

/** Figures of one month with something of everything, as they might be counted. */
export const MARCH: Figures = {
  period: { from: '2026-03-01', to: '2026-03-31' },
  before: { from: '2026-01-29', to: '2026-02-28' },
  votes: {
    total: 120,
    helpful: share(60, 120, 0.41, 0.59),
    change: fell,
    trend: {
      from: '2026-02-23',
      steps: 5,
      weeksAStep: 1,
      points: [
        { step: 0, of: 10, share: 0.8, low: 0.49, high: 0.94 },
        { step: 2, of: 8, share: 0.5, low: 0.22, high: 0.78 },
      ],
    },
    withReason: 20,
    reasons: [
      { reason: 'outdated', count: 15, share: 0.75 },
      { reason: 'wrong', count: 5, share: 0.25 },
    ],
    comments: {
      total: 1,
      newest: [{ text: '=1+1', day: '2026-03-05', article: 'billing/refund', locale: 'en', helpful: false }],
    },
  },
  articles: [
    {
      article: 'billing/refund',
      locale: 'en',
      views: 900,
      votes: 100,
      helpful: share(50, 100, 0.4, 0.6),
      change: fell,
      reasons: { outdated: 15 },
      revisions: [
        {
          revision: 'a11111111111',
          from: '2026-03-01',
          to: '2026-03-10',
          votes: 40,
          helpful: share(32, 40, 0.65, 0.9),
        },
        {
          revision: 'a22222222222',
          from: '2026-03-11',
          to: '2026-03-31',
          votes: 60,
          helpful: share(18, 60, 0.2, 0.43),
          effect: { difference: -0.5, low: -0.64, high: -0.3, verdict: 'hurt' },
        },
      ],
    },
    { article: 'gone', locale: 'de', views: 3, votes: 2, reasons: {}, revisions: [] },
  ],
  moved: { gained: [], lost: [] },
  categories: [
    { category: 'billing', locale: 'en', votes: 110, helpful: share(77, 110, 0.61, 0.78), change: open },
  ],
  searches: {
    total: 60,
    withoutResult: share(12, 60, 0.12, 0.32),
    ignored: share(6, 60, 0.05, 0.2),
    asked: [{ query: 'a|b@all', locale: 'en', searches: 30, withoutResult: 0, ignored: 6 }],
    unanswered: [{ query: '=fax', locale: 'de', searches: 12, withoutResult: 12, ignored: 0 }],
    passedOver: [{ query: 'a|b@all', locale: 'en', searches: 30, withoutResult: 0, ignored: 6 }],
    rare: 18,
  },
  contacts: {
    contacts: 20,
    instead: 8,
    insteadShare: share(8, 20, 0.22, 0.61),
    solved: 3,
    solvedShare: share(3, 20, 0.05, 0.36),
    articles: [{ article: 'billing/refund', locale: 'en', contacts: 12, solved: 3 }],
  },
  survey: {
    sheets: 50,
    pyramid: {
      levels: [
        { level: 'accuracy', verdict: 'holds', share: { readers: 50, share: 0.9, low: 0.81, high: 0.95 } },
        { level: 'availability', verdict: 'not-asked' },
        {
          level: 'partnership',
          verdict: 'first-broken',
          share: { readers: 48, share: 0.5, low: 0.38, high: 0.62 },
          change: {
            before: { readers: 50, share: 0.8, low: 0.69, high: 0.88 },
            difference: -0.3,
            low: -0.46,
            high: -0.11,
            verdict: 'worse',
          },
        },
        { level: 'expertise', verdict: 'not-asked' },
      ],
    },
    questions: [
      {
        id: 'right',
        kind: 'scale',
        level: 'accuracy',
        answers: 50,
        choices: [{ value: 5, count: 45, share: 0.9 }],
        good: share(45, 50, 0.79, 0.96),
      },
      { id: 'heard', kind: 'scale', level: 'partnership' },
      { id: 'satisfaction', kind: 'csat', answers: 50, choices: [], good: share(40, 50, 0.67, 0.89) },
      {
        id: 'recommend',
        kind: 'nps',
        answers: 40,
        choices: [],
        score: { promoters: 20, passives: 12, detractors: 8, of: 40, score: 30, low: 5, high: 50.1234567 },
        scoreChange: {
          before: { promoters: 10, passives: 20, detractors: 10, of: 40, score: 0, low: -21, high: 21 },
          difference: 30,
          low: -2,
          high: 60,
          verdict: 'open',
        },
        earlier: [{ wording: 'abcdef12', locale: 'en', from: '2026-01-01', to: '2026-03-02', answers: 7 }],
      },
    ],
    trends: { levels: [] },
    texts: { total: 0, newest: [], words: [] },
  },
  groups: [
    {
      by: 'source',
      key: 'newsletter',
      survey: { sheets: 30, satisfied: share(27, 30, 0.74, 0.97) },
    },
    {
      by: 'category',
      key: 'billing',
      locale: 'en',
      votes: { total: 110, helpful: share(77, 110, 0.61, 0.78), change: open },
    },
  ],
  locales: [
    { locale: 'en', views: 900, votes: 118, helpful: share(60, 118, 0.42, 0.6), searches: 48, contacts: 20 },
  ],
  aside: [
    { reason: 'repeat', votes: 35, sheets: 1, signals: 1200 },
    { reason: 'bot', votes: 2, sheets: 0, signals: 40 },
  ],
};
const [worst] = MARCH.articles;
if (worst) MARCH.moved.lost.push(worst);

/** The same month of a help centre without a survey, in which nobody said anything. */
export const NOBODY: Figures = new ReportTally({
  period: MARCH.period,
  levelShare: site.limits.levelShare,
  locales: site.locales,
  categories: () => '',
}).figures();

/** What a report on these figures is made of. */
export function marchReport(locale: 'en' | 'de', figures: Figures = MARCH): ReportInput {
  return {
    figures,
    site,
    survey,
    articles: [
      { id: 'billing/refund', locale: 'en', category: 'billing', slug: 'refund', frontmatter: refund },
      { id: 'billing/invoice', locale: 'en', category: 'billing', slug: 'invoice', frontmatter: invoice },
    ],
    categories: [{ id: 'billing', locale: 'en', title: 'Bills & money' }],
    texts: readTexts(locale),
    locale,
  };
}

/** The same for a digest, with work for two owners. */
export function marchDigest(locale: 'en' | 'de', findings: readonly Finding[] = WORK): DigestInput {
  return { ...marchReport(locale), findings, missing: [] };
}

const finding = { severity: 'warning', line: 2, message: 'As the audit says it.', hint: 'Mend it.' } as const;

/** More than fits, what costs most readers first. */
const WORK: readonly Finding[] = [
  {
    ...finding,
    rule: 'unhelpful',
    article: 'billing/refund',
    locale: 'en',
    file: 'en/billing/refund.md',
    owner: 'billing-team',
    figure: { value: 0.5, low: 0.4, high: 0.6, of: 100 },
  },
  {
    ...finding,
    rule: 'search-gap',
    locale: 'de',
    file: 'synonyms.yaml',
    message: '12 readers searched for `<fax>`.',
  },
  {
    ...finding,
    rule: 'orphan',
    article: 'billing/invoice',
    locale: 'en',
    file: 'en/billing/invoice.md',
    owner: 'billing-team',
  },
  {
    ...finding,
    rule: 'review-due',
    article: 'billing/invoice',
    locale: 'en',
    file: 'en/billing/invoice.md',
    owner: '@office',
  },
  { ...finding, rule: 'review-due', article: 'gone', locale: 'de', file: 'de/gone.md', owner: '@office' },
  { ...finding, rule: 'readability', article: 'billing/refund', locale: 'en', file: 'en/billing/refund.md' },
];

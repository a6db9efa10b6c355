import { frontmatterSchema } from '../../src/core/article.ts';
import type { Submission } from '../../src/core/feedback.ts';
import { ReportTally } from '../../src/core/figures/report-tally.ts';
import { siteSchema } from '../../src/core/site.ts';
import { readTexts } from '../../src/readers/texts.ts';
import type { ReportInput } from '../../src/reports/report.ts';
import { sheet, signal, survey, times, uuid, vote } from '../core/figures/submissions.ts';

const site = siteSchema.parse({
  title: { en: 'Help', de: 'Hilfe' },
  url: 'https://help.example.com/',
  locales: ['en', 'de'],
});
const frontmatter = frontmatterSchema.parse({ title: 'Get a <refund>', description: 'How.', type: 'faq' });

/** What a report is made of, from these submissions of March 2026. */
export function aReport(submissions: readonly Submission[], locale = 'en'): ReportInput {
  const period = { from: '2026-03-01', to: '2026-03-31' };
  const tally = new ReportTally({
    period,
    survey,
    levelShare: site.limits.levelShare,
    locales: site.locales,
    categories: (article) => article.split('/')[0] ?? '',
  });
  for (const submission of submissions) tally.add(submission);
  const article = { id: 'billing/refund', locale: 'en', category: 'billing', slug: 'refund', frontmatter };
  return { figures: tally.figures(), site, survey, articles: [article], texts: readTexts(locale), locale };
}

/** Enough of everything that every part of the page has something to show. */
export function plenty(): Submission[] {
  const days = ['2026-03-03', '2026-03-10', '2026-03-24'];
  const search = uuid();
  return [
    ...days.flatMap((day) => times(12, () => vote(day, true))),
    ...days.flatMap((day) => times(5, () => vote(day, false, { reason: 'unclear' }))),
    ...times(20, () =>
      vote('2026-03-25', false, { revision: '222222222222', comment: 'Step 3 is missing.' }),
    ),
    ...times(25, () => sheet('2026-03-05', { ...GLAD, wish: 'More pictures.' }, { source: 'newsletter' })),
    ...times(10, () => sheet('2026-03-06', SAD, { locale: 'de' })),
    ...times(6, () => signal('2026-03-07', { kind: 'search', query: 'fax', results: 0 })),
    ...times(6, () => signal('2026-03-07', { kind: 'search', query: 'invoice', results: 2 })),
    signal('2026-03-07', { kind: 'search', id: search, query: 'invoice', results: 2 }),
    signal('2026-03-07', { kind: 'open', search, article: 'billing/refund', position: 1 }),
    ...times(6, () => signal('2026-03-08', { kind: 'contact', article: 'billing/refund' })),
    ...times(2, () => signal('2026-03-08', { kind: 'solved', article: 'billing/refund' })),
    ...times(9, () =>
      signal('2026-03-08', { kind: 'view', article: 'billing/refund', revision: '222222222222' }),
    ),
  ];
}

const GLAD = {
  right: 5,
  complete: 4,
  there: 4,
  satisfaction: 5,
  recommend: 9,
  experience: 'expert',
  devices: ['phone'],
};
const SAD = {
  right: 4,
  complete: 2,
  there: 1,
  satisfaction: 2,
  recommend: 3,
  experience: 'beginner',
  devices: ['desk'],
};

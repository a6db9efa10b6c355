import type { Html, Report } from '../report.ts';
import { dataTable, nothingYet } from './section.ts';

/** What readers of each language did. */
export function locales(report: Report): Html {
  const { figures, words } = report;
  if (figures.locales.length === 0) return nothingYet(words.say('report.locales.none'));
  const number = 'number' as const;
  return dataTable(report, {
    caption: words.say('report.locales.table'),
    columns: [
      { title: words.say('report.column.language') },
      { title: words.say('report.column.views'), kind: number },
      { title: words.say('report.column.votes'), kind: number },
      { title: words.say('report.column.helpful'), kind: number },
      { title: words.say('report.column.range'), kind: number },
      { title: words.say('report.column.searches'), kind: number },
      { title: words.say('report.column.contacts'), kind: number },
    ],
    rows: figures.locales.map(({ locale, views, votes, helpful, searches, contacts }) => [
      words.language(locale),
      words.number(views),
      words.number(votes),
      helpful ? words.percent(helpful.share) : '–',
      helpful ? words.percentRange(helpful) : '–',
      words.number(searches),
      words.number(contacts),
    ]),
  });
}

import { html } from 'hono/html';
import type { Html, Report } from '../report.ts';
import { dataTable, nothingYet, section } from './section.ts';
import { shareWords } from './votes.ts';

/** How often readers looked for a person, from where, and how often an article helped on the way. */
export function contacts(report: Report): Html {
  const { figures, words } = report;
  const { contacts: total, solved, solvedShare, articles } = figures.contacts;
  const title = words.say('report.contacts');
  if (total + solved === 0) return section('contacts', title, nothingYet(words.say('report.contacts.none')));
  return section(
    'contacts',
    title,
    html`<p>${words.count('report.contacts.total', total)}
      ${
        solvedShare
          ? words.count('report.contacts.solved.share', solved, shareWords(solvedShare, report))
          : words.count('report.contacts.solved', solved)
      }</p>`,
    articles.length > 0 &&
      dataTable({
        caption: words.say('report.contacts.table'),
        columns: [
          { title: words.say('report.column.article') },
          { title: words.say('report.column.language') },
          { title: words.say('report.column.contacts'), kind: 'number' },
          { title: words.say('report.column.solved'), kind: 'number' },
        ],
        rows: articles.map((article) => [
          report.articleLink(article.article, article.locale),
          words.language(article.locale),
          words.number(article.contacts),
          words.number(article.solved),
        ]),
      }),
  );
}

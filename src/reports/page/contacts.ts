import { html } from 'hono/html';
import type { Share } from '../../core/figures/share.ts';
import { bar } from '../plots/bar.ts';
import type { Html, Report } from '../report.ts';
import { behind, dataTable, nothingYet, picture } from './section.ts';
import { shareWords } from './votes.ts';

/** How often readers looked for a person, how often an article helped on the way, and where they came from. */
export function contacts(report: Report): Html {
  const { figures, words } = report;
  const { contacts: total, solved, articles } = figures.contacts;
  if (total + solved === 0) return nothingYet(words.say('report.contacts.none'));
  return html`${deflection(report)}
    ${
      articles.length > 0 &&
      html`<h3>${words.say('report.contacts.table')}</h3>
      ${dataTable(report, {
        caption: words.say('report.contacts.table'),
        unseen: true,
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
      })}`
    }`;
}

/** From looking for a person to an answer without one, step by step. */
function deflection(report: Report): Html {
  const { words } = report;
  const { contacts: total, instead, insteadShare, solved, solvedShare } = report.figures.contacts;
  const steps: { name: string; count: number; share?: Share; length: number }[] = [
    { name: words.say('report.contacts.step.contacts'), count: total, length: 1 },
    step(words.say('report.contacts.step.instead'), instead, insteadShare, total),
    step(words.say('report.contacts.step.solved'), solved, solvedShare, total),
  ];
  const said = ({ count, share }: (typeof steps)[number]) =>
    share
      ? words.say('report.contacts.said', { count: words.number(count), ...shareWords(share, report) })
      : words.number(count);
  return picture(
    report,
    html`<ol class="ranges">${steps.map(
      (one) =>
        html`<li><p>${one.name}</p><div>${bar(one.length)}<p class="quiet">${said(one)}</p></div></li>`,
    )}</ol>`,
    words.say('report.contacts.caption'),
    behind(
      words.say('report.table'),
      dataTable(report, {
        caption: words.say('report.contacts'),
        columns: [
          { title: words.say('report.column.step') },
          { title: words.say('report.column.times'), kind: 'number' },
          { title: words.say('report.column.share'), kind: 'number' },
          { title: words.say('report.column.range'), kind: 'number' },
        ],
        rows: steps.map(({ name, count, share }) => [
          name,
          words.number(count),
          share ? words.percent(share.share) : '–',
          share ? words.percentRange(share) : '–',
        ]),
      }),
    ),
  );
}

function step(name: string, count: number, share: Share | undefined, total: number) {
  return { name, count, share, length: Math.min(1, total > 0 ? count / total : 0) };
}

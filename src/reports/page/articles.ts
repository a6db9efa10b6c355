import { html } from 'hono/html';
import { REASONS } from '../../core/feedback.ts';
import type { ArticleFigures } from '../../core/figures/article-figures.ts';
import { SMALLEST_GROUP } from '../../core/figures/small-groups.ts';
import { shareRange } from '../plots/share-range.ts';
import type { Html, Report } from '../report.ts';
import { changeInBrief, changeLine } from './change.ts';
import { edits } from './edits.ts';
import { moved } from './moved.ts';
import { behind, dataTable, nothingYet, picture } from './section.ts';
import { shareWords } from './votes.ts';

/** Articles drawn; the table behind them holds more. */
const DRAWN = 10;
const LISTED = 100;

/** The articles that help least, those that moved most, and what edits did. */
export function articles(report: Report): Html {
  const { figures, words, site } = report;
  const shown = figures.articles.filter(({ helpful }) => helpful);
  if (shown.length === 0) return nothingYet(words.count('report.articles.none', SMALLEST_GROUP));
  const limit = words.percent(site.limits.helpfulShare);
  return html`${picture(
    report,
    html`<ol class="ranges">${shown.slice(0, DRAWN).map((article) => articleRow(article, report))}</ol>`,
    words.count('report.articles.caption', SMALLEST_GROUP, { limit }),
    behind(words.say('report.table'), articleTable(shown.slice(0, LISTED), report)),
  )}
  <h3 id="moved">${words.say('report.moved')}</h3>
  ${moved(report)}
  <h3 id="edits">${words.say('report.edits')}</h3>
  ${edits(report)}`;
}

function articleRow(article: ArticleFigures, report: Report): Html | false {
  const { words, site } = report;
  const { helpful, reasons } = article;
  if (!helpful) return false;
  const sentence = words.count('report.articles.share', helpful.of, shareWords(helpful, report));
  const reason = REASONS.map((name) => ({ name, count: reasons[name] ?? 0 })).sort(
    (a, b) => b.count - a.count,
  )[0];
  return html`<li>
    <p>${report.articleLink(article.article, article.locale)} <small class="quiet">${words.language(article.locale)}</small></p>
    <div>
      ${shareRange({ ...helpful, limit: site.limits.helpfulShare }, sentence)}
      <p class="quiet">${sentence}
        ${
          reason &&
          reason.count > 0 &&
          words.say('report.articles.reason', { reason: words.say(`reason.${reason.name}`) })
        }</p>
      ${changeLine(article.change, 100, report)}
    </div>
  </li>`;
}

function articleTable(shown: readonly ArticleFigures[], report: Report): Html {
  const { words } = report;
  return dataTable(report, {
    caption: words.say('report.articles.table'),
    columns: [
      { title: words.say('report.column.article') },
      { title: words.say('report.column.language') },
      { title: words.say('report.column.views'), kind: 'number' },
      { title: words.say('report.column.votes'), kind: 'number' },
      { title: words.say('report.column.helpful'), kind: 'number' },
      { title: words.say('report.column.range'), kind: 'number' },
      { title: words.say('report.column.change'), kind: 'number' },
    ],
    rows: shown.map(({ article, locale, views, votes, helpful, change }) => [
      report.articleLink(article, locale),
      words.language(locale),
      words.number(views),
      words.number(votes),
      helpful ? words.percent(helpful.share) : '–',
      helpful ? words.percentRange(helpful) : '–',
      changeInBrief(change, 100, words),
    ]),
  });
}

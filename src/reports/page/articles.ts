import { html } from 'hono/html';
import { REASONS } from '../../core/feedback.ts';
import type { ArticleFigures, RevisionFigures } from '../../core/figures/article-figures.ts';
import { SMALLEST_GROUP } from '../../core/figures/small-groups.ts';
import { shareRange } from '../plots/share-range.ts';
import type { Html, Report } from '../report.ts';
import { behind, dataTable, nothingYet, picture, section } from './section.ts';
import { shareWords } from './votes.ts';

/** Articles drawn; the table behind them holds more. */
const DRAWN = 10;
/** Edits drawn at once; the others open on demand. */
const EDITS = 5;
const LISTED = 100;

/** The articles that help least, and what edits did. */
export function articles(report: Report): Html {
  const { figures, words, site } = report;
  const title = words.say('report.articles');
  const shown = figures.articles.filter(({ helpful }) => helpful);
  if (shown.length === 0) {
    return section('articles', title, nothingYet(words.count('report.articles.none', SMALLEST_GROUP)));
  }
  const limit = words.percent(site.limits.helpfulShare);
  return section(
    'articles',
    title,
    picture(
      html`<ol class="ranges">${shown.slice(0, DRAWN).map((article) => articleRow(article, report))}</ol>`,
      words.count('report.articles.caption', SMALLEST_GROUP, { limit }),
      behind(words.say('report.table'), articleTable(shown.slice(0, LISTED), report)),
    ),
    html`<h3 id="edits">${words.say('report.edits')}</h3>`,
    edits(report),
  );
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
    </div>
  </li>`;
}

function articleTable(shown: readonly ArticleFigures[], report: Report): Html {
  const { words } = report;
  return dataTable({
    caption: words.say('report.articles.table'),
    columns: [
      { title: words.say('report.column.article') },
      { title: words.say('report.column.language') },
      { title: words.say('report.column.views'), kind: 'number' },
      { title: words.say('report.column.votes'), kind: 'number' },
      { title: words.say('report.column.helpful'), kind: 'number' },
      { title: words.say('report.column.range'), kind: 'number' },
    ],
    rows: shown.map(({ article, locale, views, votes, helpful }) => [
      report.articleLink(article, locale),
      words.language(locale),
      words.number(views),
      words.number(votes),
      helpful ? words.percent(helpful.share) : '–',
      helpful ? words.percentRange(helpful) : '–',
    ]),
  });
}

/** The newest edits with enough votes before and after. */
function edits(report: Report): Html {
  const { figures, words } = report;
  const found = figures.articles.flatMap(({ article, locale, revisions }) =>
    revisions.flatMap((after, index) => {
      const before = revisions[index - 1];
      return before && after.effect ? [{ article, locale, before, after, effect: after.effect }] : [];
    }),
  );
  if (found.length === 0) return nothingYet(words.count('report.edits.none', SMALLEST_GROUP));
  const newest = found.sort((a, b) => (a.after.from < b.after.from ? 1 : -1)).slice(0, LISTED);
  const rows = newest.map(
    ({ article, locale, before, after, effect }) => html`<li>
      <p>${report.articleLink(article, locale)} <small class="quiet">${words.say('report.edits.since', { day: words.shortDay(after.from) })}</small></p>
      <div>
        <p class="verdict ${effect.verdict}">${words.say(`report.edits.${effect.verdict}`)}</p>
        ${side('report.edits.before', before, report)}
        ${side('report.edits.after', after, report)}
      </div>
    </li>`,
  );
  const rest = rows.slice(EDITS);
  return picture(
    html`<ul class="ranges">${rows.slice(0, EDITS)}</ul>
      ${rest.length > 0 && behind(words.count('report.more', rest.length), html`<ul class="ranges">${rest}</ul>`)}`,
    words.say('report.edits.caption'),
  );
}

function side(key: string, { helpful }: RevisionFigures, report: Report): Html | false {
  if (!helpful) return false;
  const sentence = report.words.count(key, helpful.of, shareWords(helpful, report));
  return html`${shareRange(helpful, sentence)}<p class="quiet">${sentence}</p>`;
}

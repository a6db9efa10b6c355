import { html } from 'hono/html';
import type { CategoryFigures } from '../../core/figures/category-figures.ts';
import { shareRange } from '../plots/share-range.ts';
import { timePlot } from '../plots/time-plot.ts';
import type { Html, Report } from '../report.ts';
import { changeInBrief, changeLine } from './change.ts';
import { behind, dataTable, picture } from './section.ts';
import { stepsInWords, trendInWords, trendTable } from './trends.ts';
import { shareWords } from './votes.ts';

/** Categories drawn; the table behind them holds all. */
const DRAWN = 12;

/** How well each category helps, now and over time. */
export function categories(report: Report): Html | false {
  const { words, site } = report;
  const shown = report.figures.categories.filter(({ helpful }) => helpful);
  if (shown.length === 0) return false;
  const limit = words.percent(site.limits.helpfulShare);
  const named = shown.flatMap(({ trend, ...category }) =>
    trend ? [{ name: categoryInWords(category, report), trend }] : [],
  );
  const title = words.say('report.categories.trend');
  return picture(
    report,
    html`<ul class="multiples">${shown.slice(0, DRAWN).map((category) => card(category, report))}</ul>`,
    `${words.say('report.categories.caption', { limit })} ${stepsInWords(named[0]?.trend, report)}`,
    html`${behind(words.say('report.table'), table(shown, report))}
      ${named.length > 0 && behind(title, trendTable(title, words.say('report.column.category'), named, report))}`,
  );
}

function card(category: CategoryFigures, report: Report): Html | false {
  const { words, site } = report;
  const { helpful, change, trend } = category;
  if (!helpful) return false;
  const name = categoryInWords(category, report);
  const wanted = site.limits.helpfulShare;
  const sentence = words.count('report.articles.share', helpful.of, shareWords(helpful, report));
  return html`<li><p><strong>${name}</strong></p>
    <p class="quiet">${sentence}</p>
    ${changeLine(change, 100, report)}
    ${
      trend
        ? timePlot({ trend, wanted, height: 64, label: trendInWords(name, trend, report) }, words)
        : shareRange({ ...helpful, limit: wanted }, sentence)
    }</li>`;
}

function table(shown: readonly CategoryFigures[], report: Report): Html {
  const { words } = report;
  const number = 'number' as const;
  return dataTable(report, {
    caption: words.say('report.categories.table'),
    columns: [
      { title: words.say('report.column.category') },
      { title: words.say('report.column.votes'), kind: number },
      { title: words.say('report.column.helpful'), kind: number },
      { title: words.say('report.column.range'), kind: number },
      { title: words.say('report.column.change'), kind: number },
    ],
    rows: shown.map((category) => [
      categoryInWords(category, report),
      words.number(category.votes),
      category.helpful ? words.percent(category.helpful.share) : '–',
      category.helpful ? words.percentRange(category.helpful) : '–',
      changeInBrief(category.change, 100, words),
    ]),
  });
}

/** E.g. `Billing (English)`. */
export function categoryInWords(
  { category, locale }: Pick<CategoryFigures, 'category' | 'locale'>,
  report: Report,
): string {
  const { words } = report;
  const name = report.categoryName(category, locale);
  return words.say('report.groups.in-language', { name, language: words.language(locale) });
}

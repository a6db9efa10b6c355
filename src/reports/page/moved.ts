import { html } from 'hono/html';
import type { ArticleFigures } from '../../core/figures/article-figures.ts';
import { shift } from '../plots/shift.ts';
import type { Html, Report } from '../report.ts';
import { changeInWords } from './change.ts';
import { behind, dataTable, nothingYet, picture } from './section.ts';

/** The articles whose helpful share rose and fell most against the period before. */
export function moved(report: Report): Html {
  const { words, figures } = report;
  const { gained, lost } = figures.moved;
  if (gained.length + lost.length === 0) return nothingYet(words.say('report.moved.none'));
  return picture(
    report,
    html`${lost.length > 0 && list('lost', lost, report)}${gained.length > 0 && list('gained', gained, report)}`,
    words.say('report.moved.caption'),
    behind(words.say('report.table'), table([...lost, ...gained], report)),
  );
}

function list(kind: 'gained' | 'lost', shown: readonly ArticleFigures[], report: Report): Html {
  return html`<p class="lead">${report.words.say(`report.moved.${kind}`)}</p>
    <ul class="ranges">${shown.map((article) => row(article, report))}</ul>`;
}

function row({ article, locale, helpful, change }: ArticleFigures, report: Report): Html | false {
  const { words } = report;
  if (!helpful || !change) return false;
  const sentence = words.count('report.moved.row', helpful.of, {
    before: words.percent(change.before.share),
    now: words.percent(helpful.share),
    votes: words.number(change.before.of),
  });
  return html`<li>
    <p>${report.articleLink(article, locale)} <small class="quiet">${words.language(locale)}</small></p>
    <div>${shift(change.before.share, helpful.share, change.verdict, sentence)}
      <p class="change ${change.verdict}">${changeInWords(change, 100, words)}</p>
      <p class="quiet">${sentence}</p></div>
  </li>`;
}

function table(shown: readonly ArticleFigures[], report: Report): Html {
  const { words } = report;
  const number = 'number' as const;
  return dataTable(report, {
    caption: words.say('report.moved.table'),
    columns: [
      { title: words.say('report.column.article') },
      { title: words.say('report.column.language') },
      { title: words.say('report.column.before'), kind: number },
      { title: words.say('report.column.helpful'), kind: number },
      { title: words.say('report.column.change'), kind: number },
      { title: words.say('report.column.range'), kind: number },
    ],
    rows: shown.map(({ article, locale, helpful, change }) => [
      report.articleLink(article, locale),
      words.language(locale),
      change ? words.percent(change.before.share) : '–',
      helpful ? words.percent(helpful.share) : '–',
      change ? words.signedPoints(100 * change.difference) : '–',
      change ? words.pointRange({ low: 100 * change.low, high: 100 * change.high }) : '–',
    ]),
  });
}

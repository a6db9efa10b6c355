import { html } from 'hono/html';
import type { SurveyTrends } from '../../core/figures/survey-trends.ts';
import { firstDayOf, type ScorePoint, type SharePoint, type Trend } from '../../core/figures/trend.ts';
import { timePlot } from '../plots/time-plot.ts';
import type { Html, Report } from '../report.ts';
import { levelTitle } from './question.ts';
import { behind, dataTable, type Piece, picture } from './section.ts';

type AnyTrend = Trend<SharePoint> | Trend<ScorePoint>;

/** Heights of a picture that stands alone, and of one among several. */
const ALONE = 150;
const AMONG = 84;

/** How satisfaction went over time. */
export function satisfiedTrend(trend: Trend<SharePoint>, report: Report): Html {
  return alone('report.trend.satisfied', trend, report);
}

/** How the Net Promoter Score went over time. */
export function scoreTrend(trend: Trend<ScorePoint>, report: Report): Html {
  return alone('report.trend.score', trend, report);
}

/** How each level of expectation went over time, side by side. */
export function levelTrends(levels: SurveyTrends['levels'], report: Report): Html {
  const { words, site } = report;
  const wanted = site.limits.levelShare;
  const title = words.say('report.trend.levels');
  const named = levels.map(({ level, trend }) => ({ name: levelTitle(level, report), trend }));
  return html`<h3>${title}</h3>
    ${picture(
      report,
      html`<div class="multiples">${named.map(
        ({ name, trend }) => html`<div><p><strong>${name}</strong></p>
          ${timePlot({ trend, wanted, height: AMONG, label: trendInWords(name, trend, report) }, words)}</div>`,
      )}</div>`,
      `${words.say('report.trend.levels.caption', { limit: words.percent(wanted) })} ${stepsInWords(named[0]?.trend, report)}`,
      behind(words.say('report.table'), trendTable(title, words.say('report.column.level'), named, report)),
    )}`;
}

/** The table behind pictures of what went over time, a row for each step of each. */
export function trendTable(
  caption: string,
  column: string,
  named: readonly { name: Piece; trend: AnyTrend }[],
  report: Report,
): Html {
  const { words } = report;
  return dataTable(report, {
    caption,
    columns: [
      { title: column },
      { title: words.say('report.column.week') },
      { title: words.say('report.column.answers'), kind: 'number' },
      { title: words.say('report.column.figure'), kind: 'number' },
      { title: words.say('report.column.range'), kind: 'number' },
    ],
    rows: named.flatMap(({ name, trend }) =>
      trend.points
        .map((point) => [
          name,
          words.shortDay(firstDayOf(trend, point.step)),
          words.number(point.of),
          ...figureCells(point, report),
        ])
        .reverse(),
    ),
  });
}

/** E.g. `Accuracy: 81% at first, 84% at last.` */
export function trendInWords(name: string, { points }: AnyTrend, report: Report): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return name;
  const [from, to] = [figureCells(first, report)[0], figureCells(last, report)[0]];
  return report.words.say('report.trend.label', { name, from: from ?? '', to: to ?? '' });
}

/** How long the steps of a trend are. */
export function stepsInWords(trend: AnyTrend | undefined, { words }: Report): string {
  return trend ? words.count('report.trend.steps', trend.weeksAStep) : '';
}

function alone(key: string, trend: AnyTrend, report: Report): Html {
  const { words } = report;
  const title = words.say(key);
  const counted = (most: number) => words.count('report.trend.most', most);
  return html`<h3>${title}</h3>
    ${picture(
      report,
      timePlot({ trend, height: ALONE, counted, label: trendInWords(title, trend, report) }, words),
      `${words.say(`${key}.caption`)} ${stepsInWords(trend, report)}`,
      behind(
        words.say('report.table'),
        trendTable(title, words.say('report.column.figure'), [{ name: title, trend }], report),
      ),
    )}`;
}

function figureCells(point: SharePoint | ScorePoint, { words }: Report): [figure: string, range: string] {
  if (!('score' in point)) return [words.percent(point.share), words.percentRange(point)];
  const { score, low, high } = point;
  return [
    words.points(score),
    low === undefined || high === undefined ? '–' : words.pointRange({ low, high }),
  ];
}

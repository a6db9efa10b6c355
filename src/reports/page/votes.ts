import { html } from 'hono/html';
import type { Share } from '../../core/figures/share.ts';
import { SMALLEST_GROUP } from '../../core/figures/small-groups.ts';
import type { SharePoint, Trend } from '../../core/figures/trend.ts';
import { bar } from '../plots/bar.ts';
import { timePlot } from '../plots/time-plot.ts';
import type { Html, Report } from '../report.ts';
import { changeLine } from './change.ts';
import { behind, dataTable, nothingYet, picture } from './section.ts';
import { stepsInWords, trendTable } from './trends.ts';

/** Votes over time, and why answers did not help. */
export function votes(report: Report): Html {
  const { words } = report;
  const { total, helpful, change, trend } = report.figures.votes;
  if (total === 0) return nothingYet(words.say('report.votes.none'));
  const sentence = helpful
    ? words.count('report.votes.share', total, shareWords(helpful, report))
    : words.count('report.votes.few', total, { smallest: SMALLEST_GROUP });
  return html`<p>${sentence}</p>
    ${changeLine(change, 100, report)}
    ${trend && voteTrend(trend, sentence, report)}
    <h3 id="reasons">${words.say('report.reasons')}</h3>
    ${reasons(report)}`;
}

/** A share and its range in words, to fill `{share}` and `{range}`. */
export function shareWords(share: Share, { words }: Report): { share: string; range: string } {
  return { share: words.percent(share.share), range: words.percentRange(share) };
}

function voteTrend(trend: Trend<SharePoint>, sentence: string, report: Report): Html {
  const { words } = report;
  const title = words.say('report.trend.votes');
  const counted = (most: number) => words.count('report.trend.votes.most', most);
  return html`<h3>${title}</h3>
    ${picture(
      report,
      timePlot({ trend, height: 170, counted, label: `${title}: ${sentence}` }, words),
      `${words.say('report.trend.votes.caption')} ${stepsInWords(trend, report)}`,
      behind(
        words.say('report.table'),
        trendTable(title, words.say('report.column.figure'), [{ name: title, trend }], report),
      ),
    )}`;
}

function reasons(report: Report): Html {
  const { words } = report;
  const { reasons: shown, withReason } = report.figures.votes;
  if (shown.length === 0) return nothingYet(words.say('report.reasons.none'));
  return picture(
    report,
    dataTable(report, {
      caption: words.say('report.reasons.table'),
      unseen: true,
      columns: [
        { title: words.say('report.column.reason') },
        { title: words.say('report.column.votes'), kind: 'number' },
        { title: words.say('report.column.share'), kind: 'number' },
        { title: words.say('report.column.bar'), kind: 'bar' },
      ],
      rows: shown.map(({ reason, count, share }) => [
        words.say(`reason.${reason}`),
        words.number(count),
        words.percent(share),
        bar(share),
      ]),
    }),
    words.count('report.reasons.how', withReason ?? 0),
  );
}

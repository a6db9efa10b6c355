import { html } from 'hono/html';
import type { Share } from '../../core/figures/share.ts';
import { SMALLEST_GROUP } from '../../core/figures/small-groups.ts';
import { bar } from '../plots/bar.ts';
import { weekPlot } from '../plots/week-plot.ts';
import type { Html, Report } from '../report.ts';
import { behind, dataTable, nothingYet, picture, section } from './section.ts';

/** Votes week by week, and why answers did not help. */
export function votes(report: Report): Html {
  const { figures, words } = report;
  const { total, helpful, weeks } = figures.votes;
  const title = words.say('report.votes');
  if (total === 0) return section('votes', title, nothingYet(words.say('report.votes.none')));
  const sentence = helpful
    ? words.count('report.votes.share', total, shareWords(helpful, report))
    : words.count('report.votes.few', total, { smallest: SMALLEST_GROUP });
  const anyWeek = weeks.some((week) => week.helpful);
  return section(
    'votes',
    title,
    html`<p>${sentence}</p>`,
    anyWeek &&
      picture(
        weekPlot(weeks, `${words.say('report.weeks')}: ${sentence}`, words),
        words.count('report.weeks.caption', SMALLEST_GROUP),
        behind(words.say('report.table'), weekTable(report)),
      ),
    html`<h3 id="reasons">${words.say('report.reasons')}</h3>`,
    reasons(report),
  );
}

/** A share and its range in words, to fill `{share}` and `{range}`. */
export function shareWords(share: Share, { words }: Report): { share: string; range: string } {
  return { share: words.percent(share.share), range: words.percentRange(share) };
}

function weekTable({ figures, words }: Report): Html {
  return dataTable({
    caption: words.say('report.weeks.table'),
    columns: [
      { title: words.say('report.column.week') },
      { title: words.say('report.column.votes'), kind: 'number' },
      { title: words.say('report.column.helpful'), kind: 'number' },
      { title: words.say('report.column.range'), kind: 'number' },
    ],
    rows: [...figures.votes.weeks]
      .reverse()
      .map(({ week, votes: count, helpful }) => [
        words.shortDay(week),
        words.number(count),
        helpful ? words.percent(helpful.share) : '–',
        helpful ? words.percentRange(helpful) : '–',
      ]),
  });
}

function reasons({ figures, words }: Report): Html {
  const { reasons: shown, withReason } = figures.votes;
  if (shown.length === 0) return nothingYet(words.say('report.reasons.none'));
  return html`<p class="quiet">${words.count('report.reasons.how', withReason ?? 0)}</p>
    ${dataTable({
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
    })}`;
}

import { html } from 'hono/html';
import { GROUPINGS, type GroupFigures, type Grouping } from '../../core/figures/group-figures.ts';
import { SMALLEST_GROUP } from '../../core/figures/small-groups.ts';
import type { Html, Report } from '../report.ts';
import { changeInBrief } from './change.ts';
import { dataTable, nothingYet } from './section.ts';
import { groupName } from './view.ts';

/** Groups of readers side by side: by language, category, article, experience, and where the link to the survey stood. */
export function groups(report: Report): Html {
  const { figures, words } = report;
  const tables = GROUPINGS.map((by) =>
    table(
      by,
      figures.groups.filter((group) => group.by === by && isTold(group)),
      report,
    ),
  ).filter((one) => one !== undefined);
  return html`${tables.length > 0 ? tables : nothingYet(words.say('report.few'))}
    <p class="note">${words.count('report.groups.note', SMALLEST_GROUP)}</p>`;
}

/** Votes on an article stand with the articles. */
function isTold({ by, survey }: GroupFigures): boolean {
  return by !== 'article' || survey !== undefined;
}

function table(by: Grouping, shown: readonly GroupFigures[], report: Report): Html | undefined {
  if (shown.length === 0) return undefined;
  const { words } = report;
  const title = words.say(`report.groups.${by}`);
  const hasVotes = by !== 'source';
  return html`<h3>${title}</h3>
    ${dataTable(report, {
      caption: title,
      unseen: true,
      columns: [
        { title: words.say(by === 'article' ? 'report.column.article' : 'report.column.group') },
        ...[...(hasVotes ? VOTE_COLUMNS : []), ...SHEET_COLUMNS].map((column) => ({
          title: columnTitle(column, report),
          kind: 'number' as const,
        })),
      ],
      rows: shown.map((group) => [
        nameOf(group, report),
        ...(hasVotes ? voteCells(group, report) : []),
        ...sheetCells(group, report),
      ]),
    })}`;
}

/** What is told of a group's votes and of its answers to the survey; each change stands after its figure. */
const VOTE_COLUMNS = ['votes', 'helpful', 'helpful:change'];
const SHEET_COLUMNS = ['sheets', 'satisfied', 'satisfied:change', 'score', 'score:change'];

function columnTitle(column: string, { words }: Report): string {
  const [of = '', change] = column.split(':');
  const title = words.say(`report.column.${of}`);
  return change ? words.say('report.column.change-of', { title }) : title;
}

function voteCells({ votes }: GroupFigures, { words }: Report): string[] {
  if (!votes) return ['–', '–', '–'];
  const helpful = votes.helpful ? words.percent(votes.helpful.share) : '–';
  return [words.number(votes.total), helpful, changeInBrief(votes.change, 100, words)];
}

function sheetCells({ survey }: GroupFigures, { words }: Report): string[] {
  if (!survey) return ['–', '–', '–', '–', '–'];
  const { sheets, satisfied, satisfiedChange, score, scoreChange } = survey;
  return [
    words.number(sheets),
    satisfied ? words.percent(satisfied.share) : '–',
    changeInBrief(satisfiedChange, 100, words),
    score ? words.points(score.score) : '–',
    changeInBrief(scoreChange, 1, words),
  ];
}

function nameOf(group: GroupFigures, report: Report): Html {
  const { by, key, locale } = group;
  if (by === 'article' && key !== '' && locale !== undefined) {
    return html`${report.articleLink(key, locale)} <small class="quiet">${report.words.language(locale)}</small>`;
  }
  return html`<span dir="auto">${groupName(group, report)}</span>`;
}

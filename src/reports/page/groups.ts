import { html } from 'hono/html';
import { SMALLEST_GROUP } from '../../core/figures/small-groups.ts';
import type { GroupFigures } from '../../core/figures/survey-figures.ts';
import type { Html, Report } from '../report.ts';
import { dataTable, nothingYet, section } from './section.ts';

/** Who filled in the survey: by language, experience, and where the link stood. */
export function groups(report: Report): Html | false {
  const { figures, words } = report;
  if (!figures.survey) return false;
  const { byLocale, byExperience, bySource } = figures.survey;
  const tables = [
    table('locale', byLocale, (key) => words.language(key), report),
    table('experience', byExperience, (key) => words.say(`report.experience.${key}`), report),
    table('source', bySource, (key) => html`<span dir="auto">${key}</span>`, report),
  ].filter((one) => one !== undefined);
  return section(
    'groups',
    words.say('report.groups'),
    tables.length > 0
      ? html`<div class="columns-of-tables">${tables}</div>`
      : nothingYet(words.say('report.few')),
    html`<p class="note">${words.count('report.groups.note', SMALLEST_GROUP)}</p>`,
  );
}

function table(
  kind: 'locale' | 'experience' | 'source',
  list: readonly GroupFigures[],
  name: (key: string) => Html | string,
  { words }: Report,
): Html | undefined {
  if (list.length === 0) return undefined;
  const title = words.say(`report.groups.${kind}`);
  return html`<div>
    <h3>${title}</h3>
    ${dataTable({
      caption: title,
      unseen: true,
      columns: [
        { title: words.say('report.column.group') },
        { title: words.say('report.column.sheets'), kind: 'number' },
        { title: words.say('report.column.satisfied'), kind: 'number' },
        { title: words.say('report.column.score'), kind: 'number' },
      ],
      rows: list.map(({ key, sheets, satisfied, score }) => [
        key === '' ? words.say('report.groups.unknown') : name(key),
        words.number(sheets),
        satisfied ? words.percent(satisfied.share) : '–',
        score ? words.points(score.score) : '–',
      ]),
    })}
  </div>`;
}

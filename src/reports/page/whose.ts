import { html } from 'hono/html';
import type { Grouping } from '../../core/figures/group-figures.ts';
import { SMALLEST_GROUP } from '../../core/figures/small-groups.ts';
import type { Html, Report } from '../report.ts';
import type { Piece } from './section.ts';
import { CHOICES, type View } from './view.ts';

/** The list from which the reader of the page chooses whose answers it shows. The page's style does the rest. */
export function choice(views: readonly View[], report: Report): Html | false {
  if (views.length < 2) return false;
  const { words } = report;
  const hidden = CHOICES.filter((by) => isIncomplete(by, views, report)).map((by) =>
    words.say(`report.choice.by.${by}`),
  );
  const options = (shown: readonly View[]) =>
    shown.map(({ place, name }) => html`<option value="${place}">${name}</option>`);
  return html`<div class="choice">
    <p><label for="whose">${words.say('report.choice')}</label>
      <select id="whose" autocomplete="off">
        ${options(views.slice(0, 1))}
        ${CHOICES.map((by) => {
          const shown = views.filter((view) => view.by === by);
          return (
            shown.length > 0 &&
            html`<optgroup label="${words.say(`report.groups.${by}`)}">${options(shown)}</optgroup>`
          );
        })}
      </select></p>
    <p class="quiet">${words.say('report.choice.how')}
      ${
        hidden.length > 0 &&
        words.count('report.choice.hidden', SMALLEST_GROUP, { groupings: words.list(hidden) })
      }</p>
  </div>`;
}

/** A part of the page once for each view, of which the style shows the one that was chosen. */
export function switched(views: readonly View[], draw: (view: View) => Piece, report: Report): Piece {
  const [only] = views;
  if (only && views.length === 1) return draw(only);
  return html`${views.map(
    (view) => html`<div class="of of-${view.place}">${nameplate(view, report)}${draw(view)}</div>`,
  )}`;
}

/** Says of a part that it shows everybody's answers, whatever was chosen. */
export function ofEverybody(views: readonly View[], { words }: Report): Piece {
  return views.length > 1 && html`<p class="whose">${words.say('report.whose.always')}</p>`;
}

/** The style that shows what was chosen; a browser that cannot choose by style shows everybody's. */
export function choiceStyle(views: readonly View[]): string {
  if (views.length < 2) return '';
  const rules = views.slice(1).map(({ place }) => {
    const chosen = `body:has(#whose [value="${place}"]:checked)`;
    return `${chosen} .of-${place} { display: block; }\n${chosen} .of-0 { display: none; }`;
  });
  return [
    '@supports not selector(:has(a)) { .choice { display: none; } }',
    '.of:not(.of-0) { display: none; }',
    ...rules,
  ].join('\n');
}

function nameplate({ by, name }: View, { words }: Report): Html {
  if (!by) return html`<p class="whose">${words.say('report.whose.everybody')}</p>`;
  return html`<p class="whose chosen">${words.say('report.whose.group', { by: words.say(`report.groups.${by}`) })} <strong dir="auto">${name}</strong></p>`;
}

/** Are there readers in none of the groups that are shown? */
function isIncomplete(by: Grouping, views: readonly View[], { figures }: Report): boolean {
  const shown = views.filter((view) => view.by === by);
  const sheets = shown.reduce((sum, { survey }) => sum + (survey?.sheets ?? 0), 0);
  const votes = shown.reduce((sum, view) => sum + (view.votes?.total ?? 0), 0);
  return sheets < (figures.survey?.sheets ?? 0) || (by !== 'source' && votes < figures.votes.total);
}

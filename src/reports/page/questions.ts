import { html } from 'hono/html';
import { EXPECTATION_LEVELS, type ExpectationLevel } from '../../core/expectation-level.ts';
import type { QuestionFigures } from '../../core/figures/question-figures.ts';
import { type Reach, reachOf, spreadBar } from '../plots/spread-bar.ts';
import type { Html, Report } from '../report.ts';
import { changeInBrief, changeLine } from './change.ts';
import { choiceTable, earlierWordings, endsOf, levelTitle, textOf } from './question.ts';
import { behind, dataTable, nothingYet, picture } from './section.ts';
import type { View } from './view.ts';

/** How the answers to every question are spread: scales level by level, then questions with options. */
export function questions(report: Report, view: View): Html | false {
  const { words, survey } = report;
  const isShown = ({ kind }: { kind: QuestionFigures['kind'] }) =>
    kind === 'scale' || kind === 'one-of' || kind === 'several-of';
  if (!survey?.questions.some(isShown)) return false;
  const asked = view.survey?.questions?.filter(isShown) ?? [];
  const scales = asked.filter(({ kind }) => kind === 'scale');
  const options = asked.filter(({ kind }) => kind !== 'scale');
  if (!asked.some(({ choices }) => choices)) {
    return nothingYet(words.say(view.place > 0 ? 'report.whose.few' : 'report.few'));
  }
  const reach = reachOf(scales.flatMap(({ choices }) => (choices ? [choices] : [])));
  return html`${
    scales.some(({ choices }) => choices) &&
    picture(
      report,
      html`${legend(report)}
        ${[...EXPECTATION_LEVELS, undefined].map((level) => {
          const group = scales.filter((question) => question.level === level);
          return group.length > 0 && scaleGroup(level, group, reach, report);
        })}`,
      words.say('report.questions.caption'),
    )
  }
  ${options.map(
    (question) => html`<h3>${textOf(question.id, report)}</h3>
      ${
        question.choices
          ? picture(
              report,
              choiceTable(question, report),
              words.count(`report.${question.kind}`, question.answers ?? 0),
            )
          : nothingYet(words.say('report.few'))
      }
      ${earlierWordings(question, report)}`,
  )}`;
}

function scaleGroup(
  level: ExpectationLevel | undefined,
  group: readonly QuestionFigures[],
  reach: Reach,
  report: Report,
): Html {
  const { words } = report;
  const title = level ? levelTitle(level, report) : words.say('report.questions.other');
  return html`<h3>${title}</h3>
    <ul class="spreads">${group.map((question) => spread(question, reach, report))}</ul>
    ${behind(words.say('report.table'), spreadTable(title, group, report))}`;
}

function spread(question: QuestionFigures, reach: Reach, report: Report): Html {
  const { words } = report;
  const text = textOf(question.id, report);
  const { good, choices } = question;
  if (!good || !choices) {
    return html`<li><p>${text}</p><div><p class="quiet">${words.say('report.few')}</p>
      ${earlierWordings(question, report)}</div></li>`;
  }
  const said = words.count('report.good', good.of, {
    share: words.percent(good.share),
    range: words.percentRange(good),
  });
  return html`<li>
    <div><p>${text}</p><p class="quiet">${endsOf(question.id, report)}</p></div>
    <div>${spreadBar(choices, reach, said, words)}<p class="quiet">${said}</p>
      ${changeLine(question.goodChange, 100, report)}
      ${earlierWordings(question, report)}</div>
  </li>`;
}

function spreadTable(title: string, group: readonly QuestionFigures[], report: Report): Html {
  const { words } = report;
  const number = 'number' as const;
  return dataTable(report, {
    caption: words.say('report.questions.table', { title }),
    columns: [
      { title: words.say('report.column.question') },
      ...[1, 2, 3, 4, 5].map((value) => ({ title: String(value), kind: number })),
      { title: words.say('report.column.answers'), kind: number },
      { title: words.say('report.column.good'), kind: number },
      { title: words.say('report.column.change'), kind: number },
    ],
    rows: group.map(({ id, choices, good, goodChange }) => [
      textOf(id, report),
      ...(choices?.map(({ count }) => words.number(count)) ?? new Array(5).fill('–')),
      good ? words.number(good.of) : '–',
      good ? words.percent(good.share) : '–',
      changeInBrief(goodChange, 100, words),
    ]),
  });
}

function legend({ words }: Report): Html {
  const meaning = (value: number) =>
    value === 1 ? words.say('report.step.low') : value === 5 && words.say('report.step.high');
  return html`<ul class="legend">${[1, 2, 3, 4, 5].map(
    (value) => html`<li class="step-${value}">${value} ${meaning(value)}</li>`,
  )}</ul>`;
}

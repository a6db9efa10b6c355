import { html } from 'hono/html';
import type { QuestionFigures } from '../../core/figures/question-figures.ts';
import { EXPECTATION_LEVELS, type ExpectationLevel } from '../../core/survey.ts';
import { type Reach, reachOf, spreadBar } from '../plots/spread-bar.ts';
import type { Html, Report } from '../report.ts';
import { choiceTable, endsOf, textOf } from './question.ts';
import { behind, dataTable, nothingYet, picture, section } from './section.ts';

/** How the answers to every question are spread: scales level by level, then questions with options. */
export function questions(report: Report): Html | false {
  const { figures, words } = report;
  const asked = figures.survey?.questions ?? [];
  const scales = asked.filter(({ kind }) => kind === 'scale');
  const options = asked.filter(({ kind }) => kind === 'one-of' || kind === 'several-of');
  if (scales.length + options.length === 0) return false;
  const reach = reachOf(scales.flatMap(({ choices }) => (choices ? [choices] : [])));
  const answered = scales.some(({ choices }) => choices);
  const title = words.say('report.questions');
  if (!answered && !options.some(({ choices }) => choices)) {
    return section('questions', title, nothingYet(words.say('report.few')));
  }
  return section(
    'questions',
    title,
    answered &&
      picture(
        html`${legend(report)}
          ${[...EXPECTATION_LEVELS, undefined].map((level) => {
            const group = scales.filter((question) => question.level === level);
            return group.length > 0 && scaleGroup(level, group, reach, report);
          })}`,
        words.say('report.questions.caption'),
      ),
    ...options.map(
      (question) => html`<h3>${textOf(question.id, report)}</h3>
        ${
          question.choices
            ? html`<p class="quiet">${words.count(`report.${question.kind}`, question.answers ?? 0)}</p>
              ${choiceTable(question, report)}`
            : nothingYet(words.say('report.few'))
        }`,
    ),
  );
}

function scaleGroup(
  level: ExpectationLevel | undefined,
  group: readonly QuestionFigures[],
  reach: Reach,
  report: Report,
): Html {
  const { words, survey } = report;
  const title =
    level && survey ? report.inWords(survey.levels[level].title) : words.say('report.questions.other');
  return html`<h3>${title}</h3>
    <ul class="spreads">${group.map((question) => spread(question, reach, report))}</ul>
    ${behind(words.say('report.table'), spreadTable(title, group, report))}`;
}

function spread(question: QuestionFigures, reach: Reach, report: Report): Html {
  const { words } = report;
  const text = textOf(question.id, report);
  const { good, choices } = question;
  if (!good || !choices) {
    return html`<li><p>${text}</p><p class="quiet">${words.say('report.few')}</p></li>`;
  }
  const said = words.count('report.good', good.of, {
    share: words.percent(good.share),
    range: words.percentRange(good),
  });
  return html`<li>
    <div><p>${text}</p><p class="quiet">${endsOf(question.id, report)}</p></div>
    <div>${spreadBar(choices, reach, `${text} ${said}`, words)}<p class="quiet">${said}</p></div>
  </li>`;
}

function spreadTable(title: string, group: readonly QuestionFigures[], report: Report): Html {
  const { words } = report;
  const number = 'number' as const;
  return dataTable({
    caption: words.say('report.questions.table', { title }),
    columns: [
      { title: words.say('report.column.question') },
      ...[1, 2, 3, 4, 5].map((value) => ({ title: String(value), kind: number })),
      { title: words.say('report.column.answers'), kind: number },
      { title: words.say('report.column.good'), kind: number },
    ],
    rows: group.map(({ id, choices, good }) => [
      textOf(id, report),
      ...(choices?.map(({ count }) => words.number(count)) ?? new Array(5).fill('–')),
      good ? words.number(good.of) : '–',
      good ? words.percent(good.share) : '–',
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

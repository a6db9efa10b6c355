import { html } from 'hono/html';
import type { ExpectationLevel } from '../../core/expectation-level.ts';
import type { QuestionFigures } from '../../core/figures/question-figures.ts';
import { bar } from '../plots/bar.ts';
import type { Html, Report } from '../report.ts';
import { dataTable } from './section.ts';

/** The question as it is asked. */
export function textOf(id: string, { survey, inWords }: Report): string {
  const question = survey?.questions.find((one) => one.id === id);
  return question ? inWords(question.text) : id;
}

/** The name of a level of expectation. */
export function levelTitle(level: ExpectationLevel, { survey, inWords }: Report): string {
  return survey ? inWords(survey.levels[level].title) : level;
}

/** What the ends of its scale mean, e.g. `1 = never, 5 = always`. */
export function endsOf(id: string, { survey, inWords, words }: Report): string | undefined {
  const question = survey?.questions.find((one) => one.id === id);
  if (!question || !('ends' in question)) return undefined;
  const [lowest, highest] = question.kind === 'nps' ? [0, 10] : [1, 5];
  const low = inWords(question.ends.low);
  return words.say('report.ends', { lowest, low, highest, high: inWords(question.ends.high) });
}

/** What readers answered when it was asked in other words, of which this report counts nothing. */
export function earlierWordings({ earlier = [] }: QuestionFigures, { words }: Report): Html[] {
  return earlier.map(({ to, locale, answers, good, score }) => {
    const values = { day: words.shortDay(to), language: words.language(locale) };
    if (good) {
      const share = words.percent(good.share);
      return html`<p class="quiet">${words.count('report.earlier.good', answers, { ...values, share })}</p>`;
    }
    if (score) {
      const points = words.points(score.score);
      return html`<p class="quiet">${words.count('report.earlier.score', answers, { ...values, score: points })}</p>`;
    }
    return html`<p class="quiet">${words.count('report.earlier', answers, values)}</p>`;
  });
}

/** How often each number or option was chosen, with bars. */
export function choiceTable(question: QuestionFigures, report: Report): Html {
  const { words } = report;
  return dataTable(report, {
    caption: textOf(question.id, report),
    unseen: true,
    columns: [
      { title: words.say('report.column.answer') },
      { title: words.say('report.column.chosen'), kind: 'number' },
      { title: words.say('report.column.share'), kind: 'number' },
      { title: words.say('report.column.bar'), kind: 'bar' },
    ],
    rows: (question.choices ?? []).map(({ value, count, share }) => [
      optionText(question.id, value, report),
      words.number(count),
      words.percent(share),
      bar(share),
    ]),
  });
}

function optionText(id: string, value: number | string, { survey, inWords }: Report): string {
  const question = survey?.questions.find((one) => one.id === id);
  const option = question && 'options' in question && question.options.find((one) => one.id === value);
  return option ? inWords(option.text) : String(value);
}

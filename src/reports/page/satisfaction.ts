import { html } from 'hono/html';
import type { QuestionFigures } from '../../core/figures/question-figures.ts';
import { SMALLEST_SCORE_INTERVAL } from '../../core/figures/small-groups.ts';
import { scoreColumns } from '../plots/score-columns.ts';
import { shareRange } from '../plots/share-range.ts';
import { reachOf, spreadBar } from '../plots/spread-bar.ts';
import type { Html, Report } from '../report.ts';
import { choiceTable, endsOf, textOf } from './question.ts';
import { behind, nothingYet, picture, section } from './section.ts';

/** Satisfaction (CSAT) and recommendation (NPS), each as a figure, a picture and a sentence. */
export function satisfaction(report: Report): Html | false {
  const { figures, words } = report;
  const questions = figures.survey?.questions.filter(({ kind }) => kind === 'csat' || kind === 'nps') ?? [];
  if (questions.length === 0) return false;
  if (!questions.some(({ choices }) => choices)) {
    return section('satisfaction', words.say('report.satisfaction'), nothingYet(words.say('report.few')));
  }
  return section(
    'satisfaction',
    words.say('report.satisfaction'),
    ...questions.map((question) =>
      question.kind === 'csat' ? satisfied(question, report) : recommended(question, report),
    ),
  );
}

function satisfied(question: QuestionFigures, report: Report): Html {
  const { words } = report;
  const { good, choices } = question;
  if (!good || !choices) return unanswered(question, report);
  const caption = words.count('report.satisfied.caption', good.of, {
    share: words.percent(good.share),
    range: words.percentRange(good),
  });
  return html`<h3>${textOf(question.id, report)}</h3>
    ${picture(
      html`<p class="figure">${words.percent(good.share)} <small>${words.say('report.satisfied')}</small></p>
        ${spreadBar(choices, reachOf([choices]), caption, words)}
        <p class="ends">${endsOf(question.id, report)}</p>
        ${shareRange(good, caption)}`,
      caption,
      behind(words.say('report.table'), choiceTable(question, report)),
    )}`;
}

function recommended(question: QuestionFigures, report: Report): Html {
  const { words } = report;
  const { score, choices } = question;
  if (!score || !choices) return unanswered(question, report);
  const share = (count: number) => words.percent(count / score.of);
  const groups = (['promoters', 'passives', 'detractors'] as const).map((group) => {
    return html`<li class="${group}">${words.say(`report.score.${group}`, { share: share(score[group]) })}</li>`;
  });
  const values = {
    score: words.points(score.score),
    promoters: share(score.promoters),
    detractors: share(score.detractors),
  };
  const range =
    score.low === undefined || score.high === undefined
      ? words.count('report.score.norange', SMALLEST_SCORE_INTERVAL)
      : words.say('report.score.range', { range: words.pointRange({ low: score.low, high: score.high }) });
  const caption = `${words.count('report.score.caption', score.of, values)} ${range}`;
  return html`<h3>${textOf(question.id, report)}</h3>
    ${picture(
      html`<p class="figure">${words.points(score.score)} <small>${words.say('report.score')}</small></p>
        ${scoreColumns(choices, caption, words)}
        <p class="ends">${endsOf(question.id, report)}</p>
        <ul class="legend">${groups}</ul>`,
      caption,
      behind(words.say('report.table'), choiceTable(question, report)),
    )}`;
}

function unanswered({ id }: QuestionFigures, report: Report): Html {
  return html`<h3>${textOf(id, report)}</h3>${nothingYet(report.words.say('report.few'))}`;
}

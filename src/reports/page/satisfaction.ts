import { html } from 'hono/html';
import type { QuestionFigures } from '../../core/figures/question-figures.ts';
import { SMALLEST_SCORE_INTERVAL } from '../../core/figures/small-groups.ts';
import { RECOMMENDATION_GROUPS, scoreBar } from '../plots/score-bar.ts';
import { scoreColumns } from '../plots/score-columns.ts';
import { reachOf, spreadBar } from '../plots/spread-bar.ts';
import type { Html, Report } from '../report.ts';
import { changeLine } from './change.ts';
import { choiceTable, earlierWordings, endsOf, textOf } from './question.ts';
import { behind, nothingYet, picture } from './section.ts';
import { satisfiedTrend, scoreTrend } from './trends.ts';
import type { View } from './view.ts';

/** Satisfaction (CSAT) and recommendation (NPS), each as a figure, a picture and a sentence. */
export function satisfaction(report: Report, view: View): Html | false {
  const { words, survey } = report;
  const isShown = ({ kind }: { kind: QuestionFigures['kind'] }) => kind === 'csat' || kind === 'nps';
  if (!survey?.questions.some(isShown)) return false;
  const asked = view.survey?.questions?.filter(isShown) ?? [];
  if (!asked.some(({ choices }) => choices)) {
    return nothingYet(words.say(view.place > 0 ? 'report.whose.few' : 'report.few'));
  }
  const { trends } = view.survey ?? {};
  return html`${asked.map(
    (question) => html`<h3>${textOf(question.id, report)}</h3>
      ${question.kind === 'csat' ? satisfied(question, report) : recommended(question, report)}
      ${earlierWordings(question, report)}`,
  )}
  ${trends?.satisfied && satisfiedTrend(trends.satisfied, report)}
  ${trends?.score && scoreTrend(trends.score, report)}`;
}

function satisfied(question: QuestionFigures, report: Report): Html {
  const { words } = report;
  const { good, choices } = question;
  if (!good || !choices) return nothingYet(words.say('report.few'));
  const caption = words.count('report.satisfied.caption', good.of, {
    share: words.percent(good.share),
    range: words.percentRange(good),
  });
  return picture(
    report,
    html`<p class="figure">${words.percent(good.share)} <small>${words.say('report.satisfied')}</small></p>
      ${changeLine(question.goodChange, 100, report)}
      ${spreadBar(choices, reachOf([choices]), caption, words)}
      <p class="ends">${endsOf(question.id, report)}</p>`,
    caption,
    behind(words.say('report.table'), choiceTable(question, report)),
  );
}

function recommended(question: QuestionFigures, report: Report): Html {
  const { words } = report;
  const { score, choices } = question;
  if (!score || !choices) return nothingYet(words.say('report.few'));
  const share = (count: number) => words.percent(count / score.of);
  const groups = RECOMMENDATION_GROUPS.map((group) => {
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
  return picture(
    report,
    html`<p class="figure">${words.points(score.score)} <small>${words.say('report.score')}</small></p>
      ${changeLine(question.scoreChange, 1, report)}
      <ul class="legend">${groups}</ul>
      ${scoreBar(score, caption, words)}
      ${scoreColumns(choices, words.say('report.score.columns'), words)}
      <p class="ends">${endsOf(question.id, report)}</p>`,
    caption,
    behind(words.say('report.table'), choiceTable(question, report)),
  );
}

import { html } from 'hono/html';
import type { QuestionFigures } from '../../core/figures/question-figures.ts';
import type { Change } from '../../core/figures/share.ts';
import type { Html, Report } from '../report.ts';
import { changeInWords, type PointsAUnit } from './change.ts';
import { climbInWords } from './levels.ts';
import { everybody, type View } from './view.ts';

/** The whole report in a few sentences, each with its figure; what has no figure yet is left to its own section. */
export function summary(report: Report, view: View): Html {
  const { words } = report;
  const lines = headlines(report, view);
  const tiles = lines.map(
    ({ figure, text, change }) => html`<li><strong>${figure}</strong> <span>${text}</span>
      ${change && html`<span class="change ${change.verdict}">${change.text}</span>`}</li>`,
  );
  const climb = climbInWords(report, view);
  return html`${
    tiles.length > 0
      ? html`<ul class="tiles">${tiles}</ul>`
      : html`<p class="nothing">${words.say('report.summary.none')}</p>`
  }
  ${climb && html`<p class="climb">${climb}</p>`}`;
}

/** A figure and what it says, as plain text: for the top of the page and for the terminal. */
export interface Headline {
  figure: string;
  text: string;
  /** How it moved against the period before, in words. */
  change?: { verdict: Change['verdict']; text: string };
}

/** The figures that a manager asks for first. */
export function headlines(report: Report, view: View = everybody(report)): Headline[] {
  const { searches, contacts } = report.figures;
  return [
    ...voteHeadlines(view, report),
    ...surveyHeadlines(view, report),
    ...(view.place === 0 ? signalHeadlines(searches, contacts, report) : []),
  ];
}

function voteHeadlines({ votes }: View, { words }: Report): Headline[] {
  if (!votes || votes.total === 0) return [];
  if (!votes.helpful) {
    const text = words.count('report.head.votes.few', votes.total);
    return [{ figure: words.number(votes.total), text }];
  }
  const text = words.count('report.head.votes', votes.total, { range: words.percentRange(votes.helpful) });
  return [{ figure: words.percent(votes.helpful.share), text, ...moved(votes.change, 100, words) }];
}

function surveyHeadlines({ survey }: View, { words }: Report): Headline[] {
  if (!survey || survey.sheets === 0) return [];
  const lines: Headline[] = [];
  const [csat, nps] = [first(survey.questions, 'csat'), first(survey.questions, 'nps')];
  const satisfied = csat?.good ?? survey.satisfied;
  if (satisfied) {
    lines.push({
      figure: words.percent(satisfied.share),
      text: words.count('report.head.satisfied', satisfied.of, { range: words.percentRange(satisfied) }),
      ...moved(csat?.goodChange ?? survey.satisfiedChange, 100, words),
    });
  }
  const score = nps?.score ?? survey.score;
  if (score) {
    const { of, low, high } = score;
    const key = low === undefined ? 'report.head.score.few' : 'report.head.score';
    const range = words.pointRange({ low: low ?? 0, high: high ?? 0 });
    lines.push({
      figure: words.points(score.score),
      text: words.count(key, of, { range }),
      ...moved(nps?.scoreChange ?? survey.scoreChange, 1, words),
    });
  }
  const text = words.count('report.head.sheets', survey.sheets);
  return [...lines, { figure: words.number(survey.sheets), text }];
}

function signalHeadlines(
  searches: Report['figures']['searches'],
  contacts: Report['figures']['contacts'],
  { words }: Report,
): Headline[] {
  const lines: Headline[] = [];
  if (searches.withoutResult) {
    const figure = words.percent(searches.withoutResult.share);
    lines.push({ figure, text: words.count('report.head.searches', searches.total) });
  }
  if (contacts.contacts > 0) {
    const solved = words.number(contacts.solved);
    const text = words.count('report.head.contacts', contacts.contacts, { solved });
    lines.push({ figure: words.number(contacts.contacts), text });
  }
  return lines;
}

function moved(
  change: Change | undefined,
  points: PointsAUnit,
  words: Report['words'],
): Pick<Headline, 'change'> {
  return change ? { change: { verdict: change.verdict, text: changeInWords(change, points, words) } } : {};
}

function first(questions: readonly QuestionFigures[] | undefined, kind: QuestionFigures['kind']) {
  return questions?.find((question) => question.kind === kind);
}

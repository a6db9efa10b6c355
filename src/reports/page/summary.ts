import { html } from 'hono/html';
import type { QuestionFigures } from '../../core/figures/question-figures.ts';
import type { Html, Report } from '../report.ts';
import { climbInWords } from './levels.ts';
import { section } from './section.ts';

/** The whole report in a few sentences, each with its figure; what has no figure yet is left to its own section. */
export function summary(report: Report): Html {
  const { words } = report;
  const tiles = headlines(report).map(
    ({ figure, text }) => html`<li><strong>${figure}</strong> <span>${text}</span></li>`,
  );
  const climb = climbInWords(report);
  return section(
    'summary',
    words.say('report.summary'),
    tiles.length > 0
      ? html`<ul class="tiles">${tiles}</ul>`
      : html`<p class="nothing">${words.say('report.summary.none')}</p>`,
    climb && html`<p class="climb">${climb}</p>`,
  );
}

/** A figure and what it says, as plain text: for the top of the page and for the terminal. */
export interface Headline {
  figure: string;
  text: string;
}

/** The figures that a manager asks for first. */
export function headlines({ figures, words }: Report): Headline[] {
  const { votes, searches, contacts, survey } = figures;
  const lines: Headline[] = [];
  if (votes.helpful) {
    const { share } = votes.helpful;
    const range = words.percentRange(votes.helpful);
    lines.push({
      figure: words.percent(share),
      text: words.count('report.head.votes', votes.total, { range }),
    });
  } else if (votes.total > 0) {
    lines.push({
      figure: words.number(votes.total),
      text: words.count('report.head.votes.few', votes.total),
    });
  }
  const satisfied = first(survey?.questions, 'csat')?.good;
  if (satisfied) {
    const range = words.percentRange(satisfied);
    lines.push({
      figure: words.percent(satisfied.share),
      text: words.count('report.head.satisfied', satisfied.of, { range }),
    });
  }
  const score = first(survey?.questions, 'nps')?.score;
  if (score) {
    const { of, low, high } = score;
    const key = low === undefined ? 'report.head.score.few' : 'report.head.score';
    const range = words.pointRange({ low: low ?? 0, high: high ?? 0 });
    lines.push({ figure: words.points(score.score), text: words.count(key, of, { range }) });
  }
  if (survey && survey.sheets > 0) {
    lines.push({
      figure: words.number(survey.sheets),
      text: words.count('report.head.sheets', survey.sheets),
    });
  }
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

function first(questions: readonly QuestionFigures[] | undefined, kind: QuestionFigures['kind']) {
  return questions?.find((question) => question.kind === kind);
}

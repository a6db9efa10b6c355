import { html } from 'hono/html';
import { EXPECTATION_LEVELS } from '../../core/expectation-level.ts';
import type { About, FreeTexts, OutstandingWord, SurveyText } from '../../core/figures/free-texts.ts';
import type { Html, Report } from '../report.ts';
import { levelTitle, textOf } from './question.ts';
import { dayLine, quote, quotes, searchable } from './quotes.ts';
import { nothingYet } from './section.ts';

/** What readers miss, from the ground up; then those who miss nothing, or did not say. */
const ORDER: readonly About[] = [...EXPECTATION_LEVELS, 'content', 'unknown'];

/** What readers wrote in the survey, by what they miss, newest first. */
export function freeTexts(report: Report): Html | false {
  const { figures, survey, words } = report;
  if (!survey?.questions.some(({ kind }) => kind === 'text')) return false;
  const { texts } = figures.survey ?? {};
  if (!texts || texts.newest.length === 0) return nothingYet(words.say('report.texts.none'));
  const groups = ORDER.map((about) => textsAbout(about, texts, report));
  return searchable(html`${groups}`, texts.newest.length, texts.total, report);
}

function textsAbout(about: About, { newest, words: outstanding }: FreeTexts, report: Report): Html | false {
  const texts = newest.filter((text) => text.about === about);
  if (texts.length === 0) return false;
  const said = texts.map((text) => quote(text, source(text, report)));
  return html`<div class="quotes-about">
    <h3>${titleOf(about, report)}</h3>
    ${wordList(
      outstanding.filter((word) => word.about === about),
      report,
    )}
    ${quotes(said, report, 6)}
  </div>`;
}

/** Words that stand out; with the page's script, each shows the texts that have it. */
function wordList(shown: readonly OutstandingWord[], { words }: Report): Html | false {
  if (shown.length === 0) return false;
  return html`<div class="outstanding"><p class="quiet">${words.say('report.texts.words')}</p>
    <ul>${shown.map(
      ({ word, locale, texts }) =>
        html`<li data-word="${word}"><span lang="${locale}" dir="auto">${word}</span> <small>${words.count('report.texts.times', texts)}</small></li>`,
    )}</ul></div>`;
}

function titleOf(about: About, report: Report): string {
  const { words } = report;
  if (about === 'content' || about === 'unknown') return words.say(`report.texts.${about}`);
  return words.say('report.texts.about', { level: levelTitle(about, report) });
}

/** When it was written, and in answer to what where there is more than one question. */
function source(text: SurveyText, report: Report): Html {
  const asked = report.survey?.questions.filter(({ kind }) => kind === 'text') ?? [];
  return asked.length > 1
    ? html`${textOf(text.question, report)} · ${dayLine(text, report)}`
    : dayLine(text, report);
}

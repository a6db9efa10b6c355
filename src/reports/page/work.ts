import { html } from 'hono/html';
import type { ExpectationLevel } from '../../core/expectation-level.ts';
import { EXPECTATION_WORK } from '../../core/expectation-work.ts';
import type { Html, Report } from '../report.ts';
import { levelTitle } from './question.ts';

/** Makes the page to which the links lead. */
const COMMAND = 'npm run -s audit -- --format html > audit.html';

/** The work that mends a level which does not hold: what it is about, with links into the audit's list. */
export function work(level: ExpectationLevel, report: Report): Html {
  const { words, auditAddress } = report;
  const links = EXPECTATION_WORK[level].rules.map(
    (rule) =>
      html`<li><a href="${auditAddress}#rule=${rule}">${words.say(`report.work.rule.${rule}`)}</a></li>`,
  );
  return html`<div class="mend">
    <h3>${words.say('report.work', { level: levelTitle(level, report) })}</h3>
    <p>${words.say(`report.work.${level}`)}</p>
    <ul>${links}</ul>
    <p class="quiet">${words.say('report.work.how')} <code>${COMMAND}</code></p>
  </div>`;
}

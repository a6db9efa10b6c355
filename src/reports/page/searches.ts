import { html } from 'hono/html';
import type { Phrase } from '../../core/figures/search-figures.ts';
import { SMALLEST_GROUP } from '../../core/figures/small-groups.ts';
import type { Html, Report } from '../report.ts';
import { dataTable, nothingYet } from './section.ts';
import { shareWords } from './votes.ts';

/** What readers searched for: most, in vain, and without taking a result. */
export function searches(report: Report): Html {
  const { figures, words } = report;
  const { total, withoutResult, ignored, asked, unanswered, passedOver, rare } = figures.searches;
  if (total === 0) return nothingYet(words.say('report.searches.none'));
  return html`<p>${words.count('report.searches.total', total)}
      ${withoutResult && words.say('report.searches.without', shareWords(withoutResult, report))}
      ${ignored && words.say('report.searches.ignored', shareWords(ignored, report))}</p>
    ${
      asked.length === 0
        ? nothingYet(words.say('report.searches.no-phrase'))
        : html`<div class="columns-of-tables">
      ${phrases('unanswered', unanswered, ({ withoutResult: count }) => count, report)}
      ${phrases('passed-over', passedOver, ({ ignored: count }) => count, report)}
      ${phrases('asked', asked, ({ searches: count }) => count, report)}
    </div>`
    }
    ${rare > 0 && html`<p class="note">${words.count('report.searches.rare', rare, { smallest: SMALLEST_GROUP })}</p>`}`;
}

function phrases(
  name: 'asked' | 'unanswered' | 'passed-over',
  list: readonly Phrase[],
  count: (phrase: Phrase) => number,
  report: Report,
): Html {
  const { words } = report;
  const rows = list.map((phrase) => [
    html`<span lang="${phrase.locale}" dir="auto">${phrase.query}</span>`,
    words.language(phrase.locale),
    words.number(count(phrase)),
  ]);
  return html`<div>
    <h3>${words.say(`report.searches.${name}`)}</h3>
    <p class="quiet">${words.say(`report.searches.${name}.how`)}</p>
    ${
      rows.length === 0
        ? nothingYet(words.say('report.searches.none-such'))
        : dataTable(report, {
            caption: words.say(`report.searches.${name}`),
            unseen: true,
            columns: [
              { title: words.say('report.column.phrase') },
              { title: words.say('report.column.language') },
              { title: words.say('report.column.times'), kind: 'number' },
            ],
            rows,
          })
    }
  </div>`;
}

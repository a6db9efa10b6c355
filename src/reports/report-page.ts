import { html } from 'hono/html';
import { articles } from './page/articles.ts';
import { contacts } from './page/contacts.ts';
import { groups } from './page/groups.ts';
import { levels } from './page/levels.ts';
import { locales } from './page/locales.ts';
import { pageScript } from './page/page-script.ts';
import { questions } from './page/questions.ts';
import { comments, freeTexts } from './page/quotes.ts';
import { satisfaction } from './page/satisfaction.ts';
import { searches } from './page/searches.ts';
import { section } from './page/section.ts';
import { sheet } from './page/sheet.ts';
import { style } from './page/style.ts';
import { summary } from './page/summary.ts';
import { votes } from './page/votes.ts';
import { createReport, type Html, type Report, type ReportInput } from './report.ts';

/**
 * The parts of the page from top to bottom, by the id of their section; `report.<id>` is its heading. A part that has
 * nothing to do with this help centre is `false`. A new part is one file and one line here.
 */
const PARTS: Readonly<Record<string, (report: Report) => Html | false>> = {
  summary,
  levels,
  satisfaction,
  votes,
  articles,
  comments,
  searches,
  contacts,
  questions,
  texts: freeTexts,
  groups,
  locales,
  notes,
};

/** The report as one HTML page. */
export function reportPage(input: ReportInput): string {
  const report = createReport(input);
  const { words, site, figures } = report;
  const name = report.inWords(site.title);
  const from = words.day(figures.period.from);
  const period = words.say('report.period', { from, to: words.day(figures.period.to) });
  const parts = Object.entries(PARTS).flatMap(([id, part]) => {
    const content = part(report);
    return content ? [{ id, content }] : [];
  });
  const contents = parts.map(({ id }) => html`<li><a href="#${id}">${words.say(`report.${id}`)}</a></li>`);
  const page = sheet({
    language: words.locale,
    title: words.say('report.title'),
    site: name,
    scope: period,
    style: style(site.brand.accent),
    content: html`<nav aria-label="${words.say('report.contents')}"><ul>${contents}</ul></nav>
    <main>${parts.map(({ content }) => content)}</main>`,
    script: pageScript(),
  });
  return `${page}\n`;
}

/** How the figures are meant. */
function notes({ words }: Report): Html {
  const terms = ['range', 'good', 'score', 'hidden', 'privacy'].map(
    (term) =>
      html`<dt>${words.say(`report.notes.${term}`)}</dt><dd>${words.say(`report.notes.${term}.text`)}</dd>`,
  );
  return section('notes', words.say('report.notes'), html`<dl>${terms}</dl>`);
}

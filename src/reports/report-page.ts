import { html } from 'hono/html';
import { articles } from './page/articles.ts';
import { aside } from './page/aside.ts';
import { quoteSearch } from './page/browser/quote-search.ts';
import { tableFiles } from './page/browser/table-files.ts';
import { categories } from './page/categories.ts';
import { comments } from './page/comments.ts';
import { contacts } from './page/contacts.ts';
import { groups } from './page/groups.ts';
import { levels } from './page/levels.ts';
import { locales } from './page/locales.ts';
import { pageScript } from './page/page-script.ts';
import { questions } from './page/questions.ts';
import { satisfaction } from './page/satisfaction.ts';
import { searches } from './page/searches.ts';
import { type Piece, section } from './page/section.ts';
import { sheet } from './page/sheet.ts';
import { style } from './page/style.ts';
import { summary } from './page/summary.ts';
import { freeTexts } from './page/texts.ts';
import { type View, viewsOf } from './page/view.ts';
import { votes } from './page/votes.ts';
import { choice, choiceStyle, ofEverybody, switched } from './page/whose.ts';
import { periodInWords } from './period-in-words.ts';
import { createReport, type Html, type Report, type ReportInput } from './report.ts';

/** A part of the page, by the id of its section; `report.<id>` is its heading. */
interface Part {
  id: string;
  /** Whose answers it shows: the group that was chosen, everybody's whatever was chosen, or nobody's in particular. */
  whose: 'chosen' | 'everybody' | 'nobody';
  /** `false` where it has nothing to do with this help centre. */
  draw(report: Report, view: View): Html | false;
}

/** The parts of the page from top to bottom. A new part is one file and one line here. */
const PARTS: readonly Part[] = [
  { id: 'summary', whose: 'chosen', draw: summary },
  { id: 'levels', whose: 'chosen', draw: levels },
  { id: 'satisfaction', whose: 'chosen', draw: satisfaction },
  { id: 'questions', whose: 'chosen', draw: questions },
  { id: 'texts', whose: 'everybody', draw: freeTexts },
  { id: 'groups', whose: 'nobody', draw: groups },
  { id: 'votes', whose: 'everybody', draw: votes },
  { id: 'categories', whose: 'everybody', draw: categories },
  { id: 'articles', whose: 'everybody', draw: articles },
  { id: 'comments', whose: 'everybody', draw: comments },
  { id: 'searches', whose: 'everybody', draw: searches },
  { id: 'contacts', whose: 'everybody', draw: contacts },
  { id: 'locales', whose: 'nobody', draw: locales },
  { id: 'aside', whose: 'nobody', draw: aside },
  { id: 'notes', whose: 'nobody', draw: notes },
];

/** The report as one HTML page. */
export function reportPage(input: ReportInput): string {
  const report = createReport(input);
  const { words, site, demo } = report;
  const views = viewsOf(report);
  const sections = PARTS.flatMap((part) => {
    const content = contentOf(part, views, report);
    return content
      ? [{ id: part.id, content: section(part.id, words.say(`report.${part.id}`), content) }]
      : [];
  });
  const contents = sections.map(({ id }) => html`<li><a href="#${id}">${words.say(`report.${id}`)}</a></li>`);
  const title = words.say('report.title');
  const page = sheet({
    language: words.locale,
    title: demo ? words.say('report.demo.title', { title }) : title,
    site: report.inWords(site.title),
    scope: periodInWords(report),
    style: [style(site.brand.accent), choiceStyle(views)].join('\n'),
    content: html`<nav aria-label="${words.say('report.contents')}"><ul>${contents}</ul></nav>
    <main>${demo && demoNote(report)}${choice(views, report)}${sections.map(({ content }) => content)}</main>`,
    script: pageScript(tableFiles, quoteSearch),
  });
  return `${page}\n`;
}

function contentOf({ whose, draw }: Part, views: readonly View[], report: Report): Piece {
  const [everybody] = views;
  const content = everybody && draw(report, everybody);
  if (!content) return false;
  if (whose === 'chosen') return switched(views, (view) => draw(report, view), report);
  return whose === 'nobody' ? content : html`${ofEverybody(views, report)}${content}`;
}

function demoNote({ words }: Report): Html {
  return html`<p class="demo-note"><strong>${words.say('report.demo')}</strong> ${words.say('report.demo.how')}</p>`;
}

/** How the figures are meant. */
function notes({ words }: Report): Html {
  const terms = ['range', 'change', 'good', 'satisfied', 'score', 'hidden', 'privacy'].map(
    (term) =>
      html`<dt>${words.say(`report.notes.${term}`)}</dt><dd>${words.say(`report.notes.${term}.text`)}</dd>`,
  );
  return html`<dl>${terms}</dl>`;
}

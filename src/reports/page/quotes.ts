import { html } from 'hono/html';
import type { FreeText } from '../../core/figures/question-figures.ts';
import type { Comment } from '../../core/figures/vote-figures.ts';
import type { Html, Report } from '../report.ts';
import { textOf } from './question.ts';
import { behind, nothingYet, section } from './section.ts';

/** Quotes shown at once; the others open on demand. */
const AT_ONCE = 8;

/** What readers wrote with their votes, newest first. */
export function comments(report: Report): Html {
  const { words } = report;
  const { total, newest } = report.figures.votes.comments;
  return section(
    'comments',
    words.say('report.comments'),
    newest.length === 0
      ? nothingYet(words.say('report.comments.none'))
      : quotes(
          newest.map((comment) => quote(comment, aboutComment(comment, report))),
          total,
          report,
        ),
  );
}

/** What readers wrote in the survey, question by question, newest first. */
export function freeTexts(report: Report): Html | false {
  const { figures, words } = report;
  const asked = figures.survey?.questions.filter(({ kind }) => kind === 'text') ?? [];
  if (asked.length === 0) return false;
  return section(
    'texts',
    words.say('report.texts'),
    ...asked.map(({ id, texts }) => {
      const newest = texts?.newest ?? [];
      const said = newest.map((text) => quote(text, html`${dayOf(text, report)}`));
      return html`<h3>${textOf(id, report)}</h3>
        ${said.length === 0 ? nothingYet(words.say('report.texts.none')) : quotes(said, texts?.total ?? 0, report)}`;
    }),
  );
}

function quotes(all: readonly Html[], total: number, { words }: Report): Html {
  const rest = all.slice(AT_ONCE);
  return html`<p class="quiet">${words.count('report.quotes', total)}
      ${total > all.length && words.count('report.quotes.newest', all.length)}</p>
    <div class="quotes">${all.slice(0, AT_ONCE)}</div>
    ${rest.length > 0 && behind(words.count('report.more', rest.length), html`<div class="quotes">${rest}</div>`)}`;
}

/** A quotation in its own language and direction, whatever was typed. */
function quote({ text, locale }: Comment | FreeText, about: Html): Html {
  return html`<figure class="quote">
    <blockquote lang="${locale}" dir="auto">${text}</blockquote>
    <figcaption>${about}</figcaption>
  </figure>`;
}

function aboutComment(comment: Comment, report: Report): Html {
  const { words } = report;
  const vote = comment.reason ? `reason.${comment.reason}` : comment.helpful ? 'report.yes' : 'report.no';
  return html`${words.say(vote)} · ${report.articleLink(comment.article, comment.locale)} · ${dayOf(comment, report)}`;
}

function dayOf({ day }: Comment | FreeText, { words }: Report): Html {
  return html`<time datetime="${day}">${words.shortDay(day)}</time>`;
}

import { html } from 'hono/html';
import type { Comment } from '../../core/figures/vote-figures.ts';
import type { Html, Report } from '../report.ts';
import { dayLine, quote, quotes, searchable } from './quotes.ts';
import { nothingYet } from './section.ts';

/** What readers wrote with their votes, newest first. */
export function comments(report: Report): Html {
  const { total, newest } = report.figures.votes.comments;
  if (newest.length === 0) return nothingYet(report.words.say('report.comments.none'));
  const said = newest.map((comment) => quote(comment, aboutComment(comment, report)));
  return searchable(quotes(said, report), said.length, total, report);
}

function aboutComment(comment: Comment, report: Report): Html {
  const vote = comment.reason ? `reason.${comment.reason}` : comment.helpful ? 'report.yes' : 'report.no';
  return html`${report.words.say(vote)} · ${report.articleLink(comment.article, comment.locale)} · ${dayLine(comment, report)}`;
}

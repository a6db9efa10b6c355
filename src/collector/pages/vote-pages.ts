import { html } from 'hono/html';
import { type Aside, MAX_COMMENT, REASONS } from '../../core/feedback.ts';
import { type Texts, translate } from '../../core/texts.ts';
import { button, type Html, hidden, type Page } from './page.ts';

/** The vote that a page is about. */
export interface VoteOnPage {
  texts: Texts;
  locale: string;
  /** Where the page's forms go, relative to its address. */
  action: string;
  receipt: string;
  /** Leads back to the article; a form may lack it. */
  article: string | undefined;
}

/**
 * After a vote: it is stored, and now the reader may say why.
 *
 * @param unproven set aside, because forms cannot prove that they do not belong to a flood
 */
export function votedPage(vote: VoteOnPage, helpful: boolean, unproven?: Aside): Page {
  const { texts } = vote;
  return {
    title: translate(texts, helpful ? 'collector.vote.yes.title' : 'collector.vote.no.title'),
    body: html`<p>${translate(texts, unproven ? 'collector.vote.unproven' : 'collector.vote.stored')}</p>
${whyForm(vote, helpful)}
${secondThoughts(vote, helpful)}`,
  };
}

/** After a reason or a comment. */
export function notedPage(vote: VoteOnPage): Page {
  const { texts } = vote;
  return {
    title: translate(texts, 'collector.vote.noted.title'),
    body: html`<p>${translate(texts, 'collector.vote.noted')}</p>
${secondThoughts(vote)}`,
  };
}

/** After the reader took the vote back. */
export function voteWithdrawnPage(texts: Texts): Page {
  return {
    title: translate(texts, 'collector.vote.withdrawn.title'),
    body: html`<p>${translate(texts, 'collector.vote.withdrawn')}</p>`,
  };
}

/** Asks for the reason, unless the answer helped, and for a comment. */
export function whyForm(vote: VoteOnPage, helpful: boolean): Html {
  const { texts } = vote;
  return html`<form class="vote-reason" method="post" action="${vote.action}">
${hidden(fieldsOf(vote, 'PATCH'))}
${
  !helpful &&
  html`<fieldset>
<legend>${translate(texts, 'vote.reason')}</legend>
${REASONS.map(
  (reason) =>
    html`<label><input type="radio" name="reason" value="${reason}"> ${translate(texts, `reason.${reason}`)}</label>
`,
)}</fieldset>`
}
<label for="comment">${translate(texts, helpful ? 'collector.vote.praise' : 'vote.comment')}</label>
<textarea id="comment" name="comment" rows="4" maxlength="${MAX_COMMENT}" aria-describedby="comment-hint"></textarea>
<p class="hint" id="comment-hint">${translate(texts, 'vote.comment.hint')}</p>
<button class="button" type="submit">${translate(texts, 'vote.send')}</button>
</form>`;
}

/** Changing and withdrawing. Which way to change is known only right after a vote. */
function secondThoughts(vote: VoteOnPage, helpful?: boolean): Html {
  const { texts, action } = vote;
  const change =
    helpful !== undefined &&
    button(action, translate(texts, helpful ? 'collector.vote.to-no' : 'collector.vote.to-yes'), [
      ...fieldsOf(vote, 'PATCH'),
      ['helpful', String(!helpful)],
    ]);
  return html`<h2>${translate(texts, 'collector.vote.second-thoughts')}</h2>
${change}
${button(action, translate(texts, 'vote.withdraw'), fieldsOf(vote, 'DELETE'))}`;
}

function fieldsOf({ receipt, locale, article }: VoteOnPage, method: string): [string, string][] {
  return [
    ['_method', method],
    ['receipt', receipt],
    ['locale', locale],
    ...(article ? ([['article', article]] as [string, string][]) : []),
  ];
}

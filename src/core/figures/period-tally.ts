import { markOf } from '../audit-feedback/vote-days.ts';
import type { Aside, Reason, StoredVote, Submission } from '../feedback.ts';
import { AsideTally } from './aside-figures.ts';
import { ContactTally } from './contact-figures.ts';
import type { Subject } from './figures.ts';
import { LocaleTally } from './locale-figures.ts';
import { Newest } from './newest.ts';
import type { PeriodInput, VotedRevision, VotedText } from './period-input.ts';
import { type Phrase, SearchTally } from './search-figures.ts';
import { SurveyTally } from './survey-tally.ts';
import { ViewsAndReasonsTally } from './views-and-reasons.ts';
import { type Comment, commentOf, MOST_COMMENTS } from './vote-figures.ts';
import { VoteTable } from './vote-table.ts';

/** Counts what readers sent in one period, one submission at a time or in sums that a database has made. */
export class PeriodTally implements PeriodInput {
  readonly votes = new VoteTable();
  readonly comments = new Newest<Comment>(MOST_COMMENTS);
  readonly articles = new ViewsAndReasonsTally();
  readonly locales = new LocaleTally();
  readonly searches = new SearchTally();
  readonly contacts = new ContactTally();
  readonly aside = new AsideTally();
  readonly survey?: SurveyTally;

  constructor({ survey, locales }: Subject) {
    if (survey) this.survey = new SurveyTally(survey, locales);
  }

  add(submission: Submission): void {
    if (submission.aside) {
      this.addAside(submission.type, submission.aside, 1);
    } else if (submission.type === 'vote') {
      const { received, helpful, reason, comment } = submission;
      this.addVotes(submission, [markOf(received.getTime(), helpful)]);
      // Where the reader changed to "yes", the reason no longer counts.
      if (reason && !helpful) this.addReasons(submission, reason, 1);
      if (comment) this.addComment(submission);
    } else if (submission.type === 'answers') {
      this.survey?.add(submission);
    } else {
      this.#addSignal(submission);
    }
  }

  addVotes(of: VotedText, marks: readonly number[]): void {
    this.votes.add(of, marks);
  }

  addReasons({ article, locale }: VotedRevision, reason: Reason, votes: number): void {
    this.articles.addReasons(article, locale, reason, votes);
  }

  addComment(vote: StoredVote): void {
    this.comments.add(commentOf(vote), vote.received);
  }

  addViews(article: string, locale: string, _revision: string, views: number): void {
    this.articles.addViews(article, locale, views);
    this.locales.add(locale, 'views', views);
  }

  addSearches(phrase: Phrase): void {
    this.searches.addSearches(phrase);
    this.locales.add(phrase.locale, 'searches', phrase.searches);
  }

  addOpen(search: string): void {
    this.searches.addOpen(search);
  }

  addAside(kind: Submission['type'], reason: Aside, count: number): void {
    this.aside.add(kind, reason, count);
  }

  #addSignal(signal: Submission & { type: 'signal' }): void {
    const { locale } = signal;
    if (signal.kind === 'view') {
      this.addViews(signal.article, locale, signal.revision, 1);
    } else if (signal.kind === 'search') {
      this.searches.addSearch(signal.id, signal.query, locale, signal.results);
      this.locales.add(locale, 'searches');
    } else if (signal.kind === 'contact') {
      this.contacts.addContact(locale, signal.article);
      this.locales.add(locale, 'contacts');
    } else if (signal.kind === 'instead') {
      this.contacts.addInstead();
    } else if (signal.kind === 'solved') {
      this.contacts.addSolved(locale, signal.article);
    }
  }
}

import { AsideCounts } from '../aside-counts.ts';
import type { Aside, Reason, StoredSignal, StoredVote, Submission } from '../feedback.ts';
import type {
  AuditFeedback,
  AuditPeriod,
  ContactFeedback,
  ReaderComment,
  SurveySheet,
} from './audit-feedback.ts';
import { inOrder } from './audit-order.ts';
import { boundsOf } from './audit-period.ts';
import { RevisionCounts } from './revision-counts.ts';
import { SearchCounts } from './search-counts.ts';
import { markOf } from './vote-days.ts';

/** A vote, as far as what a reader wrote beside it is concerned. */
export type CommentedVote = Pick<
  StoredVote,
  'id' | 'article' | 'locale' | 'revision' | 'received' | 'helpful' | 'reason' | 'comment'
>;

/**
 * Gathers what an audit needs to know from submissions, one at a time and in any order, so that a million of them
 * need little room. The same submission given twice counts twice.
 *
 * @example
 * const tally = new AuditTally({ until: '2026-03-31', recentFrom: '2026-01-01' });
 * for await (const submission of store.submissions()) tally.add(submission);
 * tally.feedback();
 */
export class AuditTally {
  /** What was summed up elsewhere may be put into these; so may the number of those that came in later. */
  readonly revisions = new RevisionCounts();
  readonly aside = new AsideCounts();
  later = 0;
  readonly #since: number;
  readonly #before: number;
  readonly #searches = new SearchCounts();
  readonly #contacts = new Map<string, Required<ContactFeedback>>();
  readonly #comments: ReaderComment[] = [];
  readonly #sheets: SurveySheet[] = [];

  constructor(period: AuditPeriod) {
    const { since, before } = boundsOf(period);
    this.#since = since;
    this.#before = before;
  }

  add(submission: Submission): void {
    const at = submission.received.getTime();
    if (submission.aside) this.#addAside(submission, submission.aside, at);
    else if (at >= this.#before) this.later += 1;
    else if (submission.type === 'vote') this.#addVote(submission, at);
    else if (submission.type === 'signal') this.#addSignal(submission, at);
    else if (at >= this.#since) {
      const { locale, answers, wordings, received } = submission;
      this.#sheets.push({ locale, answers, ...(wordings && { wordings }), received });
    }
  }

  /** Takes what a reader wrote beside a vote, if anything, but not the vote. */
  addComment(vote: CommentedVote): void {
    const { id, article, locale, revision, received, helpful, comment } = vote;
    if (!comment) return;
    const reason = reasonOf(vote);
    const said = { id, article, locale, revision, received, helpful, comment };
    this.#comments.push(reason ? { ...said, reason } : said);
  }

  /** Takes so many views of the days in which ways to a person are counted, but not those of a revision. */
  addRecentViews(article: string, locale: string, views: number): void {
    this.#contactsOf(article, locale).views += views;
  }

  feedback(): AuditFeedback {
    return inOrder({
      articles: this.revisions.feedback(),
      searches: this.#searches.searches(),
      contacts: [...this.#contacts.values()],
      comments: this.#comments,
      leads: this.#searches.leads(),
      sheets: this.#sheets,
      later: this.later,
      aside: this.aside.inOrder(),
    });
  }

  #addAside({ type: kind, locale, ...rest }: Submission, reason: Aside, at: number): void {
    if (at < this.#since || at >= this.#before) return;
    const article = 'article' in rest ? rest.article : undefined;
    this.aside.add({ kind, ...(article !== undefined && { article }), locale, reason });
  }

  #addVote(vote: StoredVote, at: number): void {
    const counts = this.revisions.of(vote.article, vote.locale, vote.revision);
    counts.votes.push(markOf(at, vote.helpful));
    counts.first = Math.min(counts.first, at);
    counts.last = Math.max(counts.last, at);
    const reason = reasonOf(vote);
    if (reason) counts.reasons[reason] = (counts.reasons[reason] ?? 0) + 1;
    this.addComment(vote);
  }

  #addSignal(signal: StoredSignal, at: number): void {
    if (signal.kind === 'view') {
      this.revisions.of(signal.article, signal.locale, signal.revision).views += 1;
      if (at >= this.#since) this.addRecentViews(signal.article, signal.locale, 1);
    } else if (at < this.#since) {
      return;
    } else if (signal.kind === 'search') {
      this.#searches.addSearch(signal.id, signal.locale, signal.query, signal.results);
    } else if (signal.kind === 'open') {
      this.#searches.addOpen(signal);
    } else if (signal.kind !== 'instead' && signal.article !== undefined) {
      this.#contactsOf(signal.article, signal.locale)[signal.kind === 'contact' ? 'contacts' : 'solved'] += 1;
    }
  }

  #contactsOf(article: string, locale: string): Required<ContactFeedback> {
    const key = `${article} ${locale}`;
    const counts = this.#contacts.get(key) ?? { article, locale, contacts: 0, solved: 0, views: 0 };
    this.#contacts.set(key, counts);
    return counts;
  }
}

/** A reason says why an answer did not help: where the reader changed to "yes", it no longer counts. */
function reasonOf({ helpful, reason }: Pick<StoredVote, 'helpful' | 'reason'>): Reason | undefined {
  return helpful ? undefined : reason;
}

import type { Submission } from '../feedback.ts';
import type { Survey } from '../survey.ts';
import { type ArticleFigures, ArticleTally } from './article-figures.ts';
import { type ContactFigures, ContactTally } from './contact-figures.ts';
import { type LocaleFigures, LocaleTally } from './locale-figures.ts';
import { type Period, within } from './period.ts';
import type { ScoreChange, ScoreFigure } from './score-figure.ts';
import { type SearchFigures, SearchTally } from './search-figures.ts';
import type { Share, ShareChange } from './share.ts';
import { type SurveyFigures, SurveyTally } from './survey-figures.ts';
import type { SharePoint, Trend } from './trend.ts';
import { type VoteFigures, VoteTally } from './vote-figures.ts';

/**
 * Everything that a report says about a period. Shares are from 0 to 1 and scores from -100 to 100; a figure that
 * too few people stand behind is missing.
 */
export interface Figures {
  period: Period;
  votes: VoteFigures;
  /** The least helpful first. */
  articles: ArticleFigures[];
  searches: SearchFigures;
  contacts: ContactFigures;
  /** Missing if the help centre has no survey. */
  survey?: SurveyFigures;
  locales: LocaleFigures[];
  /** The period of the same length before this one, with which all changes compare. */
  before?: Period;
  /** The articles whose helpful share rose and fell most against the period before, the surest first. */
  moved?: { gained: ArticleFigures[]; lost: ArticleFigures[] };
  /** Categories of each language with votes, those with most votes first. */
  categories?: CategoryFigures[];
  /** What groups of readers said, as far as it may be shown. */
  groups?: GroupFigures[];
}

/** Votes on the articles of a category in one language. */
export interface CategoryFigures {
  /** Id of the category, the same in every language. */
  category: string;
  locale: string;
  votes: number;
  helpful?: Share;
  change?: ShareChange;
  /** In the steps of `votes.trend`. */
  trend?: Trend<SharePoint>;
}

/** By what readers are told apart: a category and an article belong to a language. */
export const GROUPINGS = ['locale', 'category', 'article', 'level', 'source'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What one group of readers said. */
export interface GroupFigures {
  by: Grouping;
  /** The language, the id of the category or article, the level of experience, or the source; empty if not said. */
  key: string;
  /** Of a category or an article. */
  locale?: string;
  /** Votes that it cast; missing where sources are told apart, which votes do not have. */
  votes?: { total: number; helpful?: Share; change?: ShareChange };
  /** Missing where too few filled in the survey. Of an article only how many, satisfaction and recommendation. */
  survey?: GroupSurvey;
}

/** A group's answers to the survey. */
export type GroupSurvey = Pick<SurveyFigures, 'sheets'> &
  Partial<Pick<SurveyFigures, 'pyramid' | 'questions'>> & {
    satisfied?: Share;
    satisfiedChange?: ShareChange;
    score?: ScoreFigure;
    scoreChange?: ScoreChange;
  };

/** What the figures are drawn from. */
export interface Subject {
  period: Period;
  survey?: Survey;
  /** The share of good answers that a level of the survey needs, from 0 to 1. */
  levelShare: number;
}

/**
 * Counts what readers sent, one submission at a time, so that a million of them need little room.
 *
 * @example
 * const tally = new Tally({ period: { from: '2026-01-01', to: '2026-03-31' }, survey, levelShare: 0.7 });
 * for await (const submission of store.submissions()) tally.add(submission);
 * tally.figures();
 */
export class Tally {
  readonly #subject: Subject;
  readonly #isWithin: (instant: Date) => boolean;
  readonly #votes = new VoteTally();
  readonly #articles = new ArticleTally();
  readonly #searches = new SearchTally();
  readonly #contacts = new ContactTally();
  readonly #locales = new LocaleTally();
  readonly #survey?: SurveyTally;

  constructor(subject: Subject) {
    this.#subject = subject;
    this.#isWithin = within(subject.period);
    if (subject.survey) this.#survey = new SurveyTally(subject.survey);
  }

  add(submission: Submission): void {
    // A result may be taken after midnight on the last day: whether a search was ignored is known by then only.
    if (submission.type === 'signal' && submission.kind === 'open') this.#searches.addOpen(submission.search);
    if (!this.#isWithin(submission.received)) return;
    if (submission.type === 'vote') {
      this.#votes.add(submission);
      this.#articles.addVote(submission);
      this.#locales.add(submission.locale, 'votes');
      if (submission.helpful) this.#locales.add(submission.locale, 'helpful');
    } else if (submission.type === 'answers') {
      this.#survey?.add(submission);
    } else {
      this.#addSignal(submission);
    }
  }

  figures(): Figures {
    const { period, levelShare } = this.#subject;
    return {
      period,
      votes: this.#votes.figures(),
      articles: this.#articles.figures(),
      searches: this.#searches.figures(),
      contacts: this.#contacts.figures(),
      ...(this.#survey && { survey: this.#survey.figures(levelShare) }),
      locales: this.#locales.figures(),
    };
  }

  #addSignal(signal: Submission & { type: 'signal' }): void {
    const { locale } = signal;
    if (signal.kind === 'view') {
      this.#articles.addView(signal.article, locale);
      this.#locales.add(locale, 'views');
    } else if (signal.kind === 'search') {
      this.#searches.addSearch(signal.id, signal.query, locale, signal.results);
      this.#locales.add(locale, 'searches');
    } else if (signal.kind === 'contact') {
      this.#contacts.addContact(locale, signal.article);
      this.#locales.add(locale, 'contacts');
    } else if (signal.kind === 'solved') {
      this.#contacts.addSolved(locale, signal.article);
    }
  }
}

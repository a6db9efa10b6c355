import type { Submission } from '../feedback.ts';
import { articleFigures } from './article-figures.ts';
import { categoryFigures } from './category-figures.ts';
import type { Figures, Subject } from './figures.ts';
import { groupFigures } from './group-figures.ts';
import { localeFigures } from './locale-figures.ts';
import { movedMost } from './moved-articles.ts';
import { periodBefore, within } from './period.ts';
import { PeriodTally } from './period-tally.ts';
import { SurveyResults } from './survey-results.ts';
import { voteFigures } from './vote-figures.ts';
import { VoteGroups } from './vote-groups.ts';

/**
 * Counts what readers sent in a period and in the one before, a million submissions in little room.
 *
 * How a figure comes about:
 *
 * 1. A `PeriodTally` takes in what came: votes into a `VoteTable`, sheets, as a `SheetReader` reads them, into a
 *    `SheetTable`; everything else is counted at once, as by `SearchTally` and `ContactTally`.
 * 2. `VoteGroups` and `SheetGroups` tell these apart by language, category, article, level and source, each in a
 *    `GroupTree`, and by time. `ShownDivisions` decides what of it may be shown: `visibleGroups` within a tree,
 *    `crossingGroups` between several.
 * 3. `voteFigures`, `articleFigures`, `SurveyResults` and others make figures of what may be shown, with intervals from
 *    `core/statistics`, and compare them with the period before.
 *
 * Either give it all submissions that there are, with `add`, or fill the tallies of the two periods with what a database
 * has summed up. The period before needs only votes and survey sheets.
 *
 * @example
 * const tally = new ReportTally({ period: { from: '2026-01-01', to: '2026-03-31' }, survey, levelShare: 0.7, … });
 * for await (const submission of store.submissions()) tally.add(submission);
 * tally.figures();
 */
export class ReportTally {
  readonly now: PeriodTally;
  readonly before: PeriodTally;
  readonly #subject: Subject;
  readonly #isNow: (instant: Date) => boolean;
  readonly #isBefore: (instant: Date) => boolean;

  constructor(subject: Subject) {
    this.#subject = subject;
    this.now = new PeriodTally(subject);
    this.before = new PeriodTally(subject);
    this.#isNow = within(subject.period);
    this.#isBefore = within(periodBefore(subject.period));
  }

  add(submission: Submission): void {
    if (submission.type === 'signal' && submission.kind === 'open' && !submission.aside) {
      // A result may be taken after midnight on the last day: whether a search was ignored is known by then only.
      this.now.addOpen(submission.search);
    } else if (this.#isNow(submission.received)) {
      this.now.add(submission);
    } else if (submission.type !== 'signal' && this.#isBefore(submission.received)) {
      this.before.add(submission);
    }
  }

  figures(): Figures {
    const { period, categories } = this.#subject;
    const { votes, comments, articles, locales, searches, contacts, aside } = this.now;
    const groups = new VoteGroups(votes, categories, period.from);
    const before = new VoteGroups(this.before.votes, categories);
    const ofArticles = articleFigures(votes.sums(), articles.articles(), groups, before);
    const survey = this.now.survey && new SurveyResults(this.now.survey, this.#subject, period.from);
    const surveyBefore = this.before.survey && new SurveyResults(this.before.survey, this.#subject);
    return {
      period,
      before: periodBefore(period),
      votes: voteFigures({ groups, before, comments, reasons: articles.reasons() }),
      articles: ofArticles,
      moved: movedMost(ofArticles),
      categories: categoryFigures(groups, before),
      groups: groupFigures({ votes: groups, votesBefore: before, survey, surveyBefore }),
      searches: searches.figures(),
      contacts: contacts.figures(),
      ...(survey && surveyBefore && { survey: survey.everybody(surveyBefore) }),
      locales: localeFigures(locales, groups),
      aside: aside.figures(),
    };
  }
}

import { type Day, subtractDuration } from '../calendar.ts';
import type { Submission } from '../feedback.ts';
import type { Period } from '../figures/period.ts';
import type { Survey } from '../survey/survey.ts';
import { type AskedArticle, demoArticles } from './demo-article.ts';
import { demoContacts } from './demo-contacts.ts';
import { DemoDays } from './demo-days.ts';
import { type AskedPhrase, demoSearches } from './demo-searches.ts';
import { demoSheets } from './demo-sheets.ts';
import { demoVisits } from './demo-visits.ts';

/** What made-up readers find. */
export interface DemoHelpCentre {
  articles: readonly AskedArticle[];
  survey?: Survey;
  /** Languages of the site; the first is read most. */
  locales: readonly string[];
  /** What they type into the search. */
  phrases: readonly AskedPhrase[];
}

/**
 * What made-up readers of a help centre send within a period: views, votes, reasons, comments, searches, survey sheets,
 * ways to a person. A few articles are read by most, some help few, some became better or worse with an edit; the survey
 * finds its first broken level at partnership, and satisfaction rises. The same for the same help centre, period and
 * seed, in no order of time.
 *
 * @example
 * const period = { from: '2024-04-01', to: '2026-03-31' };
 * for (const submission of demoFeedback(helpCentre, period)) tally.add(submission);
 */
export function* demoFeedback(
  { articles, survey, locales, phrases }: DemoHelpCentre,
  period: Period,
  seed = 'kundig',
): Generator<Submission> {
  const days = new DemoDays(period);
  const stories = demoArticles(articles, locales, days.passedBefore(lastWeekOf(period.to)), seed);
  yield* demoVisits(stories, days, seed);
  yield* demoSearches(phrases, locales, days, seed);
  yield* demoContacts(stories, days, seed);
  if (survey) yield* demoSheets(survey, stories, locales, days, seed);
}

/** First of the last seven whole days, if the last day is not over yet. */
function lastWeekOf(day: Day): Day {
  return subtractDuration(day, '7 days');
}

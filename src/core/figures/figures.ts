import type { Survey } from '../survey/survey.ts';
import type { ArticleFigures } from './article-figures.ts';
import type { AsideFigure } from './aside-figures.ts';
import type { CategoryFigures } from './category-figures.ts';
import type { ContactFigures } from './contact-figures.ts';
import type { GroupFigures } from './group-figures.ts';
import type { LocaleFigures } from './locale-figures.ts';
import type { Period } from './period.ts';
import type { SearchFigures } from './search-figures.ts';
import type { SurveyFigures } from './survey-figures.ts';
import type { VoteFigures } from './vote-figures.ts';

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
  before: Period;
  /** The articles whose helpful share rose and fell most against the period before, the surest first. */
  moved: { gained: ArticleFigures[]; lost: ArticleFigures[] };
  /** Categories of each language with votes, those with most votes first. */
  categories: CategoryFigures[];
  /** What groups of readers said, as far as it may be shown. */
  groups: GroupFigures[];
  /** What came in and is in no other figure, by reason; those that never were are missing. */
  aside: AsideFigure[];
}

/** What the figures are drawn from. */
export interface Subject {
  period: Period;
  survey?: Survey;
  /** The share of good answers that a level of the survey needs, from 0 to 1. */
  levelShare: number;
  /** The languages of the site; readers see the first where theirs is missing. */
  locales: readonly string[];
  /** Id of the category to which an article belongs, or belonged as far as its id says; empty if nobody knows. */
  categories(article: string, locale: string): string;
  /** The texts of all articles in a language: which words are usual there. Without it, no word stands out. */
  articleTexts?(locale: string): Iterable<string>;
}

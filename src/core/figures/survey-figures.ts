import type { FreeTexts } from './free-texts.ts';
import type { PyramidFigures } from './level-figures.ts';
import type { QuestionFigures } from './question-figures.ts';
import type { ScoreFigure } from './score-figure.ts';
import type { Share } from './share.ts';
import type { SurveyTrends } from './survey-trends.ts';

export type { About, FreeTexts, OutstandingWord, SurveyText } from './free-texts.ts';
export type { SurveyTrends };

/** Sheets with something in common. */
export interface GroupFigures {
  /** The language, the level of experience, or where the link to the survey stood; empty if not said. */
  key: string;
  sheets: number;
  satisfied?: Share;
  score?: ScoreFigure;
}

export interface SurveyFigures {
  /** How many sheets were sent. */
  sheets: number;
  /** Only of everybody's answers. */
  trends?: SurveyTrends;
  /** Only of everybody's answers. */
  texts?: FreeTexts;
  pyramid: PyramidFigures;
  /** In the order of the survey. */
  questions: QuestionFigures[];
  /** The largest first; only groups that may be shown. */
  byLocale: GroupFigures[];
  byExperience: GroupFigures[];
  bySource: GroupFigures[];
}

import type { FreeTexts } from './free-texts.ts';
import type { PyramidFigures } from './level-figures.ts';
import type { QuestionFigures } from './question-figures.ts';
import type { SurveyTrends } from './survey-trends.ts';

export interface SurveyFigures {
  /** How many sheets were sent. */
  sheets: number;
  /** Only of everybody's answers. */
  trends: SurveyTrends;
  /** Only of everybody's answers. */
  texts: FreeTexts;
  pyramid: PyramidFigures;
  /** In the order of the survey. */
  questions: QuestionFigures[];
}

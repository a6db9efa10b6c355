import { type Survey, surveySchema } from '../../../src/core/survey/survey.ts';
import { survey } from '../help-centre.ts';

const text = { en: 'Why?', de: 'Warum?' };
const ends = { low: { en: 'no', de: 'nein' }, high: { en: 'yes', de: 'ja' } };

/** The survey of the other tests with questions that not every reader is asked; none of the others must be answered. */
export function conditionalSurvey(more: { required?: boolean } = {}): Survey {
  return surveySchema.parse({
    ...survey,
    questions: [
      ...survey.questions.map((question) => ({ ...question, required: false })),
      { id: 'why-wrong', kind: 'text', text, shownIf: { question: 'right', is: [1, 2] }, ...more },
      { id: 'why-not-asked', kind: 'text', text, shownIf: { question: 'why-wrong' }, ...more },
      { id: 'on-bills', kind: 'scale', text, ends, shownIf: { category: ['abrechnung'] }, ...more },
      { id: 'for-experts', kind: 'scale', text, ends, shownIf: { level: ['expert'] }, ...more },
    ],
  });
}

/** The one article whose category is known, in German only. */
export function categoriesOf(article: string, locale: string): string[] {
  return article === 'billing/refund' && locale === 'de' ? ['billing', 'abrechnung'] : [];
}

import { nearest } from '../nearest.ts';
import type { Check } from './check.ts';

/** Conditions of the survey that name a category which is not there: nobody would ever be asked. */
export const surveyCategories: Check = ({ surveyCategories, categories, articles }) => {
  const known = new Set([
    ...categories.flatMap(({ id, folder }) => [id, folder]),
    ...articles.map(({ category }) => category),
  ]);
  return (surveyCategories ?? [])
    .filter(({ name }) => !known.has(name))
    .map(({ name, line }) => {
      const meant = nearest(name, known);
      return {
        rule: 'unknown-category',
        severity: 'error',
        file: 'survey.yaml',
        line,
        message: `\`shownIf\` names the category ${name}, which is not there.`,
        hint: meant ? `Did you mean ${meant}?` : 'Write the id or the folder of a category, e.g. billing.',
      };
    });
};

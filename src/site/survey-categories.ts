import { categories } from 'virtual:kundig';
import type { Question } from '../core/survey/survey.ts';
import { categoryNames } from '../core/survey/survey-condition.ts';
import type { ArticleData } from './loader.ts';

/**
 * For the survey's script: the articles of the categories that questions ask for, each with the names of its category,
 * its folder and its id. `undefined` if no question does.
 *
 * @param articles of one language
 */
export function categoriesAskedFor(
  questions: readonly Question[],
  articles: readonly ArticleData[],
): Record<string, string[]> | undefined {
  const wanted = new Set(questions.flatMap(({ shownIf }) => shownIf?.category ?? []));
  if (wanted.size === 0) return undefined;
  const named = articles.flatMap((article): [string, string[]][] => {
    const names = categoryNames(article, categories).filter((name) => wanted.has(name));
    return names.length > 0 ? [[article.id, names]] : [];
  });
  return Object.fromEntries(named);
}

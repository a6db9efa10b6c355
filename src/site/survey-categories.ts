import { categories } from 'virtual:kundig';
import type { Question } from '../core/survey.ts';
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
  const named = articles.flatMap(({ id, category, locale }): [string, string[]][] => {
    const described = categories.find((one) => one.locale === locale && one.folder === category);
    const names = [category, ...(described ? [described.id] : [])].filter((name) => wanted.has(name));
    return names.length > 0 ? [[id, [...new Set(names)]]] : [];
  });
  return Object.fromEntries(named);
}

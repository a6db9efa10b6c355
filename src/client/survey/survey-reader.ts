import { isLevel, type Level, STABLE_NAME } from '../../core/article-kinds.ts';
import { MAX_SOURCE } from '../../core/survey/survey-answer.ts';
import { readerLevel } from '../reader-level.ts';

/** From where a reader came to the survey, and what decides what they are asked. */
export interface SurveyReader {
  /** Where the link to the survey stood, e.g. `newsletter`. */
  source?: string;
  article?: string;
  /** Of the article's categories, those that a question asks for. */
  categories: string[];
}

/** Reads it from the address of the page, or where that says nothing, from the survey that was begun. */
export function readerOf(
  form: HTMLFormElement,
  address: string,
  begun: { source?: string; article?: string } = {},
): SurveyReader {
  const parameters = new URL(address).searchParams;
  const source = parameters.get('source')?.trim().slice(0, MAX_SOURCE) || begun.source;
  // Anything else in the address would have the whole sheet refused.
  const article = [parameters.get('article'), begun.article].find((id) => id && STABLE_NAME.test(id));
  const categories = JSON.parse(form.dataset.categories ?? '{}') as Record<string, string[]>;
  const own = article && Object.hasOwn(categories, article) ? categories[article] : undefined;
  return { ...(source && { source }), ...(article && { article }), categories: own ?? [] };
}

/** How well the reader knows the subject, if a question of the survey was answered so. */
export function answeredLevel(form: HTMLFormElement): Level | undefined {
  const answer = form.querySelector<HTMLInputElement>('[data-asks-level] :checked')?.value;
  return isLevel(answer) ? answer : undefined;
}

/** The same, or as it is kept in this browser. */
export function levelOf(form: HTMLFormElement): Level | undefined {
  return answeredLevel(form) ?? readerLevel();
}

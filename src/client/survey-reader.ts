import { LEVELS, type Level } from '../core/article-kinds.ts';
import { readerLevel } from './reader-level.ts';

/** Longest name of a source that the collector takes, in characters. */
const MAX_SOURCE = 64;
/** An article's id; anything else in the address would have the whole sheet refused. */
const ARTICLE = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

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
  const article = [parameters.get('article'), begun.article].find((id) => id && ARTICLE.test(id));
  const categories = JSON.parse(form.dataset.categories ?? '{}') as Record<string, string[]>;
  const own = article && Object.hasOwn(categories, article) ? categories[article] : undefined;
  return { ...(source && { source }), ...(article && { article }), categories: own ?? [] };
}

/** How well the reader knows the subject, if a question of the survey was answered so. */
export function answeredLevel(form: HTMLFormElement): Level | undefined {
  const answer = form.querySelector<HTMLInputElement>('[data-asks-level] :checked')?.value;
  return LEVELS.find((level) => level === answer);
}

/** The same, or as it is kept in this browser. */
export function levelOf(form: HTMLFormElement): Level | undefined {
  return answeredLevel(form) ?? readerLevel();
}

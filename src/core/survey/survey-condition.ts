import type { Article, Category } from '../article.ts';
import type { Level } from '../article-kinds.ts';
import type { Question } from './survey.ts';

/** What decides which questions a reader is asked. */
export interface Asking {
  /** What the reader has answered so far, by the id of the question. */
  answers: Readonly<Record<string, unknown>>;
  /** How well the reader knows the subject, where that is known. */
  level?: Level;
  /** The `categoryNames` of the article from which the reader came; none if from elsewhere. */
  categories?: readonly string[];
}

type Conditional = Pick<Question, 'id' | 'shownIf'>;

/**
 * The questions that a reader is asked, in the order given. An answer to a question that is not asked decides nothing.
 *
 * @param questions in the order in which readers see them
 * @example askedQuestions(questionsInOrder(survey), { answers: { 'availability-person': 1 } })
 */
export function askedQuestions<One extends Conditional>(questions: readonly One[], asking: Asking): One[] {
  const counting = new Map<string, unknown>();
  return questions.filter(({ id, shownIf }) => {
    if (!holds(shownIf, asking, counting)) return false;
    // A question may be called like what every object has.
    if (Object.hasOwn(asking.answers, id)) counting.set(id, asking.answers[id]);
    return true;
  });
}

/**
 * The names by which a condition may mean the category of an article: its id and its folder.
 *
 * @example categoryNames({ category: 'abrechnung', locale: 'de' }, categories) // ['billing', 'abrechnung']
 */
export function categoryNames(
  { category: folder, locale }: Pick<Article, 'category' | 'locale'>,
  categories: readonly Pick<Category, 'id' | 'locale' | 'folder'>[],
): string[] {
  const described = categories.find((one) => one.locale === locale && one.folder === folder);
  return [...new Set([described?.id ?? folder, folder])];
}

function holds(
  condition: Question['shownIf'],
  { level, categories = [] }: Asking,
  answers: ReadonlyMap<string, unknown>,
): boolean {
  if (!condition) return true;
  const { question, is, level: levels, category } = condition;
  if (question !== undefined) {
    const given = answers.get(question);
    if (given === undefined) return false;
    const all = Array.isArray(given) ? given : [given];
    if (is && !is.some((wanted) => all.includes(wanted))) return false;
  }
  if (levels && !(level && levels.includes(level))) return false;
  return !category || category.some((one) => categories.includes(one));
}

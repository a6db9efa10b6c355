import { isLevel, type Level } from '../article-kinds.ts';
import type { Question } from './survey.ts';

/** Does the question ask how well readers know the subject? Its options are then the levels that votes carry. */
export function asksExperience(question: Question): boolean {
  return question.kind === 'one-of' && question.options.every(({ id }) => isLevel(id));
}

/**
 * How well a reader knows the subject, going by the answer to the first question that asks for it.
 *
 * @example experienceIn(survey.questions, { experience: 'expert' }) // 'expert'
 */
export function experienceIn(
  questions: readonly Question[],
  answers: Readonly<Record<string, unknown>>,
): Level | undefined {
  const question = questions.find(asksExperience);
  const answer = question && Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
  return isLevel(answer) ? answer : undefined;
}

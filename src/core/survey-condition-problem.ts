import type { Question, Survey } from './survey.ts';
import { problemWith } from './survey-answer.ts';

/**
 * Why the condition of a question can never be decided, or never hold; `undefined` where it can.
 *
 * @param inOrder all questions in the order in which readers see them
 */
export function conditionProblem(
  { id, level, shownIf }: Question,
  inOrder: readonly Question[],
  levels: Survey['levels'],
): string | undefined {
  if (shownIf?.question === undefined) return undefined;
  const { question: wanted, is } = shownIf;
  const place = inOrder.findIndex((question) => question.id === wanted);
  const before = inOrder[place];
  if (!before) return `names a question that is not in the survey: ${wanted}. Name an earlier one`;
  if (wanted === id) return 'names the question itself. Name an earlier one';
  if (place > inOrder.findIndex((question) => question.id === id)) {
    return `names a later question: ${wanted}. Readers see the levels in their order, then the questions without one`;
  }
  if (level && before.level === level && levels[level].order === 'shuffled') {
    return `names a question of the same level, ${wanted}, and the order of that level is shuffled. Keep its order`;
  }
  if (is && before.kind === 'text')
    return `compares a text: leave out \`is\`, and any answer to ${wanted} will do`;
  const impossible = is?.find((value) =>
    problemWith(before, before.kind === 'several-of' ? [String(value)] : value),
  );
  if (impossible !== undefined) return `waits for an answer that ${wanted} does not offer: ${impossible}`;
  return undefined;
}

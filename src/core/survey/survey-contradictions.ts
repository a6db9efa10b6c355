import { EXPECTATION_LEVELS } from '../expectation-level.ts';
import { nearest } from '../nearest.ts';
import { type Answerable, problemWith, rangeOf } from './survey-answer.ts';
import { type QuestionSketch, type SurveySketch, sketchOf } from './survey-sketch.ts';

/** Something in a survey that contradicts another part of it. */
export interface Contradiction {
  path: readonly (string | number)[];
  /** A predicate, followed by a colon and what to do. */
  message: string;
}

/**
 * Everything in a survey that fits by itself, but not to the rest: ids that are given twice, and conditions that can
 * never be decided, or never hold. Judges whatever can be read, even where other parts have mistakes.
 *
 * @param survey as written
 */
export function contradictionsIn(survey: unknown): Contradiction[] {
  const sketch = sketchOf(survey);
  return [
    ...duplicates(sketch.questions, 'names a question twice', 'Give each question an id of its own').map(
      ({ index, message }) => ({ path: ['questions', index, 'id'], message }),
    ),
    ...sketch.questions.flatMap(({ index, answerable }) =>
      answerable && 'options' in answerable
        ? duplicates(answerable.options, 'names an option twice', 'Give each option an id of its own').map(
            (one) => ({ path: ['questions', index, 'options', one.index, 'id'], message: one.message }),
          )
        : [],
    ),
    ...sketch.questions.flatMap((question) => {
      const message = problemWithCondition(question, sketch);
      return message ? [{ path: ['questions', question.index, 'shownIf'], message }] : [];
    }),
  ];
}

function duplicates(
  things: readonly { id?: string }[],
  what: string,
  hint: string,
): { index: number; message: string }[] {
  const seen = new Set<string>();
  return things.flatMap(({ id }, index) => {
    if (id === undefined) return [];
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew ? [] : [{ index, message: `${what}, ${id}: ${hint}` }];
  });
}

/** Why the condition of a question can never be decided, or never hold; `undefined` where it can. */
function problemWithCondition(
  { index, id, level, wanted, is }: QuestionSketch,
  { questions, shuffled }: SurveySketch,
): string | undefined {
  if (wanted === undefined) return undefined;
  const before = questions.find((question) => question.id === wanted);
  if (!before) {
    const meant = nearest(
      wanted,
      questions.flatMap((question) => question.id ?? []),
    );
    const hint = meant ? `Did you mean \`${meant}\`?` : 'Name an earlier one';
    return `names a question that is not in the survey, ${wanted}: ${hint}`;
  }
  if (wanted === id) return 'names the question itself: Name an earlier one';
  const isPlaced = level !== 'unknown' && before.level !== 'unknown';
  const isLater = before.level === level ? before.index > index : placeOf(before.level) > placeOf(level);
  if (isPlaced && isLater) {
    return `names a later question, ${wanted}: Readers see the levels in their order, then the questions without one`;
  }
  if (isPlaced && level && before.level === level && shuffled.has(level)) {
    return `names a question of the same level, ${wanted}, and the order of that level is shuffled: Keep its order`;
  }
  if (!is || !before.answerable) return undefined;
  const { answerable } = before;
  if (answerable.kind === 'text') {
    return `compares a text: Leave out \`is\`, and any answer to ${wanted} will do`;
  }
  const impossible = is.find((value) =>
    problemWith(answerable, answerable.kind === 'several-of' ? [String(value)] : value),
  );
  if (impossible === undefined) return undefined;
  return `waits for an answer that ${wanted} does not offer, ${impossible}: ${offerOf(answerable)}`;
}

/** Place of a level among the levels; questions without one come last. */
function placeOf(level: QuestionSketch['level']): number {
  return [...EXPECTATION_LEVELS, undefined].indexOf(level === 'unknown' ? undefined : level);
}

function offerOf(answerable: Answerable): string {
  if ('options' in answerable) {
    return `Its options are ${[...new Set(answerable.options.map(({ id }) => id))].join(', ')}`;
  }
  const { low, high } = rangeOf(answerable.kind) ?? { low: 0, high: 0 };
  return `It takes the numbers from ${low} to ${high}`;
}

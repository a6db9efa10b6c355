/** Names of questions and of their options. */
export const QUESTION_ID = /^[a-z][a-z0-9-]*$/;

/**
 * How a question can be answered. A further kind needs what fits it below, its keys in `survey.ts`, its fields in
 * `SurveyQuestion.astro` and `client/survey/survey-sheet.ts` and for plain forms in `collector/submissions/forms.ts`, its figures in
 * `figures/answer-column.ts` and `figures/question-figures.ts`, and its picture in `reports/page/questions.ts`.
 */
export const QUESTION_KINDS = ['scale', 'nps', 'csat', 'one-of', 'several-of', 'text'] as const;
type Kind = (typeof QUESTION_KINDS)[number];
type OptionsKind = 'one-of' | 'several-of';

/** As much of a question as decides which answers fit it. */
export type Answerable =
  | { kind: Exclude<Kind, OptionsKind> }
  | { kind: OptionsKind; options: readonly { id: string }[] };

/** The smallest and largest answer of a question that is answered with a number. */
export function rangeOf(kind: Kind): { low: number; high: number } | undefined {
  if (kind === 'nps') return { low: 0, high: 10 };
  if (kind === 'scale' || kind === 'csat') return { low: 1, high: 5 };
  return undefined;
}

/** What a reader may answer to one question. */
export type AnswerValue = number | string | string[];

/** Longest free text that is kept, in characters as browsers count them for `maxlength`: an emoji is two or more. */
export const MAX_TEXT = 2000;

/** Longest name of the place where a link to the survey stood, in characters. */
export const MAX_SOURCE = 64;

/**
 * Why an answer does not fit its question, or `undefined` where it does.
 *
 * @example problemWith({ id: 'nps', kind: 'nps', … }, 11) // 'must be a whole number from 0 to 10'
 */
export function problemWith(question: Answerable, value: AnswerValue): string | undefined {
  const range = rangeOf(question.kind);
  if (range) {
    const fits =
      typeof value === 'number' && Number.isInteger(value) && value >= range.low && value <= range.high;
    return fits ? undefined : `must be a whole number from ${range.low} to ${range.high}`;
  }
  if (question.kind === 'one-of') {
    return question.options.some((option) => option.id === value) ? undefined : 'must be one of the options';
  }
  if (question.kind === 'several-of') {
    const known = new Set(question.options.map((option) => option.id));
    const fits =
      Array.isArray(value) && new Set(value).size === value.length && value.every((one) => known.has(one));
    return fits ? undefined : 'must be a list of the options, each once';
  }
  if (typeof value !== 'string') return 'must be text';
  return value.length <= MAX_TEXT ? undefined : `must be at most ${MAX_TEXT} characters long`;
}

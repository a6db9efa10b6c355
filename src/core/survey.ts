import { z } from 'zod';
import { localized, text } from './fields.ts';

/**
 * The four levels of customer expectation, each resting on the one before
 * (Buckingham and Coffman, "First, Break All the Rules").
 */
export const EXPECTATION_LEVELS = ['accuracy', 'availability', 'partnership', 'expertise'] as const;
export type ExpectationLevel = (typeof EXPECTATION_LEVELS)[number];

const questionId = text.regex(
  /^[a-z][a-z0-9-]*$/,
  'may hold small letters, digits and hyphens only, e.g. right-answer',
);

const common = {
  /** Stable name under which answers are stored. E.g. `accuracy-correct` */
  id: questionId,
  /** Level of expectation that the question belongs to, if any. */
  level: z.enum(EXPECTATION_LEVELS, `must be one of ${EXPECTATION_LEVELS.join(', ')}`).optional(),
  /** The question, in every language. */
  text: localized,
  /** `true` if the form cannot be sent without an answer. */
  required: z.boolean('must be true or false').default(false),
};

const ends = z.strictObject({
  /** What the smallest number means. E.g. `{ de: stimmt gar nicht, en: strongly disagree }` */
  low: localized,
  /** What the largest number means. */
  high: localized,
});

const options = z
  .array(z.strictObject({ id: questionId, text: localized }), 'must be a list of options')
  .min(2, 'must offer at least two options');

/** One question of the survey. */
export const questionSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ ...common, kind: z.literal('scale'), ends }),
    z.strictObject({ ...common, kind: z.literal('nps'), ends }),
    z.strictObject({ ...common, kind: z.literal('csat'), ends }),
    z.strictObject({ ...common, kind: z.literal('one-of'), options }),
    z.strictObject({ ...common, kind: z.literal('several-of'), options }),
    z.strictObject({ ...common, kind: z.literal('text') }),
  ],
  'must have a `kind`: scale, nps, csat, one-of, several-of or text',
);
export type Question = z.infer<typeof questionSchema>;

/** `survey.yaml`: what the site asks its readers about the company. */
export const surveySchema = z.strictObject({
  title: localized,
  /** What the survey is for and how long it takes. */
  introduction: localized,
  thanks: localized,
  /** Name and meaning of each level, in the order in which they rest on each other. */
  levels: z.strictObject(
    Object.fromEntries(
      EXPECTATION_LEVELS.map((level) => [
        level,
        z.strictObject({ title: localized, description: localized }),
      ]),
    ) as Record<ExpectationLevel, ReturnType<typeof levelTexts>>,
    'must name the four levels accuracy, availability, partnership and expertise',
  ),
  questions: z
    .array(questionSchema, 'must be a list of questions')
    .min(1, 'must hold at least one question')
    .superRefine((questions, context) => {
      const seen = new Set<string>();
      for (const [index, { id }] of questions.entries()) {
        if (seen.has(id)) {
          context.addIssue({
            code: 'custom',
            path: [index, 'id'],
            message: `names a question twice: ${id}. Give each question an id of its own`,
          });
        }
        seen.add(id);
      }
    }),
});
export type Survey = z.infer<typeof surveySchema>;

function levelTexts() {
  return z.strictObject({ title: localized, description: localized });
}

/** The smallest and largest answer of a question that is answered with a number. */
export function rangeOf(kind: Question['kind']): { low: number; high: number } | undefined {
  if (kind === 'nps') return { low: 0, high: 10 };
  if (kind === 'scale' || kind === 'csat') return { low: 1, high: 5 };
  return undefined;
}

/** What a reader may answer to one question. */
export type AnswerValue = number | string | string[];

/** Longest free text that is kept, in characters. */
export const MAX_TEXT = 2000;

/**
 * Why an answer does not fit its question, or `undefined` where it does.
 *
 * @example problemWith({ id: 'nps', kind: 'nps', … }, 11) // 'must be a whole number from 0 to 10'
 */
export function problemWith(question: Question, value: AnswerValue): string | undefined {
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

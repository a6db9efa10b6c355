import { z } from 'zod';
import { LEVELS } from '../article-kinds.ts';
import { EXPECTATION_LEVELS, type ExpectationLevel } from '../expectation-level.ts';
import { localized, text } from '../fields.ts';
import { QUESTION_ID, QUESTION_KINDS } from './survey-answer.ts';
import { contradictionsIn } from './survey-contradictions.ts';

const questionId = text.regex(
  QUESTION_ID,
  'may hold small letters, digits and hyphens only, e.g. right-answer',
);

const ANSWER = 'must be a number, or the id of an option: write e.g. 4 without quotation marks';
const answer = z.union([z.int(ANSWER), text.regex(QUESTION_ID, ANSWER)], ANSWER);

/** When a question is asked; every part that is given must hold. */
const condition = z
  .strictObject({
    /** Id of an earlier question that must have been answered. E.g. `availability-person` */
    question: questionId.optional(),
    /** With `question`: one of these must have been the answer, numbers or ids of options. E.g. `[1, 2]` */
    is: z
      .array(answer, 'must be a list of answers, e.g. [1, 2]')
      .min(1, 'must hold at least one answer')
      .optional(),
    /** Only readers who say that they know the subject so well. E.g. `[experienced, expert]` */
    level: z
      .array(z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`), 'must be a list, e.g. [expert]')
      .min(1, 'must hold at least one level')
      .optional(),
    /** Only readers who come from an article of these categories, by id or folder. E.g. `[billing]` */
    category: z
      .array(text, 'must be a list of categories, e.g. [billing]')
      .min(1, 'must hold at least one category')
      .optional(),
  })
  .refine(
    (given) => Object.values(given).some((part) => part !== undefined),
    'must name a question, levels or categories',
  )
  .refine(
    ({ question, is }) => !is || question !== undefined,
    'gives answers (`is`), but not the `question` to which',
  );

const common = {
  /** Stable name under which answers are stored. E.g. `accuracy-correct` */
  id: questionId,
  /** Level of expectation that the question belongs to, if any. */
  level: z.enum(EXPECTATION_LEVELS, `must be one of ${EXPECTATION_LEVELS.join(', ')}`).optional(),
  /** The question, in every language. Another wording begins a new series of answers. */
  text: localized,
  /** Earlier wordings that asked the same, e.g. with a spelling mistake: their answers go on counting. */
  formerly: z.array(localized, 'must be a list of earlier wordings').default([]),
  /** Without it, every reader is asked. E.g. `{ question: availability-person, is: [1, 2] }` */
  shownIf: condition.optional(),
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
  `must be one of ${QUESTION_KINDS.join(', ')}`,
);
export type Question = z.infer<typeof questionSchema>;

/** `survey.yaml`: what the site asks its readers about the company. */
export const surveySchema = z
  .strictObject({
    title: localized,
    /** What the survey is for and how long it takes. */
    introduction: localized,
    thanks: localized,
    /** Name and meaning of each level, in the order in which they rest on each other. */
    levels: z.strictObject(
      Object.fromEntries(EXPECTATION_LEVELS.map((level) => [level, levelTexts()])) as Record<
        ExpectationLevel,
        ReturnType<typeof levelTexts>
      >,
      'must name the four levels accuracy, availability, partnership and expertise',
    ),
    questions: z
      .array(questionSchema, 'must be a list of questions')
      .min(1, 'must hold at least one question'),
  })
  .superRefine(
    (survey: unknown, context) => {
      for (const { path, message } of contradictionsIn(survey)) {
        context.addIssue({ code: 'custom', path: [...path], message });
      }
    },
    // Whatever else is wrong: the author wants to learn of everything at once.
    { when: () => true },
  );
export type Survey = z.infer<typeof surveySchema>;

function levelTexts() {
  return z.strictObject({
    title: localized,
    description: localized,
    /** `shuffled` shows the questions of this level in another order to each reader. */
    order: z.enum(['kept', 'shuffled'], 'must be kept or shuffled').default('kept'),
  });
}

/** The questions in the order in which readers see them: those of each level, then those without one. */
export function questionsInOrder({ questions }: Pick<Survey, 'questions'>): Question[] {
  return [...EXPECTATION_LEVELS, undefined].flatMap((level) =>
    questions.filter((question) => question.level === level),
  );
}

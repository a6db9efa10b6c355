import { z } from 'zod';
import { EXPECTATION_LEVELS, type ExpectationLevel } from '../expectation-level.ts';
import { type Answerable, QUESTION_ID, QUESTION_KINDS } from './survey-answer.ts';

const question = z.object({
  id: z.string().optional().catch(undefined),
  level: z
    .enum([...EXPECTATION_LEVELS, 'unknown'])
    .optional()
    .catch('unknown'),
  kind: z.enum(QUESTION_KINDS).optional().catch(undefined),
  options: z.array(z.object({ id: z.string().optional().catch(undefined) }).catch({})).catch([]),
  shownIf: z
    .object({
      question: z.string().optional().catch(undefined),
      category: z.array(z.string().optional().catch(undefined)).optional().catch(undefined),
      is: z
        .array(z.union([z.number(), z.string()]).catch(''))
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});

const survey = z.object({
  levels: z
    .record(z.string(), z.object({ order: z.string().optional().catch(undefined) }).catch({}))
    .catch({}),
  questions: z.array(question.catch({ options: [] })).catch([]),
});

/** As much of a question as decides whether conditions can be judged. */
export interface QuestionSketch {
  /** Place in the file, from 0. */
  index: number;
  id?: string;
  /** `unknown` where another word stands there: nobody can tell where the question stands. */
  level?: ExpectationLevel | 'unknown';
  /** What may be answered, where that can be told. */
  answerable?: Answerable;
  wanted?: string;
  is?: (number | string)[];
}

/**
 * A survey as far as it can be read, whatever is wrong with it elsewhere: so its author learns of all mistakes at once.
 */
export interface SurveySketch {
  /** In the order of the file. */
  questions: QuestionSketch[];
  shuffled: ReadonlySet<string>;
}

export function sketchOf(written: unknown): SurveySketch {
  const { levels, questions } = read(written);
  return {
    questions: questions.map(({ id, level, kind, options, shownIf }, index) => ({
      index,
      id,
      level,
      answerable: kind && answerableOf(kind, options),
      wanted: shownIf?.question,
      // What is no id, such as a number in quotation marks, is said to be none where the survey is read.
      is: shownIf?.is?.filter((one) => typeof one === 'number' || QUESTION_ID.test(one)),
    })),
    shuffled: new Set(Object.keys(levels).filter((level) => levels[level]?.order === 'shuffled')),
  };
}

/** Each category that a condition names, and where. */
export function categoriesIn(written: unknown): { name: string; path: (string | number)[] }[] {
  return read(written).questions.flatMap(({ shownIf }, index) =>
    (shownIf?.category ?? []).flatMap((name, place) =>
      name === undefined ? [] : [{ name, path: ['questions', index, 'shownIf', 'category', place] }],
    ),
  );
}

function read(written: unknown): z.output<typeof survey> {
  return survey.catch({ levels: {}, questions: [] }).parse(written);
}

function answerableOf(kind: Answerable['kind'], options: { id?: string }[]): Answerable {
  if (kind !== 'one-of' && kind !== 'several-of') return { kind };
  return { kind, options: options.flatMap(({ id }) => (id === undefined ? [] : [{ id }])) };
}

import { z } from 'zod';
import { isDay } from './calendar.ts';
import { ASIDE, answersSchema, REASONS, type Submission, signalSchema, voteSchema } from './feedback.ts';

const INSTANT = 'must be an instant, e.g. 2026-03-01T09:30:00.000Z';

/** Behind the day, in an instant. */
export const TIME = /^T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

/** An instant as an export writes it: in UTC, to the millisecond. */
const instant = z
  .string(INSTANT)
  .refine((text) => isDay(text.slice(0, 10)) && TIME.test(text.slice(10)), INSTANT)
  .transform((text) => new Date(text));

/** What readers wrote was checked and put right when it came in; it is not trimmed or cut again. */
const written = z.string('must be text');

/** Missing on what counts; an export of before anything was set aside has none. */
const aside = z.enum(ASIDE, `must be one of ${ASIDE.join(', ')}`).optional();

const count = z.int('must be a whole number').min(0, 'must not be negative');

/** A line that holds a vote. */
export const voteLineSchema = z.object({
  type: z.literal('vote'),
  ...voteSchema.shape,
  reason: z.enum(REASONS, `must be one of ${REASONS.join(', ')}`).optional(),
  comment: written.optional(),
  received: instant,
  changed: instant,
  aside,
});

const answers = z.object({
  type: z.literal('answers'),
  ...answersSchema.shape,
  source: written.optional(),
  answers: z.record(
    z.string(),
    z.union([z.number(), written, z.array(written)], 'must be a number, a text or a list of texts'),
    'must give a value for each question',
  ),
  received: instant,
  aside,
});

const [view, search, open, contact, instead, solved] = signalSchema.options;
const stored = { type: z.literal('signal'), received: instant, aside };

const signal = z.discriminatedUnion(
  'kind',
  [
    z.object({ ...view.shape, ...stored }),
    z.object({ ...search.shape, ...stored, query: written, results: count }),
    z.object({ ...open.shape, ...stored, position: count }),
    z.object({ ...contact.shape, ...stored }),
    z.object({ ...instead.shape, ...stored }),
    z.object({ ...solved.shape, ...stored }),
  ],
  'must be one of view, search, open, contact, instead, solved',
);

/**
 * One line of an export, once it is parsed. Keys that are not known here are left out: a newer Kundig may have written
 * them.
 */
export const submissionSchema: z.ZodType<Submission> = z.discriminatedUnion(
  'type',
  [voteLineSchema, answers, signal],
  'must be one of vote, answers, signal',
);

/**
 * The first thing that is wrong with a value that {@link submissionSchema} does not accept.
 *
 * @example '`helpful` must be true or false'
 */
export function mistakeIn({ issues: [issue] }: z.ZodError): string {
  const key = issue?.path.join('.');
  return key ? `\`${key}\` ${issue?.message}` : 'it is not a submission';
}

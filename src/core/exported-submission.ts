import { z } from 'zod';
import { isDay } from './calendar.ts';
import { answersSchema, REASONS, type Submission, signalSchema, voteSchema } from './feedback.ts';

/** An instant as an export writes it: in UTC, to the millisecond. */
const INSTANT = /^\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/;

const instant = z
  .string('must be an instant, e.g. 2026-03-01T09:30:00.000Z')
  .refine(
    (text) => INSTANT.test(text) && isDay(text.slice(0, 10)),
    'must be an instant, e.g. 2026-03-01T09:30:00.000Z',
  )
  .transform((text) => new Date(text));

/** What readers wrote was checked and put right when it came in; it is not trimmed or cut again. */
const written = z.string('must be text');

const count = z.int('must be a whole number').min(0, 'must not be negative');

const vote = z.object({
  type: z.literal('vote'),
  ...voteSchema.shape,
  reason: z.enum(REASONS, `must be one of ${REASONS.join(', ')}`).optional(),
  comment: written.optional(),
  received: instant,
  changed: instant,
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
});

const [view, search, open, contact, solved] = signalSchema.options;
const stored = { type: z.literal('signal'), received: instant };

const signal = z.discriminatedUnion(
  'kind',
  [
    z.object({ ...view.shape, ...stored }),
    z.object({ ...search.shape, ...stored, query: written, results: count }),
    z.object({ ...open.shape, ...stored, position: count }),
    z.object({ ...contact.shape, ...stored }),
    z.object({ ...solved.shape, ...stored }),
  ],
  'must be one of view, search, open, contact, solved',
);

/**
 * One line of an export, once it is parsed. Keys that are not known here are left out: a newer Kundig may have written
 * them.
 */
export const submissionSchema: z.ZodType<Submission> = z.discriminatedUnion(
  'type',
  [vote, answers, signal],
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

/** Most texts that are remembered of each kind; a help centre has fewer articles and revisions. */
const MOST = 100_000;

/** Whether a schema accepts a text, asked once for each text. */
class Accepted {
  readonly #schema: z.ZodType;
  readonly #known = new Set<unknown>();

  constructor(schema: z.ZodType) {
    this.#schema = schema;
  }

  has(value: unknown): boolean {
    if (this.#known.has(value)) return true;
    if (!this.#schema.safeParse(value).success) return false;
    if (this.#known.size < MOST) this.#known.add(value);
    return true;
  }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * Reads the lines of an export as {@link submissionSchema} does, but several times as fast: almost all lines are votes
 * and views, and these repeat the same articles, languages, revisions and days.
 *
 * @example
 * const reader = new SubmissionReader();
 * reader.read(JSON.parse(line)); // { success: true, data: { type: 'vote', … } }
 */
export class SubmissionReader {
  readonly #article = new Accepted(vote.shape.article);
  readonly #locale = new Accepted(vote.shape.locale);
  readonly #revision = new Accepted(vote.shape.revision);
  readonly #level = new Accepted(vote.shape.level);
  readonly #reason = new Accepted(vote.shape.reason);
  readonly #day = new Accepted(z.string().refine(isDay));

  read(value: unknown): ReturnType<typeof submissionSchema.safeParse> {
    const data = this.#usual(value as Record<string, unknown> | null);
    return data ? { success: true, data } : submissionSchema.safeParse(value);
  }

  /** A vote or a view with nothing unusual about it; of anything else it says nothing. */
  #usual(value: Record<string, unknown> | null): Submission | undefined {
    if (value?.type === 'vote') return this.#vote(value);
    return value?.type === 'signal' && value.kind === 'view' ? this.#view(value) : undefined;
  }

  #vote(value: Record<string, unknown>): Submission | undefined {
    const { helpful, level, search, reason, comment, changed } = value;
    const fits =
      this.#isOnText(value) &&
      typeof helpful === 'boolean' &&
      this.#level.has(level) &&
      this.#reason.has(reason) &&
      (comment === undefined || typeof comment === 'string') &&
      (search === undefined || isUuid(search)) &&
      this.#isInstant(changed);
    if (!fits) return undefined;
    const { id, article, locale, revision, received } = value;
    const found: Record<string, unknown> = { type: 'vote', id, article, locale, revision, helpful };
    if (level !== undefined) found.level = level;
    if (search !== undefined) found.search = search;
    if (reason !== undefined) found.reason = reason;
    if (comment !== undefined) found.comment = comment;
    found.received = new Date(received as string);
    found.changed = received === changed ? found.received : new Date(changed);
    return found as unknown as Submission;
  }

  #view(value: Record<string, unknown>): Submission | undefined {
    if (!this.#isOnText(value)) return undefined;
    const { id, article, locale, revision, received } = value;
    const at = new Date(received as string);
    return { type: 'signal', kind: 'view', id, article, locale, revision, received: at } as Submission;
  }

  #isOnText({ id, article, locale, revision, received }: Record<string, unknown>): boolean {
    return (
      isUuid(id) &&
      this.#article.has(article) &&
      this.#locale.has(locale) &&
      this.#revision.has(revision) &&
      this.#isInstant(received)
    );
  }

  #isInstant(value: unknown): value is string {
    return typeof value === 'string' && INSTANT.test(value) && this.#day.has(value.slice(0, 10));
  }
}

function isUuid(value: unknown): boolean {
  return typeof value === 'string' && UUID.test(value);
}

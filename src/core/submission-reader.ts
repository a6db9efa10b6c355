import { z } from 'zod';
import { isDay } from './calendar.ts';
import { submissionSchema, TIME, voteLineSchema } from './exported-submission.ts';
import type { Submission } from './feedback.ts';

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
  readonly #article = new Accepted(voteLineSchema.shape.article);
  readonly #locale = new Accepted(voteLineSchema.shape.locale);
  readonly #revision = new Accepted(voteLineSchema.shape.revision);
  readonly #level = new Accepted(voteLineSchema.shape.level);
  readonly #reason = new Accepted(voteLineSchema.shape.reason);
  readonly #aside = new Accepted(voteLineSchema.shape.aside);
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
    const { id, article, locale, revision, received, aside } = value;
    const found: Record<string, unknown> = { type: 'vote', id, article, locale, revision, helpful };
    if (level !== undefined) found.level = level;
    if (search !== undefined) found.search = search;
    if (reason !== undefined) found.reason = reason;
    if (comment !== undefined) found.comment = comment;
    found.received = new Date(received as string);
    found.changed = received === changed ? found.received : new Date(changed);
    if (aside !== undefined) found.aside = aside;
    return found as unknown as Submission;
  }

  #view(value: Record<string, unknown>): Submission | undefined {
    if (!this.#isOnText(value)) return undefined;
    const { id, article, locale, revision, received, aside } = value;
    const at = new Date(received as string);
    const found = { type: 'signal', kind: 'view', id, article, locale, revision, received: at };
    return (aside === undefined ? found : { ...found, aside }) as Submission;
  }

  #isOnText({ id, article, locale, revision, received, aside }: Record<string, unknown>): boolean {
    return (
      isUuid(id) &&
      this.#article.has(article) &&
      this.#locale.has(locale) &&
      this.#revision.has(revision) &&
      this.#aside.has(aside) &&
      this.#isInstant(received)
    );
  }

  #isInstant(value: unknown): value is string {
    return typeof value === 'string' && TIME.test(value.slice(10)) && this.#day.has(value.slice(0, 10));
  }
}

function isUuid(value: unknown): boolean {
  return typeof value === 'string' && UUID.test(value);
}

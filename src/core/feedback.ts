import { z } from 'zod';
import { LEVELS } from './article-kinds.ts';
import { id as articleId, locale, revision } from './fields.ts';
import { type AnswerValue, MAX_SOURCE, MAX_TEXT } from './survey/survey-answer.ts';

/** Why an answer did not help. */
export const REASONS = [
  'outdated',
  'incomplete',
  'unclear',
  'wrong',
  'not-what-i-looked-for',
  'other',
] as const;
export type Reason = (typeof REASONS)[number];

/**
 * Why a submission is kept but not counted: more of the same from one place (`repeat`), a program that follows links or
 * drives a browser without a window (`bot`), an address that was made up to smuggle something in (`payload`), or no
 * proof of work while many were asked for one (`unproven`).
 */
export const ASIDE = ['repeat', 'bot', 'payload', 'unproven'] as const;
export type Aside = (typeof ASIDE)[number];

/** Longest comment that is kept, in characters. */
export const MAX_COMMENT = 1000;

const submissionId = z.uuid('must be a UUID');
const level = z.enum(LEVELS, `must be one of ${LEVELS.join(', ')}`);
const receipt = z.string('must be text').min(16, 'is not a receipt').max(128, 'is not a receipt');

/** Body of `POST /api/votes`. */
export const voteSchema = z.strictObject({
  /** Made by the sender; the same again changes nothing. */
  id: submissionId,
  article: articleId,
  locale,
  revision,
  helpful: z.boolean('must be true or false'),
  level: level.optional(),
  /** The search that led this reader to the article, if it was one: id of a signal of the kind `search`. */
  search: submissionId.optional(),
});
export type Vote = z.infer<typeof voteSchema>;

/** Body of `PATCH /api/votes/:id`. */
export const voteChangeSchema = z.strictObject({
  receipt,
  helpful: z.boolean('must be true or false').optional(),
  reason: z.enum(REASONS, `must be one of ${REASONS.join(', ')}`).optional(),
  comment: z
    .string('must be text')
    .trim()
    .max(MAX_COMMENT, `must be at most ${MAX_COMMENT} characters long`)
    .optional(),
});
export type VoteChange = Omit<z.infer<typeof voteChangeSchema>, 'receipt'>;

/** Body of `DELETE /api/votes/:id` and `DELETE /api/answers/:id`. */
export const withdrawalSchema = z.strictObject({ receipt });

/** Body of `POST /api/answers`. Whether the answers fit their questions is for `problemWith` to say. */
export const answersSchema = z.strictObject({
  id: submissionId,
  locale,
  /** Where the link to the survey stood, e.g. `newsletter`. */
  source: z
    .string('must be text')
    .max(MAX_SOURCE, `must be at most ${MAX_SOURCE} characters long`)
    .optional(),
  /** The article from which the reader came. */
  article: articleId.optional(),
  level: level.optional(),
  answers: z.record(
    z.string(),
    z.union([z.number(), z.string().trim().max(MAX_TEXT), z.array(z.string().max(64)).max(32)]),
    'must give a value for each question',
  ),
  /** The wording that each answered question had on the page, as `wordingOf` gives it. Stored sheets have them, but for those of before. */
  wordings: z
    .record(
      z.string(),
      z.string('must be text').regex(/^[0-9a-f]{8}$/, 'must be a wording of 8 hexadecimal digits'),
      'must give a wording for each question',
    )
    .optional(),
});
export type Answers = z.infer<typeof answersSchema>;

const signalBase = { id: submissionId, locale };
const query = z.string('must be text').trim().min(1).max(200);

/** One element of the body of `POST /api/signals`: something that a reader did, without saying who. */
export const signalSchema = z.discriminatedUnion('kind', [
  /** An article was opened. */
  z.strictObject({ ...signalBase, kind: z.literal('view'), article: articleId, revision }),
  /** A search ended with so many results. */
  z.strictObject({ ...signalBase, kind: z.literal('search'), query, results: z.int().min(0).max(100_000) }),
  /** A result was taken: which search, which article, at which place (the first is 1). */
  z.strictObject({
    ...signalBase,
    kind: z.literal('open'),
    search: submissionId,
    article: articleId,
    position: z.int().min(1).max(1000),
  }),
  /** The reader looked for a person, from this article or from elsewhere. */
  z.strictObject({ ...signalBase, kind: z.literal('contact'), article: articleId.optional() }),
  /** On the page with the ways to a person, the reader took an article instead. */
  z.strictObject({ ...signalBase, kind: z.literal('instead'), article: articleId }),
  /** The reader said on the way to a person that an article had solved it. */
  z.strictObject({ ...signalBase, kind: z.literal('solved'), article: articleId }),
]);
export type Signal = z.infer<typeof signalSchema>;

/** Body of `POST /api/signals`. */
export const signalsSchema = z.array(signalSchema).min(1).max(50);

/** A vote as stored. */
export interface StoredVote extends Vote {
  reason?: Reason;
  comment?: string;
  /** When it came in, and when it was last changed. */
  received: Date;
  changed: Date;
  /** Missing on what counts. */
  aside?: Aside;
}

/** A survey sheet as stored. */
export interface StoredAnswers extends Answers {
  answers: Record<string, AnswerValue>;
  received: Date;
  /** Missing on what counts. */
  aside?: Aside;
}

export type StoredSignal = Signal & {
  received: Date;
  /** Missing on what counts. */
  aside?: Aside;
};

/** One submission of a reader, in the order of an export. */
export type Submission =
  | ({ type: 'vote' } & StoredVote)
  | ({ type: 'answers' } & StoredAnswers)
  | ({ type: 'signal' } & StoredSignal);

/** What readers said and did on one revision of an article in one language. */
export interface RevisionSummary {
  article: string;
  locale: string;
  revision: string;
  helpful: number;
  unhelpful: number;
  reasons: Partial<Record<Reason, number>>;
  views: number;
  /** First and last vote on this revision. */
  firstVote?: Date;
  lastVote?: Date;
}

/** One phrase that readers searched for. */
export interface SearchSummary {
  locale: string;
  /** In small letters, with single spaces. */
  query: string;
  searches: number;
  /** Searches that found nothing. */
  withoutResult: number;
  /** Searches after which no result was taken. */
  ignored: number;
}

/** Ways from an article to a person. */
export interface ContactSummary {
  article: string;
  locale: string;
  contacts: number;
  solved: number;
}

/** Submissions of one kind that were set aside for one reason: they are in none of the other sums. */
export interface AsideSummary {
  kind: Submission['type'];
  /** Missing on what is about no article, as searches and most survey sheets are. */
  article?: string;
  locale: string;
  reason: Aside;
  count: number;
}

/** What `GET /api/summary` answers and what the audit works on. */
export interface FeedbackSummary {
  articles: RevisionSummary[];
  searches: SearchSummary[];
  contacts: ContactSummary[];
  /** By article, language, kind and reason. */
  aside: AsideSummary[];
}

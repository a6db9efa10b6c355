// Apart from the schemas, so that the search in readers' browsers knows these words without the library that validates.

/** The stable name of an article or a category: small letters, digits, hyphens, and `/` between parts. */
export const STABLE_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)*$/;

export const ARTICLE_TYPES = ['faq', 'how-to', 'troubleshooting', 'reference'] as const;
export type ArticleType = (typeof ARTICLE_TYPES)[number];

/** How well a reader knows the subject: in articles, in votes and in the survey. */
export const LEVELS = ['beginner', 'experienced', 'expert'] as const;
export type Level = (typeof LEVELS)[number];

/** Does a value that somebody sent or kept name a level of experience? */
export function isLevel(value: unknown): value is Level {
  return LEVELS.some((level) => level === value);
}

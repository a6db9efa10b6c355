// Apart from the schemas, so that the search in readers' browsers knows these words without the library that validates.

export const ARTICLE_TYPES = ['faq', 'how-to', 'troubleshooting', 'reference'] as const;
export type ArticleType = (typeof ARTICLE_TYPES)[number];

/** How well a reader knows the subject: in articles, in votes and in the survey. */
export const LEVELS = ['beginner', 'experienced', 'expert'] as const;
export type Level = (typeof LEVELS)[number];

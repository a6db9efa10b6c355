/** Searches for the same thing, of which too many led to no article. */
export interface SearchGap {
  locale: string;
  /** How readers put it, the most frequent first; only phrasings that tell nothing of a person. */
  phrasings: readonly { query: string; searches: number }[];
  /** How often it was searched for, in any phrasing. */
  searches: number;
  /** So many of these searches found nothing. */
  withoutResult: number;
  /** After so many no result was taken. */
  ignored: number;
}

/** The article that search would bring up for a gap, or that readers took from its results. */
export interface Fit {
  /** Id of the article. */
  article: string;
  /** Where it stands among the results for the most frequent phrasing; the first is 1. Missing if it does not come up. */
  place?: number;
  /** A word of the readers that no article knows, and the one that stands for it in the article's title. */
  words?: { asked: string; known: string };
}

/** A gap, and what the search of the site makes of it. */
export interface AnsweredGap extends SearchGap {
  /** Missing where no article seems to answer it. */
  fit?: Fit;
  /** Id of the article that search brings up first, fitting or not. */
  nearest?: string;
}

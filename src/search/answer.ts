import type { ArticleType, Level } from '../core/article.ts';

/** What a search may be narrowed to, and what it prefers. */
export interface SearchOptions {
  /** Folder of a category, e.g. `billing`: only articles in it. */
  category?: string | undefined;
  /** Only articles of this type. */
  type?: ArticleType | undefined;
  /** Only articles written for this level. */
  level?: Level | undefined;
  /** Articles for this level come a little earlier; no other is hidden. */
  preferred?: Level | undefined;
  /** Looks the words up as they were typed, without correcting any. */
  isLiteral?: boolean | undefined;
  /** Results that are read from the index; 10 unless told otherwise. */
  limit?: number | undefined;
}

/** What the help centre says to a query. */
export interface SearchAnswer {
  /** The query as it was typed, without white space around it. */
  query: string;
  /** The query as it was looked up, where words of it were corrected. E.g. `Passwort vergessen` */
  corrected?: string;
  /** How each word was understood, in the order of the query. */
  words: readonly UnderstoodWord[];
  /** Articles that hold something of the query and pass the filters. */
  total: number;
  /** The best of them, the best first. */
  results: readonly SearchResult[];
  /** How likely the answer is among the first three results, 0 to 1, as learnt from real queries. */
  confidence: number;
  /** What the confidence rests on; nothing where nothing was found. */
  evidence?: Evidence;
  /** Whether the reader should be told that nothing fits well. */
  isUnsure: boolean;
  /** The answer itself, where the first result is an faq that very likely holds it. */
  direct?: DirectAnswer;
  /** How many of the found articles each filter would leave; only values that occur. */
  facets: {
    category: readonly Facet[];
    type: readonly Facet[];
    level: readonly Facet[];
  };
}

/** What speaks for the first result. */
export interface Evidence {
  /** Its score, against the rarity of the query's words. */
  score: number;
  /** How far it is ahead of the second, as a share of its score. */
  lead: number;
  /** Share of the query's words that the site does not know. */
  unknown: number;
  /** How like the query its best sentence is, 0 to 1. */
  sentence: number;
  /** Rarity of the query's words together, against that of one word that a single article holds. */
  weight: number;
}

export interface UnderstoodWord {
  /** As typed, e.g. `Paswort`. */
  asked: string;
  /** The site's words that it was looked up as, e.g. `passwort`; none where the site has nothing like it. */
  found: readonly string[];
  how: 'known' | 'beginning' | 'corrected' | 'compound' | 'related' | 'unknown';
}

/** An article that answers a query. */
export interface SearchResult {
  /** Id of the article. */
  article: string;
  /** Address on the site below its base, with the heading's anchor. E.g. `/en/billing/refund/#by-card` */
  url: string;
  title: string;
  /** Title of the category. */
  category: string;
  type: ArticleType;
  level?: Level;
  description: string;
  /** The heading under which the answer stands, unless it is at the article's beginning. */
  heading?: string;
  /** The sentence that answers best, with the words of the query marked. */
  excerpt: readonly Piece[];
}

/** A stretch of text. */
export interface Piece {
  text: string;
  /** Whether it is a word of the query. */
  isMatch: boolean;
}

export interface DirectAnswer {
  article: string;
  url: string;
  title: string;
  /** Plain text of the answer by paragraph. */
  paragraphs: readonly string[];
}

export interface Facet {
  /** What the filter is set to, e.g. `billing` or `how-to`. */
  value: string;
  /** The category's title; types and levels have their names in the texts of the interface. */
  label?: string;
  count: number;
}

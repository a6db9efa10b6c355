import type { UnderstoodWord } from './answer.ts';
import type { Term } from './open-index.ts';

/** A word of a query and the terms that it is looked up as. */
export interface QueryWord extends UnderstoodWord {
  /** Where it stands in the query. */
  start: number;
  end: number;
  terms: readonly QueryTerm[];
  /** Rarity of its rarest term; 0 where it has none. */
  rarity: number;
}

export interface QueryTerm extends Term {
  term: string;
  /** How surely the term is what was meant, 0 to 1. */
  share: number;
}

/** What a word may mean. */
export type Meaning = Pick<QueryWord, 'how' | 'found' | 'terms'>;

/**
 * How much counts what. The figures were fitted on one half of the queries of several public sets of customers'
 * questions and measured on the other (`bench/search.ts`); none was chosen for a single set.
 *
 * The first group is BM25F (Robertson, Zaragoza 2009, section 3.5): each field's word count is divided by its length,
 * weighted, and summed before it is saturated.
 */
export const WEIGHTS = {
  /** Of a word in the title, against one in the text. Titles are what writers and customers agree on. */
  title: 24,
  /**
   * Of a word in the customers' own questions. They are saturated by themselves and added: a word that stands in the
   * title and is asked for as well counts more than in either.
   */
  question: 0.64,
  /** Of a word in a heading, a tag or the description. */
  heading: 5,
  /** How fast a repeated word stops counting: k1 of BM25F. */
  saturation: 5,
  /** How much a long title, and a long text, count against their words, 0 to 1: b of BM25F. */
  titleLength: 0.48,
  textLength: 0.8,

  /** Of a part of a compound word, against the word itself. */
  compoundPart: 0.3,

  /** Of a word that begins with the one that was typed. */
  beginning: 0.95,
  /** Of a word that the typed one was corrected to. */
  corrected: 0.95,
  /** Of another word that is as near to the typed one, but less frequent. */
  alsoPossible: 0.69,
  /** Of the parts of a compound word that the site does not know. */
  unknownCompound: 0.95,

  /** How much an article loses that holds only a share of the query: the exponent of that share. */
  coverage: 0.5,
  /** Of the query's likeness to the title or a question, against the sum of its words. */
  likeness: 0.36,
  /** Of its likeness to the best sentence. */
  sentence: 0.3,
} as const;

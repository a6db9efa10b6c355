/** After these a full stop ends no sentence, even before a capital letter or a number. */
const ABBREVIATIONS =
  /(?<![\p{L}\p{N}])(abs|approx|art|bzw|ca|dr|etc|evtl|fig|ggf|inkl|max|min|mr|mrs|ms|nr|no|s\.o|std|str|usw|vs|zzgl)\./giu;
/** `e.g.`, `z. B.`, `J. Smith` */
const SINGLE_LETTERS = /(?<![\p{L}\p{N}])(\p{L})\./gu;
/** `am 1. Januar`, `das 2. Feld` */
const ORDINALS = /(?<![\p{N}.,])(\d{1,2})\.(?=\s+\p{Lu})/gu;
/** Addresses, paths and names of fields are no words of a language. */
const NO_WORDS = /\S*[/@\\_]\S*?(?=[.,;:!?]*(?:\s|$))/g;
const SENTENCE_END = /(?<=[.!?…:][)"'”’»\]]*)\s+(?=["'“„‚«([¿¡]*[\p{Lu}\p{N}])/u;
const WORD = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/gu;

/** A sentence as it stands in the text, and its words. */
export interface Sentence {
  text: string;
  words: string[];
}

/**
 * The sentences of a passage. What has no end, such as an item in a list of names, is no sentence. A colon ends a
 * sentence where a capital letter follows, or nothing.
 *
 * @example sentencesOf('Open it, e.g. by e-mail. Then wait.', 'en').map(({ text }) => text)
 * // ['Open it, eg by e-mail.', 'Then wait.']
 */
export function sentencesOf(passage: string, language: 'en' | 'de'): Sentence[] {
  // Most passages have none, and the search for them is long.
  const words = /[/@\\_]/.test(passage) ? passage.replace(NO_WORDS, ' ') : passage;
  const plain = words.replace(SINGLE_LETTERS, '$1').replace(ABBREVIATIONS, '$1');
  const text = language === 'de' ? plain.replace(ORDINALS, '$1') : plain;
  return text
    .split(SENTENCE_END)
    .filter((sentence) => /[.!?…:][)"'”’»\]]*\s*$/.test(sentence))
    .map((sentence) => ({ text: sentence.replace(/\s+/g, ' ').trim(), words: sentence.match(WORD) ?? [] }))
    .filter(({ words }) => words.length > 0);
}

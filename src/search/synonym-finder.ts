import { wordsOf } from './words.ts';

/** A phrase of one or more words, and those that mean the same. */
interface Phrase {
  words: readonly string[];
  others: readonly Phrase[];
}

/** Finds synonyms in texts, without looking at every group for every word. */
export class SynonymFinder {
  readonly #byFirstWord = new Map<string, Phrase[]>();

  /** @param groups of phrases that mean the same, e.g. `[['refund', 'money back']]` */
  constructor(groups: readonly (readonly string[])[]) {
    for (const group of groups) {
      const phrases: Phrase[] = group.map((text) => ({
        words: wordsOf(text).map((word) => word.text),
        others: [],
      }));
      for (const phrase of phrases) {
        phrase.others = phrases.filter((other) => other !== phrase);
        const [first = ''] = phrase.words;
        this.#byFirstWord.set(first, [...(this.#byFirstWord.get(first) ?? []), phrase]);
      }
    }
  }

  /**
   * The words of phrases that mean the same as one in the text and do not stand in it themselves.
   *
   * @example new SynonymFinder([['refund', 'money back']]).missingIn(['your', 'refund']) // ['money', 'back']
   */
  missingIn(words: readonly string[]): string[] {
    const said = words.flatMap((word, at) =>
      (this.#byFirstWord.get(word) ?? []).filter((phrase) =>
        phrase.words.every((own, place) => words[at + place] === own),
      ),
    );
    const missing = new Set(said.flatMap(({ others }) => others));
    for (const phrase of said) missing.delete(phrase);
    return [...missing].flatMap((phrase) => phrase.words);
  }
}

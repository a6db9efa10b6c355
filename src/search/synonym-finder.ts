import type { Language } from './language.ts';
import { wordsOf } from './words.ts';

/** A phrase of one or more words, and those that mean the same. */
interface Phrase {
  words: readonly string[];
  stems: readonly string[];
  others: readonly Phrase[];
}

/** Finds synonyms in texts, in any form of their words, without looking at every group for every word. */
export class SynonymFinder {
  readonly #byFirstStem = new Map<string, Phrase[]>();
  readonly #stemOf: Language['stemOf'];

  /** @param groups of phrases that mean the same, e.g. `[['refund', 'money back']]` */
  constructor(groups: readonly (readonly string[])[], { stemOf }: Pick<Language, 'stemOf'>) {
    this.#stemOf = stemOf;
    for (const group of groups) {
      const phrases = group.map((text): Phrase => {
        const words = wordsOf(text).map((word) => word.text);
        return { words, stems: words.map(stemOf), others: [] };
      });
      for (const phrase of phrases) {
        phrase.others = phrases.filter((other) => other !== phrase);
        const [first = ''] = phrase.stems;
        this.#byFirstStem.set(first, [...(this.#byFirstStem.get(first) ?? []), phrase]);
      }
    }
  }

  /**
   * The words of phrases that mean the same as one in the text and do not stand in it themselves.
   *
   * @example new SynonymFinder([['refund', 'money back']], english).missingIn(['your', 'refunds']) // ['money', 'back']
   */
  missingIn(words: readonly string[]): string[] {
    if (this.#byFirstStem.size === 0) return [];
    const stems = words.map(this.#stemOf);
    const said = stems.flatMap((stem, at) =>
      (this.#byFirstStem.get(stem) ?? []).filter((phrase) =>
        phrase.stems.every((own, place) => stems[at + place] === own),
      ),
    );
    const missing = new Set(said.flatMap(({ others }) => others));
    for (const phrase of said) missing.delete(phrase);
    return [...missing].flatMap((phrase) => phrase.words);
  }
}

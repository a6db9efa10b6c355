import type { Article } from '../article.ts';
import { nearest } from '../nearest.ts';
import { type FormOf, folded, wordsOf } from './phrasing.ts';

/** The words that the articles of one language use. */
export class KnownWords {
  readonly #words = new Set<string>();
  readonly #forms = new Set<string>();
  readonly #locale: string;
  readonly #formOf: FormOf;

  /** @param articles of the language */
  constructor(articles: readonly Article[], locale: string, formOf: FormOf) {
    this.#locale = locale;
    this.#formOf = formOf;
    for (const { frontmatter, outline } of articles) {
      this.#add(frontmatter.title);
      for (const question of frontmatter.questions) this.#add(question);
      for (const { heading, text } of outline.sections) this.#add(`${heading?.text ?? ''} ${text}`);
    }
  }

  #add(text: string): void {
    for (const written of wordsOf(text, this.#locale)) {
      const word = folded(written);
      if (this.#words.has(word)) continue;
      this.#words.add(word);
      const form = this.#formOf(written, this.#locale);
      if (form) this.#forms.add(form);
    }
  }

  has(written: string): boolean {
    const word = folded(written);
    return this.#words.has(word) || this.#forms.has(this.#formOf(written, this.#locale) ?? word);
  }

  /** Is it the beginning of a known word rather than a word of its own? While typing, a result is soon found. */
  isBeginning(written: string): boolean {
    const word = folded(written);
    if (!this.#formOf(written, this.#locale)) return false;
    return !this.has(word) && this.#words.values().some((known) => known.startsWith(word));
  }

  /** Is it a known word with typing errors? */
  isMistyped(written: string): boolean {
    return !this.has(written) && nearest(folded(written), this.#words) !== undefined;
  }
}

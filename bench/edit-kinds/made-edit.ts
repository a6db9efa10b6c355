import type { EditKind } from '../../src/core/series/vote-series.ts';

/** Makes an edit of one sort out of a Markdown text; `undefined` where the text has nothing to edit so. */
export interface EditMaker {
  /** E.g. `letters swapped`. */
  name: string;
  kind: EditKind;
  /** The only language in which it makes sense. */
  locale?: 'de' | 'en';
  /** Made as often backwards: an error mended as well as one that slips in. */
  reversible?: boolean;
  make(text: string, circumstances: Circumstances): string | undefined;
}

/** What an edit may take into account besides the text. */
export interface Circumstances {
  locale: string;
  random: () => number;
  /** All words of the collection in this language, in small letters. */
  words: ReadonlySet<string>;
  /** Another text of the collection. */
  other: string;
}

export function oneOf<Item>(items: readonly Item[], random: () => number): Item | undefined {
  return items[Math.floor(random() * items.length)];
}

/** The text with another stretch in place of the one found. */
export function replaced(text: string, { index, 0: found }: RegExpExecArray, by: string): string {
  return text.slice(0, index) + by + text.slice(index + found.length);
}

import type { Section } from '../article.ts';
import { wholeText, wordsAndSigns } from '../revision.ts';
import type { EditKind } from '../vote-series.ts';

/** What readers see of a text, as the outline of an article gives it. */
export interface EditedText {
  title: string;
  sections: readonly Section[];
}

/** What helps to tell a typing error from another word. All of it may be missing. */
export interface EditContext {
  /** Language of the text, e.g. `de` or `en-GB`. Without it, words of German and English are known. */
  locale?: string;
  /** The words of the site's articles in that language, from `vocabularyOf`. */
  vocabulary?: ReadonlyMap<string, number>;
}

/** Stand-in: equal words are formatting, all else substance. */
export function kindOfEdit(before: EditedText, after: EditedText, _context: EditContext = {}): EditKind {
  const words = ({ title, sections }: EditedText) => wordsAndSigns(wholeText(title, sections)).join(' ');
  return words(before) === words(after) ? 'formatting' : 'substance';
}

/** In how many of some texts each word stands, for {@link EditContext}. */
export function vocabularyOf(texts: readonly EditedText[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { title, sections } of texts) {
    for (const word of new Set(wordsAndSigns(wholeText(title, sections).toLowerCase())))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

import type { Section } from '../article.ts';
import { wholeText, wordsAndSigns } from '../revision.ts';
import type { EditKind } from '../series/vote-series.ts';
import { changedLines } from './changed-lines.ts';
import { type Difference, differencesBetween, neighbours } from './differences.ts';
import { comparable } from './meaningful-signs.ts';
import { isSameStretch } from './same-stretch.ts';
import { isToldApart } from './same-word.ts';
import { type Token, tokensOf, wordForm } from './tokens.ts';
import type { WordKnowledge } from './typing-error.ts';

/** What readers see of a text, as the outline of an article gives it. */
export interface EditedText {
  title: string;
  sections: readonly Section[];
}

/** What helps to tell a typing error from another word. All of it may be missing. */
export interface EditContext {
  /** Language of the text, e.g. `de` or `en-GB`. Without it, words of German and English are known. */
  locale?: string;
  /** The words of the site's articles in that language, from {@link vocabularyOf}. */
  vocabulary?: ReadonlyMap<string, number>;
}

/** A word that stands in so many articles is one, and no typing error. */
const ARTICLES_THAT_MAKE_A_WORD = 2;

/**
 * What an edit changed. Votes go on counting through formatting and spelling; a change of substance begins anew.
 *
 * **Formatting** leaves the same words and the same signs that say something: emphasis, lists, levels of headings, line
 * breaks, quotation marks, dashes, commas, addresses of links, files of pictures, and everything in the frontmatter but
 * the title.
 *
 * **Spelling** leaves what the text says: typing errors, umlauts and ß, accents, capital letters, hyphens, compounds
 * written as one word or several, British and American spelling, a word written twice, a missing or wrong little word
 * of grammar (`the`, `ein`, `zu`), endings (`device`, `devices`), contractions, a number with separators or as a word,
 * `€` for `Euro`.
 *
 * **Substance** is everything else: another number, unit, currency, sign, date, name or address; a denial; `can` for
 * `must`; another word, even one that is only one letter away (`contact`, `contract`); a step or sentence added, left
 * out or moved; anything else in code, even a capital letter; the same said in other words. When in doubt: substance.
 *
 * The order of the two texts does not matter. How often it is right stands in tests/fixtures/edits/README.md.
 *
 * @example
 * kindOfEdit(text('You will recieve it.'), text('You will receive it.'), { locale: 'en' }) // 'spelling'
 */
export function kindOfEdit(
  before: EditedText,
  after: EditedText,
  { locale, vocabulary }: EditContext = {},
): EditKind {
  const whole = [before, after].map(({ title, sections }) => wholeText(title, sections)) as [string, string];
  if (whole[0] === whole[1]) return 'formatting';
  const [old, fresh] = changedLines(...whole);
  if (wordsAndSigns(old).join(' ') === wordsAndSigns(fresh).join(' ')) return 'formatting';
  const [oldTokens, freshTokens] = [tokensOf(old), tokensOf(fresh)];
  const found = differencesBetween(oldTokens, freshTokens);
  if (!found) return 'substance';
  const code = changedCode(before, after);
  if (found.respelt.some(([one, other]) => isToldApart(one, other) || code.isChanged([one], [other])))
    return 'substance';
  const knowledge: WordKnowledge = {
    ...(locale && { locale }),
    isOldWordInUse: wordsInUse(whole[1], vocabulary),
    isNewWordInUse: wordsInUse(whole[0], vocabulary),
  };
  const isInCode = ({ before: gone, after: come }: Difference) =>
    code.isChanged(oldTokens.slice(gone.start, gone.end), freshTokens.slice(come.start, come.end));
  if (found.differences.some(isInCode)) return 'substance';
  const isSame = (difference: Difference) => isSameStretch(oldTokens, freshTokens, difference, knowledge);
  // Two differences side by side may be one that was cut in the wrong place.
  const isSubstance = found.differences.some(
    (difference, index) =>
      !isSame(difference) && !neighbours(found.differences, index).some((pair) => isSame(pair)),
  );
  return isSubstance ? 'substance' : 'spelling';
}

/** In how many of some texts each word stands, for {@link EditContext}. */
export function vocabularyOf(texts: readonly EditedText[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    for (const word of wordsOf(wholeText(text.title, text.sections)))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function wordsOf(text: string): Set<string> {
  return new Set((comparable(text).match(/\p{L}[\p{L}\p{M}]*/gu) ?? []).map(wordForm));
}

/** Tells whether a word stands in a text or on the site. The text is searched only if it is asked for. */
function wordsInUse(text: string, vocabulary?: ReadonlyMap<string, number>): (word: string) => boolean {
  let small: string | undefined;
  return (word) => {
    if ((vocabulary?.get(wordForm(word)) ?? 0) >= ARTICLES_THAT_MAKE_A_WORD) return true;
    small ??= comparable(text).toLowerCase();
    return holdsWord(small, word.toLowerCase());
  };
}

function holdsWord(text: string, word: string): boolean {
  const isLetter = (at: number) => /[\p{L}\p{M}\p{N}]/u.test(text[at] ?? '');
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (!isLetter(at - 1) && !isLetter(at + word.length)) return true;
  }
  return false;
}

/** Tells whether tokens that differ are what differs in the code of two texts. */
function changedCode(before: EditedText, after: EditedText) {
  const codeOf = ({ sections }: EditedText) => sections.flatMap(({ code }) => code ?? []).join('\n');
  const [old, fresh] = [codeOf(before), codeOf(after)];
  if (old === fresh) return { isChanged: () => false };
  const [oldCounts, freshCounts] = [countsOf(tokensOf(old)), countsOf(tokensOf(fresh))];
  const more = (some: Map<string, number>, others: Map<string, number>, tokens: readonly Token[]) =>
    tokens.some(({ exact }) => (some.get(exact) ?? 0) > (others.get(exact) ?? 0));
  return {
    isChanged: (gone: readonly Token[], come: readonly Token[]) =>
      (gone.length === 0 || more(oldCounts, freshCounts, gone)) &&
      (come.length === 0 || more(freshCounts, oldCounts, come)),
  };
}

function countsOf(tokens: readonly Token[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { exact } of tokens) counts.set(exact, (counts.get(exact) ?? 0) + 1);
  return counts;
}

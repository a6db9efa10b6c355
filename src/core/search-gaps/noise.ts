/** Fingers that slide over the keys. */
const SLIDING = /asdf|sdfg|dfgh|fghj|ghjk|hjkl|lkjh|qwert|trewq|poiu|zxcv|yxcv|xcvb|cvbn|vbnm/;
const SAME_LETTER = /(\p{L})\1{3}/u;
/** Abbreviations have no vowels either, but are shorter. */
const NO_VOWEL = /^[b-df-hj-np-tv-xz]{6,}$/;

/**
 * Does the word say nothing of what its reader looks for? A single letter does not, nor does a number alone, which
 * may be a customer's, nor keys that were hit at random. A letter of a script without spaces is a word.
 *
 * @param word in small letters
 */
export function isNoise(word: string): boolean {
  return (
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}]$/u.test(word) ||
    !/\p{L}/u.test(word) ||
    SLIDING.test(word) ||
    SAME_LETTER.test(word) ||
    NO_VOWEL.test(word)
  );
}

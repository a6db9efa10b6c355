/** What looks like a space, or like nothing at all, and comes along when somebody copies from a page or a letter. */
const BLANKS = /[\u00a0\u00ad\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff]/g;

/** Hyphens that break no line, and minus signs. */
const HYPHENS = /[\u2010\u2011\u2212]/g;

/** Letters, digits and marks of full width, as East Asian keyboards write them: each stands so far behind the usual one. */
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const BEHIND = 0xfee0;

/**
 * The text with usual spaces, hyphens and letters in place of those that only look like them. Each stands where it stood.
 *
 * @example plainSigns('max＠example.com') // 'max@example.com'
 */
export function plainSigns(text: string): string {
  return text
    .replace(BLANKS, ' ')
    .replace(HYPHENS, '-')
    .replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - BEHIND));
}

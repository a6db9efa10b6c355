/**
 * Signs that say something, as against those that only set words apart. A text with other signs of these is another
 * text, even if all its words are the same:
 *
 * - currencies, per cent, degrees and paragraphs: `5 €`, `20 %`, `7 °C`, `§ 5`;
 * - what compares and counts, before a number: `< 10`, `≥ 5`, `+49`, `-5 °C`, and after a word: `C++`, `18+`;
 * - yes and no in a table: `✓`, `✗`;
 * - in commands: the dashes of an option, the beginning of a path, `_` within a name, `!=`, and what makes a comment
 *   of a line of code.
 *
 * Not among them: quotation marks, full stops, commas, brackets, arrows and `>` between the names of menus, dashes
 * between words, hyphens, bullets and smileys.
 */
const SIGNS = [
  String.raw`\p{Sc}`,
  '[%‰°§]',
  '[✓✔☑✅✗✘☒❌✕✖]',
  '!==?',
  String.raw`[<>≤≥=≠≈~±+×÷]+(?=[ \t\u00A0\u202F]?\p{Sc}?[\p{Pd}\u2212]?\p{N})`,
  String.raw`(?<=[\p{L}\p{N}])\+{1,2}(?![\p{L}\p{N}])`,
  // A minus stands before a number and after nothing that it could join to it, as in "5 -10 days".
  String.raw`(?<=^|[\s\p{Ps}\p{Pi}\p{Pf}"'=<>≤≥~±])(?<!\p{N}[ \t\u00A0\u202F]+)[-\u2212–](?=\p{Sc}?\p{N})`,
  String.raw`(?<=^|[\s\p{Ps}\p{Pi}"'])(?:--(?=\p{L})|-(?=[A-Za-z]{1,3}(?![\p{L}\p{N}-])))`,
  String.raw`(?<=^|[\s\p{Ps}\p{Pi}"'])(?:~|\.{1,2})?\/(?=[\p{L}\p{N}.])`,
  String.raw`(?<=[\p{L}\p{N}])_+(?=[\p{L}\p{N}])`,
  String.raw`^[ \t]*(?:#|\/\/)(?=[\s!])`,
];

/** What stands for what: it is the same sign, however it is drawn. */
const SAME: Readonly<Record<string, string>> = {
  '−': '-',
  '–': '-',
  '✔': '✓',
  '☑': '✓',
  '✅': '✓',
  '✘': '✗',
  '☒': '✗',
  '❌': '✗',
  '✕': '✗',
  '✖': '✗',
  '!==': '!=',
};

/** What each of them begins with: most places are ruled out by one look. */
const BEGINNING = String.raw`[\p{Sc}%‰°§✓✔☑✅✗✘☒❌✕✖!<>≤≥=≠≈~±+×÷\-\u2212–./_#]|^[ \t]`;

/** Source of a regular expression with the flags `mu` that finds one meaningful sign. */
export const MEANINGFUL_SIGN = `(?=${BEGINNING})(?:${SIGNS.join('|')})`;

/** The one form of a sign, e.g. `-` for the minus sign U+2212. */
export function signFormOf(sign: string): string {
  const bare = sign.trim();
  return SAME[bare] ?? bare;
}

/** Soft hyphens and other signs that no reader sees. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/g;

/** The text as it is compared: letters composed, without signs that no reader sees. */
export function comparable(text: string): string {
  return text.replace(INVISIBLE, '').normalize('NFC');
}

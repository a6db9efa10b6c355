/** Ways to spell that are all right: British and American, old and new German. Each pair: as found, the one form. */
const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/(?<=.{3})our/, 'or'],
  [/([iy])s(?=(?:e|es|ed|er|ers|ing|ation|ations)$)/, '$1z'],
  [/^(cent|met|lit|fib|theat|calib)re(?=s?$)/, '$1er'],
  [/ll(?=(?:ed|ing|er|ers)$)/, 'l'],
  [/ogue(?=s?$)/, 'og'],
  [/(?<=licen|defen|offen)ce/, 'se'],
  [/gramme(?=s?$)/, 'gram'],
  [/^grey/, 'gray'],
  [/ph/g, 'f'],
  [/stst/, 'st'],
  [/ti(?=ell|al)/, 'zi'],
  [/^aufwaend/, 'aufwend'],
];

/** The one form of a word that may be spelt in several ways, e.g. `color` for `colour`. */
export function spellingForm(word: string): string {
  return VARIANTS.reduce((form, [found, by]) => form.replace(found, by), word);
}

/** Letters that link the parts of a German compound, or do not: `Schadenfall`, `Schadensfall`. */
export function differInLinkingLetter(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (long.length !== short.length + 1 || long.length < 10) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return at >= 4 && short.length - at >= 3 && long[at] === 's' && short.slice(at) === long.slice(at + 1);
}

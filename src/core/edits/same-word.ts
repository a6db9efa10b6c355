import { areFormsOfOneWord } from './grammar-words.ts';
import { differInLinkingLetter, spellingForm } from './spelling-variants.ts';
import type { Token } from './tokens.ts';
import { isTypingError, type WordKnowledge } from './typing-error.ts';
import { areInflected, areThingAndPerson } from './word-forms.ts';

/** Words that decide what a sentence says. No ending, and no letter more or less, leaves it the same. */
const DECISIVE = new Set(
  (
    'not no never none without cannot can could may might must shall should will would need with within before after ' +
    'your our my his her their on off in out up down from to by and or all any some every each only more less fewer ' +
    'first last next previous left right now new old open closed yes true false ' +
    'nicht nie kein keine keinem keinen keiner keines niemals ohne mit kann koennte darf duerfte muss muesste soll sollte will wollte wuerde wurde wird ' +
    'hatte haette waere war vor nach bis von ab an auf aus zu um ueber unter ein eine einem einen einer eines aller alle einige jeder keiner nur mehr ' +
    'weniger links rechts oben unten ja nein wahr falsch mein dein unser euer ihr sein'
  ).split(' '),
);
/** Whose name follows. */
const FORMS_OF_ADDRESS = new Set('frau herr herrn familie mr mrs ms miss dr prof'.split(' '));
/** Words that are the same in small letters without umlauts and ß, and say something else. */
const TOLD_APART = new Set(['maße|masse', 'maßen|massen', 'buße|busse', 'bußen|bussen']);

/** Do two tokens say the same, though their forms differ? */
export function isSameWord(
  before: Token,
  after: Token,
  { previous, ...knowledge }: WordKnowledge & { previous?: string },
): boolean {
  if (before.kind !== 'word' || after.kind !== 'word') return false;
  if (areFormsOfOneWord(before.form, after.form)) return true;
  if (/\p{N}/u.test(before.form + after.form)) return false;
  if (DECISIVE.has(before.form) && DECISIVE.has(after.form)) return false;
  if (previous !== undefined && FORMS_OF_ADDRESS.has(previous)) return false;
  if (areAbbreviations(before.exact, after.exact)) return false;
  if (spellingForm(before.form) === spellingForm(after.form)) return true;
  if (differInLinkingLetter(before.form, after.form)) return true;
  const isDecided = DECISIVE.has(before.form) || DECISIVE.has(after.form);
  if (!isDecided && areInflected(before.exact, after.exact, knowledge.locale)) return true;
  if (/^(?:de|$)/.test(knowledge.locale ?? '') && areThingAndPerson(before.exact, after.exact)) return false;
  return isTypingError(before, after, knowledge);
}

/** Do two ways to write the same form say something else: `Maße` and `Masse`, `MB` and `Mb`? */
export function isToldApart(before: Token, after: Token): boolean {
  const pair = [before.exact.toLowerCase(), after.exact.toLowerCase()];
  if (TOLD_APART.has(pair.join('|')) || TOLD_APART.has(pair.reverse().join('|'))) return true;
  const data = /^[KMGT]i?([Bb])$/;
  const [one, other] = [data.exec(before.exact)?.[1], data.exec(after.exact)?.[1]];
  return one !== undefined && other !== undefined && one !== other;
}

function areAbbreviations(one: string, other: string): boolean {
  return /^\p{Lu}{2,6}$/u.test(one) && /^\p{Lu}{2,6}$/u.test(other);
}

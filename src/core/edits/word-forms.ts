/** Beginnings that turn a word into its opposite or into another word: `an`melden, `ab`melden. */
const GERMAN_BEGINNINGS = new Set(
  (
    'ab an auf aus bei be de des dis ein emp ent er ex ge gegen her hin hinter im in inter mit nach nicht neben ober off on ' +
    're rueck selbst ueber um un unter ver vor weg wieder zer zu zurueck zusammen haupt miss halb doppel erst zweit dritt ' +
    'viert fuenf down up anti auto co multi'
  ).split(' '),
);
/** Those that stand within compounds too: Neu`an`meldung, Neu`ab`meldung. */
const INNER_BEGINNINGS = new Set('ab an auf aus be ein ent nach ueber um un unter ver vor zu'.split(' '));
/** `en`crypt, `de`crypt. */
const ENGLISH_BEGINNINGS = new Set(
  (
    'bi co de des dis down em en ex half il im in inter intra ir mis mono multi non off on out over post pre pro re semi sub ' +
    'super trans tri un under up anti auto self with'
  ).split(' '),
);
/** One beginning, as it is before different letters. */
const SAME_BEGINNING = new Set(['im|in', 'in|im', 'em|en', 'en|em']);
const LONGEST_BEGINNING = 8;
/** So much must follow a beginning, or it is only letters. */
const SHORTEST_REST = 4;

/**
 * Do two words differ only in how they begin, by beginnings that have a meaning of their own? Within a German
 * compound too.
 *
 * @example differInBeginning('anmelden', 'abmelden', 'de') // true
 * @example differInBeginning('available', 'unavailable', 'en') // true
 */
export function differInBeginning(one: string, other: string, locale = ''): boolean {
  if (!locale.startsWith('de') && beginOtherwise(one, other, ENGLISH_BEGINNINGS)) return true;
  if (locale.startsWith('en')) return false;
  if (beginOtherwise(one, other, GERMAN_BEGINNINGS)) return true;
  for (let from = SHORTEST_STEM; from < one.length && one.slice(0, from) === other.slice(0, from); from++) {
    if (beginOtherwise(one.slice(from), other.slice(from), INNER_BEGINNINGS)) return true;
  }
  return false;
}

function beginOtherwise(one: string, other: string, beginnings: ReadonlySet<string>): boolean {
  for (let length = 0; length <= LONGEST_BEGINNING && length + SHORTEST_REST <= one.length; length++) {
    const [own, rest] = [one.slice(0, length), one.slice(length)];
    if ((length > 0 && !beginnings.has(own)) || !other.endsWith(rest)) continue;
    const others = other.slice(0, other.length - rest.length);
    if (others === own || SAME_BEGINNING.has(`${own}|${others}`)) continue;
    if (others === '' || beginnings.has(others)) return true;
  }
  return false;
}

const GERMAN_ENDINGS = ['e', 'n', 'en', 'es', 'er', 'em', 't', 'st', 'et', 'est', 'ern'];
/** A noun with `-er` is often somebody who does it: Verbrauch, Verbraucher. */
const NOUN_ENDINGS = ['e', 'n', 'en', 's', 'es'];
const SHORTEST_STEM = 3;

/** What may be left of an English word without its ending. */
export function englishStems(word: string): string[] {
  const stems = [word];
  const add = (ending: string, ...by: string[]) => {
    if (!word.endsWith(ending)) return;
    const rest = word.slice(0, -ending.length);
    for (const replacement of by) stems.push(rest + replacement);
    // "cancelled" is of "cancel", "running" of "run".
    if (ending !== 's' && ending !== 'es' && /([b-df-hj-np-tv-z])\1$/.test(rest))
      stems.push(rest.slice(0, -1));
  };
  if (!word.endsWith('ss')) add('s', '');
  add('es', '');
  add('ies', 'y');
  add('ed', '', 'e');
  add('ied', 'y');
  add('ing', '', 'e');
  return stems.filter(({ length }) => length >= SHORTEST_STEM);
}

/** What may be left of a German word without its ending. */
export function germanStems(word: string, isNoun: boolean): string[] {
  const endings = isNoun ? NOUN_ENDINGS : GERMAN_ENDINGS;
  const stems = endings
    .filter((ending) => word.endsWith(ending))
    // -n alone follows only e, l and r: Karten, handeln, liefern.
    .filter((ending) => ending !== 'n' || /[elr]n$/.test(word))
    .map((ending) => word.slice(0, -ending.length));
  return [word, ...stems].filter(({ length }) => length >= SHORTEST_STEM);
}

/** Pairs that look like forms of one word and are not. */
const NOT_ONE_WORD = new Set(
  (
    'seit|seite seit|seiten even|evening new|news mean|means custom|customs good|goods post|posten rat|raten ' +
    'gast|gas last|las rest|res ist|isst lad|laden not|notes http|https'
  ).split(' '),
);

/**
 * Are two words forms of one, such as `device` and `devices`, `Vertrag` and `Verträge`?
 *
 * @param one as written
 */
export function areInflected(one: string, other: string, locale = ''): boolean {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (NOT_ONE_WORD.has(`${a}|${b}`) || NOT_ONE_WORD.has(`${b}|${a}`)) return false;
  if (!locale.startsWith('de') && overlap(englishStems(a), englishStems(b))) return true;
  if (locale.startsWith('en')) return false;
  const areNouns = isCapital(one) && isCapital(other);
  if (overlap(germanStems(a, areNouns), germanStems(b, areNouns))) return true;
  const [flatA, flatB] = [withoutUmlauts(a), withoutUmlauts(b)];
  // The plural of a noun may have an umlaut; "drucken" and "drücken" are two words.
  const hasOneUmlauts = (flatA === a) !== (flatB === b);
  return (
    areNouns &&
    hasOneUmlauts &&
    flatA !== flatB &&
    overlap(germanStems(flatA, true), germanStems(flatB, true))
  );
}

/** German `Verbrauch` and `Verbraucher`, `Kunde` and `Kundin`: as near as a typing error, and something else. */
export function areThingAndPerson(one: string, other: string): boolean {
  const [short, long] = one.length < other.length ? [one, other] : [other, one];
  if (!isCapital(long) || !isCapital(short)) return false;
  return (
    ['er', 'r', 'in', 'innen', 'ern'].some((ending) => long === short + ending) ||
    (short.endsWith('e') && ['in', 'innen'].some((ending) => long === short.slice(0, -1) + ending))
  );
}

/** Is it written as German nouns are? */
export function isCapital(word: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(word);
}

function withoutUmlauts(word: string): string {
  return word.replaceAll('ä', 'a').replaceAll('ö', 'o').replaceAll('ü', 'u');
}

function overlap(some: readonly string[], others: readonly string[]): boolean {
  return some.some((one) => others.includes(one));
}

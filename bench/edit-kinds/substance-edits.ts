import { type EditMaker, oneOf, replaced } from './made-edit.ts';
import { foundInCode, foundInProse, listsOf, paragraphs } from './prose.ts';

const SENTENCE = /(?<=^|[.!?] )\p{Lu}[^.!?\n\0]{20,}[.!?](?= |$)/mu;
const NOT = {
  de: [
    /(?<= )(?:kann|können|muss|müssen|darf|dürfen|ist|sind|wird|werden)(?= )(?! (?:nicht|kein))/u,
    'nicht',
  ],
  en: [/(?<= )(?:can|must|may|is|are|will|should|does|do)(?= )(?! not)/u, 'not'],
} as const;
/** Words that stand against each other. Read in both directions. */
const OPPOSITES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  de: [
    ['mit', 'ohne'],
    ['vor', 'nach'],
    ['kann', 'muss'],
    ['können', 'müssen'],
    ['alle', 'einige'],
    ['immer', 'nie'],
    ['ein', 'kein'],
    ['eine', 'keine'],
    ['und', 'oder'],
    ['oben', 'unten'],
    ['mehr', 'weniger'],
    ['neue', 'alte'],
    ['erste', 'letzte'],
    ['jeder', 'keiner'],
  ],
  en: [
    ['with', 'without'],
    ['before', 'after'],
    ['can', 'must'],
    ['all', 'some'],
    ['always', 'never'],
    ['and', 'or'],
    ['above', 'below'],
    ['more', 'fewer'],
    ['first', 'last'],
    ['every', 'no'],
    ['to', 'from'],
    ['may', 'must'],
    ['on', 'off'],
    ['in', 'out'],
  ],
};
const UNITS: Readonly<Record<string, readonly string[]>> = {
  de: [
    'Sekunden',
    'Minuten',
    'Stunden',
    'Tage',
    'Tagen',
    'Wochen',
    'Monate',
    'Monaten',
    'Jahre',
    'Jahren',
    'MB',
    'GB',
    'kB',
    '€',
    '%',
    'Prozent',
  ],
  en: [
    'seconds',
    'minutes',
    'hours',
    'days',
    'weeks',
    'months',
    'years',
    'MB',
    'GB',
    'kB',
    '€',
    '%',
    'per cent',
    'points',
  ],
};

export const SUBSTANCE: readonly EditMaker[] = [
  {
    name: 'another number',
    kind: 'substance',
    make(text, { random }) {
      const found = oneOf(
        foundInProse(text, /(?<![\p{L}\p{N}.,:-])\d{1,4}(?![\p{L}\p{N}.,:-]\S)(?!\. )/u),
        random,
      );
      return found && replaced(text, found, String(Number(found[0]) + 1 + Math.floor(random() * 20)));
    },
  },
  {
    name: 'another unit',
    kind: 'substance',
    make(text, { locale, random }) {
      const units = UNITS[locale] ?? [];
      const found = oneOf(
        foundInProse(text, new RegExp(String.raw`(?<=\d ?)(?:${units.join('|')})(?!\p{L})`, 'u')),
        random,
      );
      return (
        found &&
        replaced(
          text,
          found,
          oneOf(
            units.filter((unit) => unit.slice(0, 4) !== found[0].slice(0, 4)),
            random,
          ) ?? '',
        )
      );
    },
  },
  {
    name: 'a negation',
    kind: 'substance',
    reversible: true,
    make(text, { locale, random }) {
      const [verb, not] = NOT[locale === 'de' ? 'de' : 'en'];
      const found = oneOf(foundInProse(text, verb), random);
      return found && replaced(text, found, `${found[0]} ${not}`);
    },
  },
  {
    name: 'the opposite',
    kind: 'substance',
    make(text, { locale, random }) {
      const pairs = new Map(
        (OPPOSITES[locale] ?? []).flatMap(([one, other]) => [
          [one, other],
          [other, one],
        ]),
      );
      const found = oneOf(
        foundInProse(text, new RegExp(`(?<= )(?:${[...pairs.keys()].join('|')})(?= )`, 'u')),
        random,
      );
      return found && replaced(text, found, pairs.get(found[0]) ?? '');
    },
  },
  {
    name: 'another word',
    kind: 'substance',
    make(text, { random, other }) {
      const word = /(?<![\p{L}\p{N}'’-])\p{L}\p{Ll}{5,}(?![\p{L}\p{N}'’-])/u;
      const found = oneOf(foundInProse(text, word), random);
      if (!found) return undefined;
      const [old] = found;
      const capital = /^\p{Lu}/u.test(old);
      const others = foundInProse(other, word)
        .map(([another]) => another)
        // What begins alike may be another form of the same word.
        .filter((another) => /^\p{Lu}/u.test(another) === capital && another.slice(0, 3) !== old.slice(0, 3));
      const another = oneOf(others, random);
      return another && replaced(text, found, another);
    },
  },
  {
    name: 'a sentence left out or added',
    kind: 'substance',
    reversible: true,
    make(text, { random }) {
      const found = oneOf(foundInProse(text, SENTENCE), random);
      return found && replaced(text, found, '');
    },
  },
  {
    name: 'a sentence from elsewhere',
    kind: 'substance',
    make(text, { random, other }) {
      const [sentence] = oneOf(foundInProse(other, SENTENCE), random) ?? [];
      const place = oneOf(paragraphs(text), random);
      return sentence && place && !text.includes(sentence)
        ? replaced(text, place, `${place[0]} ${sentence}`)
        : undefined;
    },
  },
  {
    name: 'sentences swapped',
    kind: 'substance',
    make(text, { random }) {
      const found = oneOf(
        foundInProse(text, new RegExp(`(${SENTENCE.source}) (${SENTENCE.source})`, 'mu')),
        random,
      );
      return found && replaced(text, found, `${found[2]} ${found[1]}`);
    },
  },
  {
    name: 'steps swapped',
    kind: 'substance',
    make(text, { random }) {
      const list = oneOf(listsOf(text), random);
      if (!list) return undefined;
      const at = Math.floor(random() * (list.items.length - 1));
      const items = list.items.map((item) => item.replace(/^(?:[-*]|\d+\.) /, ''));
      [items[at], items[at + 1]] = [items[at + 1] ?? '', items[at] ?? ''];
      const marked = items.map(
        (item, index) => `${/^(?:[-*]|\d+\.) /.exec(list.items[index] ?? '')?.[0]}${item}\n`,
      );
      return text.slice(0, list.index) + marked.join('') + text.slice(list.index + list.all.length);
    },
  },
  {
    name: 'a step left out or added',
    kind: 'substance',
    reversible: true,
    make(text, { random }) {
      const list = oneOf(listsOf(text), random);
      if (!list) return undefined;
      const gone = Math.floor(random() * list.items.length);
      const rest = list.items.filter((_, index) => index !== gone).map((item) => `${item}\n`);
      return text.slice(0, list.index) + rest.join('') + text.slice(list.index + list.all.length);
    },
  },
  {
    name: 'another word in code',
    kind: 'substance',
    make(text, { random }) {
      const found = oneOf(foundInCode(text, /(?<![\p{L}\p{N}])[a-z]{3,}(?![\p{L}\p{N}])/u), random);
      const by = oneOf(['output', 'strict', 'main', 'verify', 'target'], random) ?? '';
      return found && found[0] !== by ? replaced(text, found, by) : undefined;
    },
  },
  {
    name: 'a letter in code',
    kind: 'substance',
    make(text, { random }) {
      const found = oneOf(foundInCode(text, /(?<![\p{L}\p{N}])[a-z]{5,}(?![\p{L}\p{N}])/u), random);
      return found && replaced(text, found, found[0].slice(0, 2) + found[0].slice(3));
    },
  },
];

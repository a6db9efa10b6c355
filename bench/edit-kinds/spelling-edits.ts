import { type Circumstances, type EditMaker, oneOf, replaced } from './made-edit.ts';
import { foundInProse } from './prose.ts';

const KEYBOARD = { de: ['qwertzuiop', 'asdfghjkl', 'yxcvbnm'], en: ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'] };
/** Letters only and nothing that might be the name of a product or a part of code. */
const WORD = /(?<![\p{L}\p{N}'’.-])\p{L}\p{Ll}{4,}(?![\p{L}\p{N}'’-])/u;
const ARTICLES = {
  de: /(?<=\p{Ll} )(?:der|die|das|den|dem) (?=\p{Lu}?\p{Ll}+)/u,
  en: /(?<=\p{Ll} )(?:the|a) (?=\p{Ll}+)/u,
};

export const SPELLING: readonly EditMaker[] = [
  typingError('letter left out', (word, at) => word.slice(0, at) + word.slice(at + 1)),
  typingError('letter doubled', (word, at) => word.slice(0, at) + word[at] + word.slice(at)),
  typingError('letters swapped', (word, at) =>
    word[at] === word[at + 1] ? word : word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2),
  ),
  typingError(
    'the key beside',
    (word, at, { random, locale }) =>
      word.slice(0, at) + beside(word[at] ?? '', locale, random) + word.slice(at + 1),
  ),
  {
    name: 'three typing errors',
    kind: 'spelling',
    reversible: true,
    make(text, circumstances) {
      let edited: string | undefined = text;
      for (const { make } of SPELLING.slice(0, 3)) edited = edited && make(edited, circumstances);
      const words = text.split(' ');
      // In three words: nobody types three errors into one.
      return edited?.split(' ').filter((word, at) => word !== words[at]).length === 3 ? edited : undefined;
    },
  },
  everywhere('ss for ß', 'de', /ß/, () => 'ss'),
  everywhere('ae for ä', 'de', /[äöü]/, ([letter]) => `${{ ä: 'a', ö: 'o', ü: 'u' }[letter] ?? ''}e`),
  somewhere('hyphen left out', /(?<=\p{L}{2})-(?=\p{L}{2})/u, () => ''),
  somewhere(
    'space within a word',
    /(?<=(?<!\p{L})\p{Lu}\p{Ll}{5,})(?=\p{Ll}{5,}(?!\p{L}))/u,
    () => ' ',
    'de',
  ),
  somewhere('small letter', /(?<![\p{L}\p{N}-])\p{Lu}(?=\p{Ll}{3,})/u, ([letter]) => letter.toLowerCase()),
  somewhere('word twice', /(?<= )\p{Ll}{2,} (?=\p{Ll})/u, ([word]) => word + word),
  somewhere('article left out', ARTICLES.de, () => '', 'de'),
  somewhere('article left out', ARTICLES.en, () => '', 'en'),
  somewhere(
    '-ise for -ize',
    /(?<=\p{L}{3})i[sz](?=(?:e|ed|ing|ation)(?!\p{L}))/u,
    ([stem]) => (stem === 'is' ? 'iz' : 'is'),
    'en',
  ),
  somewhere(
    'contraction written out',
    /(?<=(?:do|does|is|are|was|has|have|did|would|should))n[’']t/u,
    () => ' not',
    'en',
  ),
];

/** A typing error within a word, never in its first letter. What happens to be a word of the collection is no error. */
function typingError(
  name: string,
  mistype: (word: string, at: number, circumstances: Circumstances) => string,
): EditMaker {
  return {
    name,
    kind: 'spelling',
    reversible: true,
    make(text, circumstances) {
      const { random, words } = circumstances;
      const found = oneOf(foundInProse(text, WORD), random);
      if (!found) return undefined;
      const [word] = found;
      const typed = mistype(word, 1 + Math.floor(random() * (word.length - 2)), circumstances);
      return typed === word || words.has(typed.toLowerCase()) ? undefined : replaced(text, found, typed);
    },
  };
}

function beside(letter: string, locale: string, random: () => number): string {
  const row = KEYBOARD[locale === 'de' ? 'de' : 'en'].find((keys) => keys.includes(letter)) ?? '';
  const at = row.indexOf(letter);
  return (
    oneOf(
      [row[at - 1], row[at + 1]].filter((key) => key !== undefined),
      random,
    ) ?? letter
  );
}

function somewhere(
  name: string,
  expression: RegExp,
  by: (found: RegExpExecArray) => string,
  locale?: 'de' | 'en',
): EditMaker {
  return {
    name,
    kind: 'spelling',
    ...(locale && { locale }),
    reversible: true,
    make(text, { random }) {
      const found = oneOf(foundInProse(text, expression), random);
      return found && replaced(text, found, by(found));
    },
  };
}

function everywhere(
  name: string,
  locale: 'de' | 'en',
  expression: RegExp,
  by: (found: RegExpExecArray) => string,
): EditMaker {
  return {
    name,
    kind: 'spelling',
    locale,
    reversible: true,
    make(text) {
      const found = foundInProse(text, expression).reverse();
      return found.length > 0
        ? found.reduce((edited, one) => replaced(edited, one, by(one)), text)
        : undefined;
    },
  };
}

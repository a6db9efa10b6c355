/** Forms of one word, and words that are mistaken for each other in writing and never in meaning. */
const FORMS = [
  // English
  'a an the',
  'is are am s',
  's has',
  'was were',
  'has have ve',
  're are',
  'll will',
  'do does',
  'this these',
  'that those',
  'which that',
  'who whom that',
  'it its',
  'then than',
  'to too',
  'there their',
  'loose lose',
  'affect effect',
  'you your youre',
  'form from',
  'quite quiet',
  'of off',
  'weather whether',
  'though through thorough',
  'nr nummer',
  'principal principle',
  // German
  'der die das den dem des ein eine einen einem einer eines',
  'kein keine keinen keinem keiner keines',
  'ihr ihre ihren ihrem ihrer ihres',
  'ihn ihm',
  'wer wen wem',
  'wen wenn',
  'den denn',
  'das dass',
  'man mann',
  'in im ihn',
  'an am',
  'zu zum zur',
  'bei beim',
  'von vom',
  'seit seid',
  'wieder wider',
  'ist sind',
  'wird werden',
  'war waren',
  'hat haben habe',
  'kann koennen',
  'muss muessen',
  'darf duerfen',
  'soll sollen',
  'will wollen',
  's es',
];

/**
 * Words that a sentence can lack, or have too many of, without saying anything else. Missing from it are all that
 * could: prepositions, "only", "also", "not", modal verbs.
 */
const FILLERS = new Set(
  (
    'a an the that is are be been am it you ' +
    'der die das den dem des ein eine einen einem einer eines dass sich es sie ist sind wird werden'
  ).split(' '),
);
/** The same, except beside a number: "increase 5" is not "increase to 5". */
const FILLERS_WITHOUT_NUMBER = new Set('to of zu um'.split(' '));

const formsByWord = new Map<string, Set<number>>();
for (const [index, words] of FORMS.entries()) {
  for (const word of words.split(' ')) {
    formsByWord.set(word, (formsByWord.get(word) ?? new Set()).add(index));
  }
}

/** Several words that can be written as one, or as another. */
const AS_ONE: Readonly<Record<string, string>> = {
  'zu dem': 'zum',
  'zu der': 'zur',
  'in dem': 'im',
  'an dem': 'am',
  'bei dem': 'beim',
  'von dem': 'vom',
  'in das': 'ins',
  'an das': 'ans',
  'zum beispiel': 'zb',
  'z b': 'zb',
  'das heisst': 'dh',
  'd h': 'dh',
  'for example': 'eg',
  'e g': 'eg',
  'can not': 'cannot',
  'per cent': '%',
};

/** The one form of several words that stand side by side, if they have one. */
export function formAsOne(words: string): string | undefined {
  return AS_ONE[words];
}

/** Are these two forms of one little word, such as `der` and `dem`, or `is` and `are`? */
export function areFormsOfOneWord(one: string, other: string): boolean {
  const of = formsByWord.get(other);
  return of !== undefined && [...(formsByWord.get(one) ?? [])].some((index) => of.has(index));
}

/** Can a sentence lack this word without saying anything else? */
export function isFiller(word: string, besideNumber: boolean): boolean {
  return FILLERS.has(word) || (!besideNumber && FILLERS_WITHOUT_NUMBER.has(word));
}

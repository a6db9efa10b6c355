import { comparable, MEANINGFUL_SIGN, signFormOf } from './meaningful-signs.ts';

/** A word, a number or a sign that says something. */
export interface Token {
  /** As written. */
  exact: string;
  /** The one form for all ways to spell it, e.g. `strasse` for `Straße`, `1000` for `1,000`, `2` for `two`. */
  form: string;
  kind: 'word' | 'number' | 'sign';
}

const GROUPED_NUMBER = String.raw`\d{1,3}(?:[.,'’ \u00A0\u202F]\d{3})+(?!\d)(?:[.,]\d+)?`;
const PLAIN_NUMBER = String.raw`\p{N}+(?:[.,:]\p{N}+)*`;
const TOKEN = new RegExp(
  String.raw`(?<number>${GROUPED_NUMBER}|${PLAIN_NUMBER})|(?<word>\p{L}[\p{L}\p{M}\p{N}]*)|(?<sign>${MEANINGFUL_SIGN}|&)|(?<=\p{L})(?<apostrophe>['’ʼ])(?=\p{L})`,
  'gmu',
);

/** Words that mean the same as a sign or a figure, and abbreviations with what they stand for. */
const SAME_AS: Readonly<Record<string, string>> = {
  and: '&',
  und: '&',
  euro: '€',
  euros: '€',
  eur: '€',
  dollar: '$',
  dollars: '$',
  usd: '$',
  percent: '%',
  prozent: '%',
  one: '1',
  two: '2',
  three: '3',
  four: '4',
  five: '5',
  six: '6',
  seven: '7',
  eight: '8',
  nine: '9',
  ten: '10',
  eleven: '11',
  twelve: '12',
  zwei: '2',
  drei: '3',
  vier: '4',
  fuenf: '5',
  sechs: '6',
  sieben: '7',
  acht: '8',
  neun: '9',
  zehn: '10',
  elf: '11',
  zwoelf: '12',
  beziehungsweise: 'bzw',
  gegebenenfalls: 'ggf',
  eventuell: 'evtl',
  circa: 'ca',
  approximately: 'approx',
};

/** Denials of English without their apostrophe, as they are often typed. */
const DENIAL = /^(do|does|did|is|are|was|were|has|have|had|ca|wo|could|would|should|must|need)nt$/;
const DENIED: Readonly<Record<string, string>> = { ca: 'can', wo: 'will' };

/** The words, numbers and meaningful signs of a text, in order. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let isJoined = false;
  for (const { groups = {}, 0: exact } of comparable(text).matchAll(TOKEN)) {
    const { number, word, sign, apostrophe } = groups;
    if (word) addWord(tokens, word, isJoined);
    else if (number) tokens.push({ exact, form: numberForm(number), kind: 'number' });
    else if (sign) addSign(tokens, signFormOf(sign));
    isJoined = apostrophe !== undefined;
  }
  return withCurrencyBehind(tokens);
}

function addWord(tokens: Token[], exact: string, isJoined: boolean): void {
  const form = wordForm(exact);
  const last = tokens.at(-1);
  if (isJoined && form === 't' && last?.form.endsWith('n')) {
    const verb = last.form.slice(0, -1);
    last.form = DENIED[verb] ?? verb;
    tokens.push({ exact, form: 'not', kind: 'word' });
    return;
  }
  const denied = DENIAL.exec(form)?.[1];
  for (const part of denied ? [DENIED[denied] ?? denied, 'not'] : [SAME_AS[form] ?? form]) {
    tokens.push({ exact, form: part, kind: /\p{N}/u.test(part) ? 'number' : 'word' });
  }
}

function addSign(tokens: Token[], sign: string): void {
  tokens.push({ exact: sign, form: sign, kind: sign === '&' ? 'word' : 'sign' });
}

/** The one form of a word: small letters, umlauts and ß written out, no accents. */
export function wordForm(word: string): string {
  const small = word.toLowerCase();
  if (/^[a-z]*$/.test(small)) return small;
  return small
    .replaceAll('ä', 'ae')
    .replaceAll('ö', 'oe')
    .replaceAll('ü', 'ue')
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** `1,000` and `1.000` are `1000`; `2,50` is `2.50`; `5,00` is `5`; `09:30` is `9.30`. */
function numberForm(number: string): string {
  return new RegExp(`^${GROUPED_NUMBER}$`).test(number)
    ? number
        .replace(/[.,](?=\d{1,2}$|\d{4,}$)/, ';')
        .replace(/[^\d;]/g, '')
        .replace(';', '.')
        .replace(/\.00$/, '')
    : number
        .replace(/[,:]/g, '.')
        .replace(/^0(?=\d\.)/, '')
        .replace(/\.00$/, '');
}

/** `€ 5` says the same as `5 €`. */
function withCurrencyBehind(tokens: Token[]): Token[] {
  for (let index = 0; index + 1 < tokens.length; index++) {
    const [sign, next] = [tokens[index], tokens[index + 1]];
    if (!sign || !/^\p{Sc}$/u.test(sign.form) || next?.kind !== 'number') continue;
    if (tokens[index - 1]?.kind === 'number') continue;
    tokens[index] = next;
    tokens[index + 1] = sign;
  }
  return tokens;
}

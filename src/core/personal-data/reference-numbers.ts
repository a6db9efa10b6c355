import { groupOf, matching } from './stretch.ts';

/** A day of birth; any other day is harmless. */
export const birthdays = matching(
  /(?<!\p{L})(?:geboren|geb\.?|geburtsdatum|geburtstag|born|birthday|date of birth|dob)(?!\p{L})[^\d\0]{0,8}\d{1,4}(?:[./-] ?\d{1,4}){1,2}/giu,
);

/** What is said to be a number of the customer's, or a secret, if there is a digit in it. */
export const labelledNumbers = groupOf(
  /(?<!\p{L})(?:(?:kunden|bestell|auftrags|vertrags|rechnungs|mitglieds|buchungs|vorgangs|personal|ausweis|steuer|konto|zähler)-?(?:nummer|nr)|(?:customer|order|invoice|contract|account|member(?:ship)?|ticket|booking|reference|meter)[ -](?:number|no|nr|id)|steuer-?id|p(?:in|uk)|tan|passwor[dt]|kennwort)(?!\p{L})(?:[.:# ]|\b(?:ist|lautet|is)\b){0,6}([\p{L}-]{0,40}\d[\p{L}\p{N}-]{0,40})/giu,
);

/** Numbers with so many digits in a row name one thing among many: a customer, an order, a device. */
const LONG = 4;
/** The same for digits that are spread over a word, and over groups with spaces between. */
const MANY_IN_WORD = 6;
const MANY_IN_GROUPS = 7;

/** `4711`, `KD-48213`, `AB12CD34`; but not `2024`, `COVID-19`, `iPhone12` or `WPA2-PSK`. */
export const referenceWords = matching(
  /(?<![\p{L}\p{N}])[\p{L}\p{N}]+(?:[-_/.#][\p{L}\p{N}]+)*/gu,
  (word) => {
    const runs = otherThanYears(word.match(/\d+/g) ?? []);
    if (runs.some(({ length }) => length >= LONG)) return true;
    if (!/\p{L}/u.test(word)) return false;
    const digits = runs.join('').length;
    const signs = word.replace(/[^\p{L}\p{N}]/gu, '');
    const changes = signs.match(/\p{L}(?=\d)|\d(?=\p{L})/gu)?.length ?? 0;
    return digits >= MANY_IN_WORD || (digits >= 3 && changes >= 3 && signs.length > MANY_IN_WORD);
  },
);

/** `12 34 56 78`. */
export const spacedNumbers = matching(
  /(?<![\p{L}\p{N}])\d{1,3}(?:[ ./-]\d{1,4}){2,9}(?![\p{L}\p{N}])/gu,
  (groups) => otherThanYears(groups.split(/\D/)).join('').length >= MANY_IN_GROUPS,
);

function otherThanYears(runs: readonly string[]): string[] {
  return runs.filter((run) => !/^(?:19|20)\d\d$/.test(run));
}

import { isCardNumber, isIban } from './check-digits.ts';
import { type Detector, matching, type Stretch } from './stretch.ts';

const LIKE_IBAN = /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?: ?[a-z0-9]){11,30}/giu;
/** Signs of the shortest account number, that of Norway. */
const SHORTEST = 15;

/** Where words follow without a mark between, the check digits tell at which sign the number ends. */
export const ibans: Detector = (text) =>
  [...text.matchAll(LIKE_IBAN)].flatMap(({ 0: match, index }): Stretch[] => {
    for (let length = match.length; length >= SHORTEST; length -= 1) {
      const isWordEnd = !/[\p{L}\p{N}]/u.test(text[index + length] ?? '');
      if (isWordEnd && isIban(match.slice(0, length).trimEnd())) {
        return [[index, index + match.slice(0, length).trimEnd().length]];
      }
    }
    return [];
  });

export const cards: Detector = matching(
  /(?<![\p{L}\p{N}])[2-6](?:[ -]?\d){12,18}(?![\p{L}\p{N}])/gu,
  isCardNumber,
);

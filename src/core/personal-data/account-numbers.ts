import { isCardNumber, isIban } from './check-digits.ts';
import { type Detector, matchingPart } from './stretch.ts';

/** Where words follow without a mark between, the check digits tell at which sign the number ends. */
export const ibans: Detector = matchingPart(
  /(?<![\p{L}\p{N}])[a-z]{2}\d{2}(?:[ .-]{0,2}[a-z0-9]){11,30}/giu,
  isIban,
);

/** The same where the day on which the card ends follows, or the three digits on its back. */
export const cards: Detector = matchingPart(/(?<![\p{L}\p{N}])[2-6](?:[ .-]{0,2}\d){12,18}/gu, isCardNumber);

import { type Detector, matching } from './stretch.ts';

/** An address that carries a query or a user: it may hold a session, a token or a form that somebody filled in. */
export const links: Detector = matching(/\b(?:https?:\/\/|www\.)[^\s?@]*[?@]\S*/giu);

const AT = String.raw`(?:@|\s?[([]\s?(?:at|ät)\s?[)\]]\s?)`;
const DOT = String.raw`(?:\.|\s?[([]\s?(?:dot|punkt)\s?[)\]]\s?)`;

/** Also in the way of people who fear spam: `max (at) example (dot) com`. */
export const emails: Detector = matching(
  new RegExp(
    String.raw`[\p{L}\p{N}._%+-]{1,64}${AT}[\p{L}\p{N}-]{1,63}(?:${DOT}[\p{L}\p{N}-]{1,63}){1,5}`,
    'giu',
  ),
);

/** With a country (`+49 30 …`, `0049 …`), with the 0 of a German or British number, or grouped as in America. */
export const phones: Detector = matching(
  /(?<![\p{L}\p{N}])(?:\+\d(?:[ ()/.–-]{0,3}\d){6,14}|\(?0\d?(?:[ ()/.–-]{0,3}\d){5,13}|(?:1[ .-])?\(?[2-9]\d\d\)?[ .-]\d{3}[ .-]\d{4})(?![\p{L}\p{N}])/gu,
);

import { type Detector, matching } from './stretch.ts';

const CURRENCIES = '€|\\$|£|euros?|eur|cents?|usd|gbp|chf|dollars?|pounds?|pfund|franken';
const UNITS =
  '%|prozent|percent|[kmc]?m|[kg]?g|[kmgt]b|[kmg]bit|[km]?wh?|mah|watt|volt|ml|liter|litres?|px|p|hz|[kmg]hz|fps|dpi|' +
  'stück|personen|people|users?|nutzer|zeichen|characters|jahren?|years?|monaten?|months?|tagen?|days?|stunden?|' +
  'hours?|minuten?|minutes?';
const NUMBERED =
  'fehler(?:code|nummer|meldung)?|errors?(?: code)?|http|status(?: code)?|port|iso|din(?: en)?|en|rfc|version|windows|office|§';

/** Numbers that say nothing about a person, however many digits they have. */
export const harmlessNumbers: readonly Detector[] = [
  // Days: 24.12.2026, 2026-12-24, 12/24/2026.
  matching(
    /(?<![\p{L}\p{N}])(?:\d{1,2}\. ?\d{1,2}\. ?(?:(?:19|20)\d\d|\d\d)|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}\/\d{1,2}\/(?:19|20)?\d\d)(?![\p{L}\p{N}])/gu,
  ),
  // Amounts: 5000 €, $12,000, 10.000 km, 1080p.
  matching(
    new RegExp(
      String.raw`(?<![\p{L}\p{N}+])(?:\d{1,3}(?:[.,' ]\d{3}){1,2}|\d{1,7})(?:[.,]\d{1,2})? ?(?:${CURRENCIES}|${UNITS})(?![\p{L}\p{N}])`,
      'giu',
    ),
  ),
  matching(/[€$£] ?\d{1,7}(?:[.,]\d{3}){0,2}(?:[.,]\d{1,2})?(?![\p{L}\p{N}])/gu),
  // What is numbered for everybody: Fehler 1603, port 8080, ISO 27001, 0x80070057.
  matching(new RegExp(String.raw`(?<!\p{L})(?:${NUMBERED})[ -]?#?\d{1,5}(?![\p{L}\p{N}])`, 'giu')),
  matching(/(?<![\p{L}\p{N}])0x[0-9a-f]{1,16}(?![\p{L}\p{N}])/giu),
  // Addresses of devices at home.
  matching(
    /(?<![\p{L}\p{N}])(?:192\.168|10\.\d{1,3}|172\.(?:1[6-9]|2\d|3[01])|127\.0)(?:\.\d{1,3}){2}(?![\p{L}\p{N}])/gu,
  ),
];

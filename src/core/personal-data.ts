import { cards, ibans } from './personal-data/account-numbers.ts';
import { emails, links, phones } from './personal-data/contact-data.ts';
import { harmlessNumbers } from './personal-data/harmless-numbers.ts';
import { addressedNames, introducedNames } from './personal-data/names.ts';
import { plainSigns } from './personal-data/plain-signs.ts';
import {
  birthdays,
  labelledNumbers,
  referenceWords,
  spacedNumbers,
} from './personal-data/reference-numbers.ts';
import { type Detector, without } from './personal-data/stretch.ts';

/** What a text may tell about a person. */
export type PersonalDataKind = 'link' | 'email' | 'iban' | 'card' | 'birthday' | 'phone' | 'number' | 'name';

/** A stretch of a text that tells who somebody is; `end` is the first character after it. */
export interface PersonalData {
  kind: PersonalDataKind;
  start: number;
  end: number;
}

/** The surest first: what one has taken, or knows to be harmless, is no longer there for the next. */
const DETECTORS: readonly (readonly [PersonalDataKind | 'harmless', Detector])[] = [
  ['link', links],
  ['email', emails],
  ['iban', ibans],
  ['card', cards],
  ['birthday', birthdays],
  ['number', labelledNumbers],
  ...harmlessNumbers.map((detector) => ['harmless', detector] as const),
  ['phone', phones],
  ['number', referenceWords],
  ['number', spacedNumbers],
  ['name', introducedNames],
  ['name', addressedNames],
];

/**
 * Finds what tells who somebody is, in German and English formats: e-mail addresses, links with a query, account,
 * card and phone numbers, days of birth, customer and order numbers, and names that are introduced as such. Where in
 * doubt it finds too much rather than too little; products, years, days, amounts and error codes are left alone.
 *
 * @returns the stretches in their order; none overlaps another
 * @example findPersonalData('Mail an max@example.com') // [{ kind: 'email', start: 8, end: 23 }]
 */
export function findPersonalData(text: string): PersonalData[] {
  const found: PersonalData[] = [];
  let left = plainSigns(text);
  for (const [kind, detect] of DETECTORS) {
    for (const stretch of detect(left)) {
      const [start, end] = stretch;
      if (kind !== 'harmless') found.push({ kind, start, end });
      left = without(left, stretch);
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/**
 * The text with the kind of each personal datum in its place.
 *
 * @param isMasked of which kinds; without it, of all
 * @example mask('Mail an max@example.com') // 'Mail an [email]'
 */
export function mask(text: string, isMasked: (kind: PersonalDataKind) => boolean = () => true): string {
  let masked = '';
  let last = 0;
  for (const { kind, start, end } of findPersonalData(text)) {
    if (!isMasked(kind)) continue;
    masked += `${text.slice(last, start)}[${kind}]`;
    last = end;
  }
  return masked + text.slice(last);
}

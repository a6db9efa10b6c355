import { findPersonalData, mask, type PersonalDataKind } from '../../core/personal-data.ts';
import { scrubbedQuery } from '../../core/searched-words.ts';
import { storable } from '../../stores/text.ts';

/** Kinds that nobody names a newsletter or a campaign by. A number may be one. */
const CONTACT_DATA: ReadonlySet<PersonalDataKind> = new Set(['email', 'phone', 'iban', 'card']);

/**
 * What a reader wrote, as it may reach the disk: with the kind of each personal datum in its place. What the store
 * would take out goes first, so that nothing comes together there which was apart here.
 *
 * @example scrubbed('Mail an max@example.com') // 'Mail an [email]'
 */
export function scrubbed(written: string): string {
  return mask(storable(written));
}

/** What a reader searched for, as it may reach the disk. */
export function scrubbedWords(query: string): string {
  return scrubbedQuery(storable(query));
}

/** Where a link to the survey stood: scrubbed only where it tells whom the link was for, as a mail merge may do. */
export function scrubbedSource(source: string): string {
  const isPersonal = findPersonalData(storable(source)).some(({ kind }) => CONTACT_DATA.has(kind));
  return isPersonal ? scrubbed(source) : source;
}

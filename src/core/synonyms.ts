import { z } from 'zod';
import { locale, text } from './fields.ts';

/**
 * `synonyms.yaml`: for each language, groups of words that mean the same to a customer.
 *
 * @example { de: [['Kennwort', 'Passwort', 'Zugangswort']], en: [['refund', 'money back']] }
 */
export const synonymsSchema = z.record(
  locale,
  z.array(z.array(text).min(2, 'must hold at least two words'), 'must be a list of groups'),
  'must list groups of words for each language',
);
export type Synonyms = z.infer<typeof synonymsSchema>;

import { folded } from '../learning/phrasing.ts';
import type { Synonyms } from '../synonyms.ts';
import { yamlText } from './yaml-text.ts';

/**
 * What to write into synonyms.yaml so that a word is found by another: a new group of the language, or the group that
 * has the known word already, with the other at its end.
 *
 * @example synonymLine({}, 'en', { known: 'account', asked: 'profile' }) // 'en:\n  - [account, profile]\n'
 */
export function synonymLine(
  synonyms: Synonyms,
  locale: string,
  { known, asked }: { known: string; asked: string },
): { text: string; isLonger: boolean } {
  const group = synonyms[locale]?.find((words) => words.some((word) => folded(word) === folded(known)));
  const words = [...(group ?? [known]), asked].map(yamlText);
  return { text: `${locale}:\n  - [${words.join(', ')}]\n`, isLonger: group !== undefined };
}

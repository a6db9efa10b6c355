import type { LabelledEdit } from '../../tests/core/edits/labelled-edits.ts';
import { hashOf, randomFrom } from '../search/seeded-random.ts';
import { FORMATTING } from './formatting-edits.ts';
import type { EditMaker } from './made-edit.ts';
import { SPELLING } from './spelling-edits.ts';
import { SUBSTANCE } from './substance-edits.ts';

export const EDIT_MAKERS: readonly EditMaker[] = [...FORMATTING, ...SPELLING, ...SUBSTANCE];

/**
 * Edits every text in every way that it offers, `perMaker` times each at most, spread over the texts. The same texts
 * always give the same edits.
 */
export function makeEdits(
  texts: readonly string[],
  locale: string,
  { perMaker, seed = 1 }: { perMaker: number; seed?: number },
): LabelledEdit[] {
  const words = new Set(texts.flatMap((text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []));
  return EDIT_MAKERS.filter((maker) => !maker.locale || maker.locale === locale).flatMap((maker) => {
    const made: LabelledEdit[] = [];
    const order = shuffled(texts, randomFrom(hashOf(`${seed} ${locale} ${maker.name}`)));
    for (const [index, text] of order.entries()) {
      if (made.length >= perMaker) break;
      const random = randomFrom(hashOf(`${seed} ${maker.name} ${text}`));
      const other = order[(index + 1) % order.length] ?? '';
      const edited = maker.make(text, { locale, random, words, other });
      if (edited === undefined || edited === text) continue;
      const backwards = maker.reversible && random() < 0.5;
      made.push({
        id: `made-${locale}-${maker.name.replaceAll(' ', '-')}-${made.length + 1}`,
        locale,
        kind: maker.kind,
        note: maker.name,
        before: backwards ? edited : text,
        after: backwards ? text : edited,
      });
    }
    return made;
  });
}

function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

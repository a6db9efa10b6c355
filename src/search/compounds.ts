/** Shortest part of a compound word, in letters: shorter ones stand in too many words by chance. */
const SHORTEST_PART = 4;
/** Letters that a part may lack at its end, e.g. `schul` of `schule`. */
const DROPPED = ['', 'e', 'n', 'en'];

/**
 * The words that a compound word is made of, as far as the site knows them: those of the evenest cut, and theirs in
 * turn. Words are given without accents.
 *
 * @param joints letters between the parts, e.g. `s` in `Lieferungsfrist`
 * @param knows whether the site has a word
 * @example compoundParts('hochspannungsnetzgeraet', ['', 's'], knows) // ['hochspannung', 'netzgeraet', 'netz', 'geraet']
 */
export function compoundParts(
  word: string,
  joints: readonly string[],
  knows: (word: string) => boolean,
): string[] {
  const cut = evenestCut(word, joints, knows);
  return cut ? [...new Set(cut.flatMap((part) => [part, ...compoundParts(part, joints, knows)]))] : [];
}

function evenestCut(
  word: string,
  joints: readonly string[],
  knows: (word: string) => boolean,
): [string, string] | undefined {
  let best: [string, string] | undefined;
  let longest = 0;
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    // An even cut is looked for first in what it would win by.
    if (Math.min(at, word.length - at) <= longest) continue;
    const last = wholeWord(word.slice(at), knows);
    if (!last) continue;
    for (const joint of joints) {
      const beginning = word.slice(0, at);
      if (!beginning.endsWith(joint)) continue;
      const part = beginning.slice(0, beginning.length - joint.length);
      const first = part.length >= SHORTEST_PART ? wholeWord(part, knows) : undefined;
      const shorter = Math.min(part.length, word.length - at);
      if (first && shorter > longest) {
        best = [first, last];
        longest = shorter;
      }
    }
  }
  return best;
}

/**
 * Where a word may be cut because a word of the site stands before.
 *
 * @returns places in the word, e.g. 4 in `netzteil` if the site knows `netz`
 */
export function possibleCuts(
  word: string,
  joints: readonly string[],
  knows: (word: string) => boolean,
): number[] {
  const cuts: number[] = [];
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    const beginning = word.slice(0, at);
    const isKnown = joints.some((joint) => {
      const part = beginning.slice(0, at - joint.length);
      return (
        beginning.endsWith(joint) && part.length >= SHORTEST_PART && wholeWord(part, knows) !== undefined
      );
    });
    if (isKnown) cuts.push(at);
  }
  return cuts;
}

function wholeWord(part: string, knows: (word: string) => boolean): string | undefined {
  const ending = DROPPED.find((letters) => knows(part + letters));
  return ending === undefined ? undefined : part + ending;
}

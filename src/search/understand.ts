import { guessWord } from './guess-word.ts';
import type { SearchIndex } from './open-index.ts';
import type { Meaning, QueryTerm, QueryWord } from './query-word.ts';
import { type Word, wordsOf } from './words.ts';

/** Words of a query that are looked up; more say nothing new. */
const MOST_WORDS = 24;
/** Longer than any word that somebody looks for, in letters. */
const LONGEST_WORD = 60;

/**
 * Finds the site's terms that a query asks for. Only words that the site does not know are corrected, and only to
 * words that it knows: to those that begin with it, that are one typing error away (two in long words), or that it
 * is composed of.
 *
 * @param isLiteral whether words are taken as they were typed
 */
export async function understand(query: string, index: SearchIndex, isLiteral = false): Promise<QueryWord[]> {
  const firsts = new Map<string, Word>();
  for (const word of wordsOf(query)) {
    if (word.text.length <= LONGEST_WORD && !firsts.has(word.text)) firsts.set(word.text, word);
  }
  const understood = await Promise.all(
    [...firsts.values()].slice(0, MOST_WORDS).map(async ({ text, start, end }) => {
      const meaning =
        (await knownWord(text, index)) ?? (isLiteral ? undefined : await guessWord(text, index));
      const { how, found, terms } = meaning ?? { how: 'unknown' as const, found: [], terms: [] };
      return { asked: query.slice(start, end), start, end, how, found, terms, rarity: rarest(terms) };
    }),
  );
  return withoutRepetition(understood);
}

async function knownWord(word: string, index: SearchIndex): Promise<Meaning | undefined> {
  const term = index.language.stemOf(word);
  const found = await index.term(term);
  return found && { how: 'known', found: [word], terms: [{ ...found, term, share: 1 }] };
}

function rarest(terms: readonly QueryTerm[]): number {
  return Math.max(0, ...terms.map(({ rarity }) => rarity));
}

/** Two forms of one word are one word. */
function withoutRepetition(words: readonly QueryWord[]): QueryWord[] {
  const key = ({ terms }: QueryWord) => terms.map(({ term }) => term).join(' ');
  return words.filter(
    (word, place) =>
      word.terms.length === 0 || words.findIndex((other) => key(other) === key(word)) === place,
  );
}

import { logOdds } from '../statistics/log-odds.ts';
import { compareText } from '../text-order.ts';
import type { About, OutstandingWord } from './free-texts.ts';

/** Fewest texts of which words are told, and fewest that must hold a word. */
const FEWEST_TEXTS = 10;
const FEWEST_WITH_WORD = 3;

/** Most words of one language about one thing. */
const MOST_WORDS = 8;

/** So many standard errors lie between what is usual and what stands out. */
const STANDS_OUT = 1.96;

/** Words of at least two letters; numbers are none. */
const WORD = /\p{L}[\p{L}\p{M}]*(?:['’-][\p{L}\p{M}]+)*/gu;

/**
 * Readers speak of themselves, articles hardly do: these words stand out in every text and say nothing. Other words that
 * carry no meaning are as usual in articles.
 */
const OF_ONESELF = new Set(
  (
    "i'm i've i'd i’m i’ve i’d my me mine myself we us our ours am was were had have would could " +
    'ich mich mir mein meine meinen meinem meiner meines wir uns unser unsere unseren unserem unserer bin war habe hatte haben hätte würde'
  ).split(' '),
);

/** The words of a text, each once, in small letters, with how they are written. */
export function wordsOf(text: string): Map<string, string> {
  const words = new Map<string, string>();
  for (const [word] of text.normalize('NFC').matchAll(WORD)) {
    const small = word.toLowerCase();
    if (small.length > 1 && !OF_ONESELF.has(small) && !words.has(small)) words.set(small, word);
  }
  return words;
}

/** Texts about one thing in one language: how many there are, and in how many each word occurs, as it is written. */
class Texts {
  total = 0;
  readonly words = new Map<string, { texts: number; written: Map<string, number> }>();

  add(text: string): void {
    this.total += 1;
    for (const [small, word] of wordsOf(text)) {
      let known = this.words.get(small);
      if (!known) {
        known = { texts: 0, written: new Map() };
        this.words.set(small, known);
      }
      known.texts += 1;
      known.written.set(word, (known.written.get(word) ?? 0) + 1);
    }
  }
}

/** Finds the words by which what readers write about one thing differs from what the articles are written in. */
export class WordTally {
  readonly #texts = new Map<string, Map<About, Texts>>();

  add(text: string, locale: string, about: About): void {
    const inLocale = this.#texts.get(locale) ?? new Map<About, Texts>();
    this.#texts.set(locale, inLocale);
    const same = inLocale.get(about) ?? new Texts();
    inLocale.set(about, same);
    same.add(text);
  }

  /**
   * Those that stand out most first, of each language and each thing.
   *
   * @param articleTexts The texts of all articles in a language.
   */
  words(articleTexts: (locale: string) => Iterable<string>): OutstandingWord[] {
    return [...this.#texts]
      .sort(([one], [other]) => compareText(one, other))
      .flatMap(([locale, byAbout]) => {
        const enough = [...byAbout].filter(([, { total }]) => total >= FEWEST_TEXTS);
        if (enough.length === 0) return [];
        const usual = usualWords(articleTexts(locale));
        if (usual.of === 0) return [];
        return enough.flatMap(([about, texts]) =>
          standingOut(texts, usual).map(({ word, texts: count }) => ({ word, locale, texts: count, about })),
        );
      });
  }
}

/** How often each word occurs in articles, and how many words these have. */
interface UsualWords {
  of: number;
  counts: Map<string, number>;
}

function usualWords(texts: Iterable<string>): UsualWords {
  const counts = new Map<string, number>();
  let of = 0;
  for (const text of texts) {
    for (const [word] of text.normalize('NFC').matchAll(WORD)) {
      if (word.length === 1) continue;
      const small = word.toLowerCase();
      counts.set(small, (counts.get(small) ?? 0) + 1);
      of += 1;
    }
  }
  return { of, counts };
}

function standingOut({ words }: Texts, usual: UsualWords): { word: string; texts: number }[] {
  const of = [...words.values()].reduce((sum, { texts }) => sum + texts, 0);
  return [...words]
    .filter(([, { texts }]) => texts >= FEWEST_WITH_WORD)
    .map(([small, { texts, written }]) => ({
      word: mostWritten(written),
      texts,
      surety: logOdds({ count: texts, of }, { count: usual.counts.get(small) ?? 0, of: usual.of }),
    }))
    .filter(({ surety }) => surety > STANDS_OUT)
    .sort((a, b) => b.surety - a.surety || compareText(a.word, b.word))
    .slice(0, MOST_WORDS);
}

function mostWritten(written: ReadonlyMap<string, number>): string {
  const [first] = [...written].sort(([a, one], [b, other]) => other - one || compareText(a, b));
  return first?.[0] ?? '';
}

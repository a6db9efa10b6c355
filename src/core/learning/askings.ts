/** Less likeness than this is chance: two long phrasings that share one word. */
const LEAST_LIKENESS = 0.1;

/** One way to ask for an article: its title, or a phrasing by which readers found it. */
interface Asking {
  /** Id of the article. */
  article: string;
  /** What it comes down to, see `meaningOf`. */
  meaning: string;
}

interface Taken extends Asking {
  forms: ReadonlySet<string>;
}

/** All known ways to ask for the articles of one language. */
export class Askings {
  readonly #count: number;
  readonly #byForm = new Map<string, Taken[]>();

  constructor(askings: readonly Asking[]) {
    this.#count = askings.length;
    for (const asking of askings) {
      const taken = { ...asking, forms: formsIn(asking.meaning) };
      for (const form of taken.forms) {
        const others = this.#byForm.get(form);
        if (others) others.push(taken);
        else this.#byForm.set(form, [taken]);
      }
    }
  }

  /**
   * Do those who ask alike mostly look for another article? Then such a phrasing, beside the one article, would stand
   * in the way of the other.
   */
  leadElsewhere({ meaning, article }: Asking): boolean {
    const forms = formsIn(meaning);
    const alike = new Set([...forms].flatMap((form) => this.#byForm.get(form) ?? []));
    const likeness = new Map<string, number>([[article, 0]]);
    for (const other of alike) {
      if (other.meaning === meaning) continue;
      // Squared, so that one that is nearly the same outweighs several that share a word.
      const sum = (likeness.get(other.article) ?? 0) + this.#likeness(forms, other.forms) ** 2;
      likeness.set(other.article, sum);
    }
    const most = Math.max(...likeness.values());
    return most >= LEAST_LIKENESS && most > (likeness.get(article) ?? 0);
  }

  /** Share of what two phrasings say together that both say, from 0 to 1 (Jaccard, each word by its rarity). */
  #likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
    return this.#weight(one.intersection(other)) / this.#weight(one.union(other));
  }

  #weight(forms: ReadonlySet<string>): number {
    let weight = 0;
    for (const form of forms) weight += Math.log(1 + this.#count / (this.#byForm.get(form)?.length ?? 1));
    return weight;
  }
}

function formsIn(meaning: string): Set<string> {
  return new Set(meaning.split(' '));
}

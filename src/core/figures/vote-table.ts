import { compareText } from '../text-order.ts';
import { Column } from './column.ts';
import type { VotedText } from './period-input.ts';

/** More than any mark: until the year 2700. */
const MARKS = 2 ** 19;

/** Votes on one text in sum. Days are counted from 1970, in UTC. */
export interface TextSums extends VotedText {
  votes: number;
  helpful: number;
  firstDay: number;
  lastDay: number;
}

/** Votes by their texts, and those on a text by their days. */
export interface OrderedVotes {
  texts: VotedText[];
  text: Int32Array;
  mark: Int32Array;
}

/** Votes, a million of them in eight megabytes: on which text each was cast, on which day, and what it says. */
export class VoteTable {
  readonly #texts: VotedText[] = [];
  readonly #numbers = new Map<string, number>();
  /** Number of the text that was voted on last. */
  #last = -1;
  #ordered?: OrderedVotes;
  readonly #text = new Column();
  readonly #mark = new Column();

  add(of: VotedText, marks: readonly number[]): void {
    const number = this.#numberOf(of);
    for (const mark of marks) {
      this.#text.push(number);
      this.#mark.push(mark);
    }
  }

  get total(): number {
    return this.#mark.length;
  }

  /**
   * The votes by their texts and days, so that it does not matter in which order they came: the texts, and for each vote
   * the number of its text among them, and its mark, as `markOf` writes it.
   */
  inOrder(): OrderedVotes {
    if (this.#ordered?.mark.length === this.total) return this.#ordered;
    const order = [...this.#numbers].sort(([one], [other]) => compareText(one, other));
    const place = new Int32Array(order.length);
    for (const [index, [, number]] of order.entries()) place[number] = index;
    const [text, mark] = [this.#text.values(), this.#mark.values()];
    const votes = new Float64Array(mark.length);
    for (let vote = 0; vote < votes.length; vote++) {
      votes[vote] = (place[text[vote] as number] as number) * MARKS + (mark[vote] as number);
    }
    votes.sort();
    const ordered = {
      texts: order.flatMap(([, number]) => this.#texts[number] ?? []),
      text: new Int32Array(votes.length),
      mark: new Int32Array(votes.length),
    };
    for (let vote = 0; vote < votes.length; vote++) {
      const value = votes[vote] as number;
      ordered.text[vote] = Math.floor(value / MARKS);
      ordered.mark[vote] = value % MARKS;
    }
    this.#ordered = ordered;
    return ordered;
  }

  /** The sums of each text. */
  sums(): TextSums[] {
    const { texts, text, mark } = this.inOrder();
    const sums = texts.map((one) => ({ ...one, votes: 0, helpful: 0, firstDay: 0, lastDay: 0 }));
    for (let vote = 0; vote < mark.length; vote++) {
      const sum = sums[text[vote] as number] as TextSums;
      const value = mark[vote] as number;
      // The votes on a text stand in the order of their days.
      if (sum.votes === 0) sum.firstDay = value >> 1;
      sum.lastDay = value >> 1;
      sum.votes += 1;
      sum.helpful += value & 1;
    }
    return sums;
  }

  #numberOf({ article, locale, revision, level }: VotedText): number {
    // Votes on the same text often come one after the other.
    const last = this.#texts[this.#last];
    if (
      last?.article === article &&
      last.revision === revision &&
      last.locale === locale &&
      last.level === level
    ) {
      return this.#last;
    }
    const key = `${locale} ${article} ${revision} ${level ?? ''}`;
    let number = this.#numbers.get(key);
    if (number === undefined) {
      number = this.#texts.length;
      this.#numbers.set(key, number);
      this.#texts.push({ article, locale, revision, ...(level && { level }) });
    }
    this.#last = number;
    return number;
  }
}

import { StringDecoder } from 'node:string_decoder';
import { mistakeIn } from '../core/exported-submission.ts';
import type { Submission } from '../core/feedback.ts';
import { SubmissionReader } from '../core/submission-reader.ts';
import { UserError } from '../core/user-error.ts';
import { UuidSet } from './uuid-set.ts';

/** Longest piece of a line that is quoted in a message, in characters. */
const QUOTED = 40;

/** Longest line that an export can have, in characters, and far more than that. */
const LONGEST = 1_000_000;

interface Source {
  name: string;
  remedy: string;
  take: (submission: Submission) => void;
}

/** The last line of an export that was asked for it: nothing is missing above it. */
interface End {
  type: 'end';
  submissions: number;
}

/**
 * Reads an export line by line, from pieces of any length, and hands over each submission once: of several with the same
 * id the first counts. Keeps no line.
 *
 * Lines end with `\n` and nothing else: JSON may hold the other signs that some call the end of a line.
 *
 * @example
 * const name = 'feedback.jsonl';
 * const lines = new SubmissionLines({ name, remedy: 'Export it again.', take: (one) => tally.add(one) });
 * for await (const piece of createReadStream(name)) lines.push(piece);
 * lines.end();
 */
export class SubmissionLines {
  readonly #name: string;
  readonly #remedy: string;
  readonly #take: (submission: Submission) => void;
  readonly #decoder = new StringDecoder('utf8');
  readonly #reader = new SubmissionReader();
  readonly #seen = { vote: new UuidSet(), answers: new UuidSet(), signal: new UuidSet() };
  #rest = '';
  #line = 0;
  /** Submissions since the line that said how many there were. */
  #open = 0;
  #isComplete = false;

  /** Name and remedy are for messages: what the lines are called, and what to do where some are damaged. */
  constructor({ name, remedy, take }: Source) {
    this.#name = name;
    this.#remedy = remedy;
    this.#take = take;
  }

  /**
   * @throws UserError if a line is damaged: which one, and why. What came before it has been handed over.
   */
  push(piece: Uint8Array): void {
    const lines = (this.#rest + this.#decoder.write(piece)).split('\n');
    this.#rest = lines.pop() ?? '';
    for (const line of lines) this.#read(line, true);
    if (this.#rest.length > LONGEST) throw this.#foreign(this.#rest);
  }

  /**
   * Reads what stands after the last `\n`, and says how many lines there were, and whether the last of them said that
   * the export is complete.
   *
   * @throws UserError as {@link push} does, also for a line that breaks off
   */
  end(): { lines: number; isComplete: boolean } {
    const last = this.#rest + this.#decoder.end();
    if (last) this.#read(last, false);
    return { lines: this.#line, isComplete: this.#isComplete };
  }

  #read(line: string, isWhole: boolean): void {
    this.#line += 1;
    const text = line.startsWith('\ufeff') ? line.slice(1) : line;
    if (text.trim() === '') return;
    const value = this.#parse(text, isWhole);
    if (isEnd(value)) {
      this.#close(value);
      return;
    }
    const { data, error } = this.#reader.read(value);
    if (!data) throw this.#damaged(mistakeIn(error));
    this.#isComplete = false;
    this.#open += 1;
    if (this.#seen[data.type].add(data.id)) this.#take(data);
  }

  #parse(line: string, isWhole: boolean): unknown {
    try {
      return JSON.parse(line);
    } catch {
      if (this.#line === 1 && !line.startsWith('{"')) throw this.#foreign(line);
      if (isWhole) throw this.#damaged(`it is not JSON: ${beginOf(line)}`);
      throw new UserError(`${this.#name} breaks off in the middle of line ${this.#line}.`, this.#remedy);
    }
  }

  #close({ submissions }: End): void {
    if (submissions !== this.#open) {
      throw this.#damaged(`it says that there are ${submissions} submissions above it, not ${this.#open}`);
    }
    this.#open = 0;
    this.#isComplete = true;
  }

  #foreign(text: string): UserError {
    return new UserError(
      `${this.#name} is not an export of feedback: it begins with ${beginOf(text)}`,
      this.#remedy,
    );
  }

  #damaged(what: string): UserError {
    return new UserError(`Line ${this.#line} of ${this.#name} is damaged: ${what}.`, this.#remedy);
  }
}

function isEnd(value: unknown): value is End {
  return (value as Partial<End> | null)?.type === 'end';
}

function beginOf(text: string): string {
  const [line = ''] = text.trim().split('\n');
  return line.length > QUOTED ? `${line.slice(0, QUOTED)}…` : line;
}

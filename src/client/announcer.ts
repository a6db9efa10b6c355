import { TypingRest } from './typing-rest.ts';

/**
 * Tells readers who listen to a screen reader what the page shows. While they type, results change with every key,
 * and to hear of each would drown out the keys: only the newest message is said, once typing has rested.
 */
export class Announcer {
  readonly #status: HTMLElement;
  readonly #rest: TypingRest;

  /**
   * @param status what is written into it is spoken: it has the role of a status
   * @param input where the reader types
   */
  constructor(status: HTMLElement, input: HTMLInputElement) {
    this.#status = status;
    this.#rest = new TypingRest(input);
  }

  say(message: string): void {
    this.#rest.whenRested(() => {
      this.#status.textContent = message;
    });
  }
}

/** After this pause a reader is taken to rest from typing, in milliseconds. */
const REST = 500;

/**
 * Keeps what need not happen at each key until typing in a field has rested: for a moment, or because the field is
 * left, something is clicked, or the form is sent. Only the newest is kept.
 */
export class TypingRest {
  #kept: (() => void) | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  /** To be made before other scripts listen to the field, whose first key they would else not take for typing. */
  constructor(input: HTMLInputElement) {
    const begin = () => {
      clearTimeout(this.#pause);
      this.#pause = setTimeout(() => this.end(), REST);
    };
    const end = () => this.end();
    // Letters that an input method still composes are typed, too.
    input.addEventListener('input', begin);
    input.addEventListener('blur', end);
    input.form?.addEventListener('submit', end);
    document.addEventListener('click', end, { capture: true });
  }

  /** Acts when typing has rested: at once, if nobody types. What is kept until then is replaced. */
  whenRested(act: () => void): void {
    this.#kept = act;
    if (this.#pause === undefined) this.end();
  }

  /** Takes typing to have rested. */
  end(): void {
    clearTimeout(this.#pause);
    this.#pause = undefined;
    const act = this.#kept;
    this.#kept = undefined;
    act?.();
  }

  /** Forgets what is kept. */
  drop(): void {
    this.#kept = undefined;
  }
}

/**
 * A text field with a list of options below it, as the ARIA Authoring Practices describe a combobox with a listbox
 * popup. The focus stays in the field; the arrow keys move through the options, Enter opens the active one, Escape
 * closes the list and then clears the field. No option is active until the reader asks for one, so that Enter sends
 * what was typed.
 */
export class Combobox {
  readonly #input: HTMLInputElement;
  readonly #popup: HTMLElement;
  readonly #list: HTMLElement;
  #options: readonly HTMLElement[] = [];
  #active = -1;

  /** @param list the listbox, inside the popup */
  constructor(input: HTMLInputElement, popup: HTMLElement, list: HTMLElement) {
    this.#input = input;
    this.#popup = popup;
    this.#list = list;
    input.setAttribute('aria-controls', list.id);
    input.addEventListener('keydown', (event) => this.#press(event));
    // A phone takes the focus away with its keyboard, to show more of the list: only a focus elsewhere closes it.
    input.addEventListener('blur', ({ relatedTarget }) => {
      if (relatedTarget && !popup.contains(relatedTarget as Node)) this.close();
    });
    // A press with the mouse or the finger must not take the focus out of the field, or the list would close.
    popup.addEventListener('mousedown', (event) => event.preventDefault());
    document.addEventListener('pointerdown', ({ target }) => {
      if (!input.form?.contains(target as Node)) this.close();
    });
    visualViewport?.addEventListener('resize', () => this.#fit());
  }

  get isOpen(): boolean {
    return !this.#popup.hidden;
  }

  /** Shows other options, none of them active. */
  show(options: readonly HTMLElement[]): void {
    this.#options = options;
    options.forEach((option, place) => {
      option.id = `${this.#list.id}-${place + 1}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      option.tabIndex = -1;
    });
    this.#list.replaceChildren(...options);
    this.#activate(-1);
    this.#popup.scrollTop = 0;
    if (options.length === 0) this.close();
    else this.#open();
  }

  close(): void {
    this.#popup.hidden = true;
    this.#input.setAttribute('aria-expanded', 'false');
    this.#activate(-1);
  }

  #open(): void {
    this.#popup.hidden = false;
    this.#input.setAttribute('aria-expanded', 'true');
    this.#fit();
  }

  /** Leaves the popup the room between the field and the end of what is seen, which a phone's keyboard shortens. */
  #fit(): void {
    if (!this.isOpen) return;
    const { height, offsetTop } = visualViewport ?? { height: innerHeight, offsetTop: 0 };
    const room = height + offsetTop - this.#popup.getBoundingClientRect().top;
    this.#popup.style.setProperty('--room', `${Math.round(room)}px`);
  }

  #press(event: KeyboardEvent): void {
    // Keys that choose among the words of an input method are not meant for the list. Safari sends the last of them
    // after the word is done, with the code 229: https://bugs.webkit.org/show_bug.cgi?id=165004
    const { key, altKey, isComposing, keyCode } = event;
    if (isComposing || keyCode === 229) return;
    if (key === 'Escape' && this.isOpen) this.close();
    else if (key === 'Escape' && this.#input.value) this.#clear();
    else if (key === 'ArrowDown' && altKey) this.reopen();
    else if (key === 'ArrowUp' && altKey) this.close();
    else if (key === 'ArrowDown') this.#move(1);
    else if (key === 'ArrowUp') this.#move(-1);
    else if (key === 'Enter' && this.#active >= 0) this.#choose(event);
    else {
      // These move the cursor in the text, which is where the reader is then.
      if (['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) this.#activate(-1);
      return;
    }
    event.preventDefault();
  }

  #clear(): void {
    this.#input.value = '';
    this.#input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }

  /** Shows the options again, if there are any. */
  reopen(): void {
    if (this.#options.length > 0) this.#open();
  }

  /** Goes on to the next option, from the last one back into the field, and round again. */
  #move(step: 1 | -1): void {
    this.reopen();
    const places = this.#options.length + 1;
    this.#activate(((this.#active + 1 + step + places) % places) - 1);
  }

  #activate(place: number): void {
    this.#options[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = place;
    const option = this.#options[place];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  /** As a click would, with the keys that open a link elsewhere. */
  #choose({ ctrlKey, metaKey, shiftKey }: KeyboardEvent): void {
    const keys = { ctrlKey, metaKey, shiftKey };
    this.#options[this.#active]?.dispatchEvent(
      new MouseEvent('click', { bubbles: true, cancelable: true, ...keys }),
    );
  }
}

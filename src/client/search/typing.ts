/**
 * Tells of each change that a reader makes to a field. While an input method composes a word, the letters in the field
 * are not yet what the reader means, so nothing is told until the word is done; browsers may tell of that twice.
 */
export function onTyped(input: HTMLInputElement, tell: () => void): void {
  input.addEventListener('compositionend', tell);
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) tell();
  });
}

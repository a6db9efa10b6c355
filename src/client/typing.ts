/** After this pause in typing a query is looked up, in milliseconds. */
const PAUSE = 150;

/**
 * Tells when a reader has paused in typing. While an input method composes a word, the letters in the field are
 * not yet what the reader means, so nothing is told until the word is done.
 *
 * @returns forgets a pause that has begun, e.g. because the query was sent with Enter
 */
export function onTyped(input: HTMLInputElement, tell: () => void): () => void {
  let pause: ReturnType<typeof setTimeout> | undefined;
  const wait = () => {
    clearTimeout(pause);
    pause = setTimeout(tell, PAUSE);
  };
  input.addEventListener('compositionstart', () => clearTimeout(pause));
  input.addEventListener('compositionend', wait);
  input.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) wait();
  });
  return () => clearTimeout(pause);
}

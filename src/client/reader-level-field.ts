import { chooseLevel, readerLevel } from './reader-level.ts';

/** Lets a reader say for whom the articles should be that come first. A site without levels has no such field. */
export function enableReaderLevel(changed: () => void): void {
  const select = document.querySelector<HTMLSelectElement>('select[data-reader-level]');
  if (!select) return;
  select.value = readerLevel() ?? '';
  select.addEventListener('change', () => {
    chooseLevel(select.value);
    changed();
  });
}

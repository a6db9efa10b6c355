import { readerLevel } from './reader-level.ts';
import { enableReaderLevel } from './reader-level-field.ts';

const control = document.querySelector<HTMLElement>('[data-level-first]');
/** Each list with its items in the order of the page. */
const lists = [...document.querySelectorAll<HTMLElement>('.article-list')].map((list) => ({
  list,
  items: [...list.children] as HTMLElement[],
}));

/** Puts the articles for the reader's level first in every list, the others after them, all in the page's order. */
function arrange(): void {
  const level = readerLevel();
  const isForReader = ({ dataset }: HTMLElement) => dataset.level === level;
  for (const { list, items } of lists) {
    const first = level ? items.filter(isForReader) : [];
    const arranged = [...first, ...items.filter((item) => !first.includes(item))];
    // Where nothing changes, nothing moves under the reader's eyes.
    if (arranged.some((item, place) => item !== list.children[place])) list.append(...arranged);
  }
}

// Who has not said how much they know sees the lists as they are, and no question about it.
if (control && readerLevel()) {
  const level = readerLevel();
  control.hidden = !lists.some(({ items }) => items.some(({ dataset }) => dataset.level === level));
  enableReaderLevel(arrange);
  arrange();
}

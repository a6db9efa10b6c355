import { pagePart } from '../page-part.ts';
import { element } from '../result-parts.ts';
import { forgetRead, recentlyRead, rememberRead, remembersRead } from './recently-read.ts';

/** Lists on the search page what was read last in this browser, if there is anything. */
export function showRecentlyRead(): void {
  const section = pagePart('recent');
  const articles = recentlyRead(document.documentElement.lang);
  section.hidden = articles.length === 0;
  section.querySelector('ul')?.replaceChildren(
    ...articles.map(({ title, path }) => {
      const link = element('a', '', title);
      link.href = path;
      return element('li', '', link);
    }),
  );
}

/**
 * Lets a reader have remembered what they read, or no more, and clear the list of it.
 *
 * @param cleared told that they have cleared it
 */
export function enableRecentlyRead(cleared: () => void): void {
  const section = pagePart('recent');
  const field = pagePart('remember');
  const box = field.querySelector('input');
  if (!box) return;
  field.hidden = false;
  box.checked = remembersRead();
  box.addEventListener('change', () => {
    rememberRead(box.checked);
    if (!box.checked) section.hidden = true;
  });
  pagePart('forget').addEventListener('click', () => {
    forgetRead();
    section.hidden = true;
    cleared();
  });
}

import { pagePart } from './page-part.ts';
import { forgetRead, recentlyRead } from './recently-read.ts';
import { element } from './result-parts.ts';

/**
 * Lists on the search page what was read last in this browser, with a button that forgets it.
 *
 * @param forgotten said when that is done
 */
export function showRecentlyRead(forgotten: string): void {
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
  pagePart('forget').onclick = () => {
    forgetRead();
    section.hidden = true;
    pagePart('status').textContent = forgotten;
    document.querySelector<HTMLElement>('form[role=search] input')?.focus();
  };
}

import { signal } from './feedback/signals.ts';
import { tookInstead } from './instead.ts';

const article = new URLSearchParams(location.search).get('article') ?? undefined;
signal({ kind: 'contact', ...(article ? { article } : {}) });

// The results below the search box come later; a middle click opens them in another tab.
const search = document.querySelector('form[role=search]');
for (const click of ['click', 'auxclick'])
  search?.addEventListener(click, (event) => {
    const taken = (event.target as HTMLElement).closest<HTMLElement>('a[data-article]')?.dataset.article;
    if (taken && (event as MouseEvent).button < 2) tookInstead(taken);
  });

const solved = document.querySelector<HTMLElement>('[data-solved]');
const button = solved?.querySelector('button');
if (solved && button && article) {
  solved.hidden = false;
  button.addEventListener('click', () => {
    signal({ kind: 'solved', article });
    const status = solved.querySelector('[role=status]');
    if (status) status.textContent = solved.dataset.thanks ?? '';
    button.disabled = true;
  });
}

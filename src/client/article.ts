import { signal } from './feedback/signals.ts';
import { enableVoting } from './feedback/vote.ts';
import { keepRead } from './search/recently-read.ts';

const article = document.querySelector<HTMLElement>('article[data-article]');
if (article) {
  signal({ kind: 'view', article: article.dataset.article, revision: article.dataset.revision });
  keepRead({
    path: location.pathname,
    title: article.querySelector('h1')?.textContent ?? document.title,
    locale: article.dataset.locale ?? '',
  });
}
const vote = document.querySelector<HTMLElement>('[data-vote]');
if (vote) enableVoting(vote);

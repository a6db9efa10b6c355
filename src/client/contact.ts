import { signal } from './signals.ts';

const article = new URLSearchParams(location.search).get('article') ?? undefined;
signal({ kind: 'contact', ...(article ? { article } : {}) });

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

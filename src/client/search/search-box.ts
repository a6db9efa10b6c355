import { isSearchKeyOn } from './search-key.ts';

/**
 * What every page loads for its search box: the keys that lead to it. Everything else comes when a reader goes there.
 */
const form = document.querySelector<HTMLFormElement>('form[role=search]');
const input = form?.querySelector<HTMLInputElement>('input[name=q]');

if (form && input) {
  input.setAttribute('aria-keyshortcuts', `${isSearchKeyOn() ? '/ ' : ''}Control+K Meta+K`);
  document.addEventListener('keydown', (event) => {
    if (!isShortcut(event)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
  if (form.dataset.popup !== undefined) enablePopup(form, input);
}

function isShortcut(event: KeyboardEvent): boolean {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (event.isComposing || altKey) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k' && !event.shiftKey;
  const isText = (target as HTMLElement).closest?.('input, textarea, select, [contenteditable]');
  return key === '/' && !isText && isSearchKeyOn();
}

function enablePopup(form: HTMLFormElement, input: HTMLInputElement): void {
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  const load = async () => {
    input.removeEventListener('focus', load);
    try {
      const { enableSearchPopup } = await import('./search-popup.ts');
      enableSearchPopup(form, input);
    } catch {
      // Without it the form leads to the search page. The next visit of the field tries again.
      input.addEventListener('focus', load);
    }
  };
  if (document.activeElement === input) void load();
  else input.addEventListener('focus', load);
}

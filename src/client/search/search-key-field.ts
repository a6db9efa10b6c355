import { pagePart } from '../page-part.ts';
import { isSearchKeyOn, switchSearchKey } from './search-key.ts';

/** Lets a reader switch off that `/` leads to the search box. */
export function enableSearchKeyField(): void {
  const field = pagePart('search-key');
  const box = field.querySelector('input');
  if (!box) return;
  field.hidden = false;
  box.checked = isSearchKeyOn();
  box.addEventListener('change', () => switchSearchKey(box.checked));
}

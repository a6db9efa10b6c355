import type { SearchAnswer } from '../search/answer.ts';
import { AskedQuery } from './asked-query.ts';
import { Combobox } from './combobox.ts';
import { readerLevel } from './reader-level.ts';
import { forgetRead, recentlyRead } from './recently-read.ts';
import { element } from './result-parts.ts';
import { searchAddress } from './search-address.ts';
import { actionOption, linkOption, resultOption } from './search-options.ts';
import { Searching } from './searching.ts';
import { textsOf } from './texts.ts';
import { onTyped } from './typing.ts';
import { uuid } from './uuid.ts';

/** Results in the list; the rest is on the search page. */
const MOST = 6;

/** Shows results below the search box of a page while a reader types, and what they read last while it is empty. */
export function enableSearchPopup(form: HTMLFormElement, input: HTMLInputElement): void {
  const { t, count } = textsOf(form);
  const { index = '', base = '' } = form.dataset;
  const note = element('p', 'search-popup-note');
  const list = element('div', 'search-options');
  list.id = `${input.id}-options`;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', t('search.results'));
  const popup = element('div', 'search-popup', note, list);
  popup.hidden = true;
  const status = element('p', 'hidden');
  status.setAttribute('role', 'status');
  form.append(popup, status);

  const combobox = new Combobox(input, popup, list);
  const searching = new Searching(index);
  const asked = new AskedQuery();
  let shown: string | undefined;

  const forgetPause = onTyped(input, look);
  input.addEventListener('focus', greet);
  input.addEventListener('click', () => {
    if (!combobox.isOpen) greet();
  });
  form.addEventListener('submit', () => {
    forgetPause();
    searching.drop();
    asked.handOver(typed());
  });
  addEventListener('pagehide', () => asked.count());
  searching.prepare();
  // What was typed while this was loading.
  if (typed()) void look();
  else greet();

  function typed(): string {
    return input.value.trim();
  }

  /** Shows again what belongs to the query in the field. */
  function greet(): void {
    if (!typed()) showRecent();
    else if (shown !== typed()) void look();
    else combobox.reopen();
  }

  async function look(): Promise<void> {
    const query = typed();
    if (!query) return showRecent();
    try {
      const answer = await searching.ask(query, { limit: MOST, preferred: readerLevel() });
      if (!answer) return;
      asked.consider({ id: uuid(), query, results: answer.total });
      showAnswer(query, answer);
    } catch {
      showFailure(query);
    }
  }

  function show(query: string, said: string, noted: string, options: HTMLElement[]): void {
    shown = query;
    note.textContent = noted;
    note.hidden = !noted;
    status.textContent = said;
    // A reader who has gone on to something else is not called back.
    if (form.contains(document.activeElement)) combobox.show(options);
  }

  function showAnswer(query: string, answer: SearchAnswer): void {
    const { results, corrected, total, isUnsure } = answer;
    const options = results.slice(0, MOST).map((result, place) => resultOption(result, place, base, asked));
    const page = (label: string, isLiteral = false) => {
      const address = searchAddress(form.action, { query, isLiteral });
      return linkOption(label, address, () => asked.handOver(query));
    };
    if (corrected) options.push(page(t('search.literal', { query }), true));
    options.push(page(total > 0 ? t('search.all-results', { query }) : t('search.other-ways')));
    const looked = corrected ?? query;
    const doubt = isUnsure && total > 0 ? t('search.unsure') : '';
    const heading =
      total === 0 ? t('search.none', { query }) : corrected ? t('search.corrected', { corrected }) : '';
    const counted = total === 0 ? heading : count('search.results', total, { query: looked });
    show(query, `${counted} ${doubt}`.trim(), `${heading} ${doubt}`.trim(), options);
  }

  function showFailure(query: string): void {
    const message = t('search.failed');
    show(query, message, message, [
      actionOption(t('search.again'), () => void look()),
      linkOption(t('search.other-ways'), searchAddress(form.action, { query })),
    ]);
  }

  function showRecent(): void {
    searching.drop();
    const articles = recentlyRead(document.documentElement.lang);
    const forget = actionOption(t('search.forget'), () => {
      forgetRead();
      show('', t('search.forgotten'), '', []);
    });
    const options = articles.map(({ title, path }) => linkOption(title, path));
    if (options.length === 0) show('', '', '', []);
    else show('', t('search.recent'), t('search.recent'), [...options, forget]);
  }
}

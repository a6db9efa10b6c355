import type { SearchAnswer } from '../../search/answer.ts';
import { Announcer } from '../announcer.ts';
import { readerLevel } from '../reader-level.ts';
import { element } from '../result-parts.ts';
import { textsOf } from '../texts.ts';
import { uuid } from '../uuid.ts';
import { AskedQuery } from './asked-query.ts';
import { Combobox } from './combobox.ts';
import { forgetRead, recentlyRead, rememberRead, remembersRead } from './recently-read.ts';
import { searchAddress } from './search-address.ts';
import { openSearch } from './search-index.ts';
import { actionOption, linkOption, resultOption } from './search-options.ts';
import { Searching } from './searching.ts';
import { onTyped } from './typing.ts';

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
  const searching = new Searching(() => openSearch(index));
  const announcer = new Announcer(status, input);
  const asked = new AskedQuery();
  /** The query that was looked up last. */
  let looked: string | undefined;

  onTyped(input, () => {
    // White space at the end of a query changes nothing.
    if (typed() === looked) combobox.reopen();
    else void look();
  });
  input.addEventListener('focus', greet);
  input.addEventListener('click', () => {
    if (!combobox.isOpen) greet();
  });
  form.addEventListener('submit', () => {
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
    else if (looked !== typed()) void look();
    else combobox.reopen();
  }

  async function look(): Promise<void> {
    const query = typed();
    looked = query;
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

  function show(said: string, noted: string, options: HTMLElement[]): void {
    note.textContent = noted;
    note.hidden = !noted;
    announcer.say(said);
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
    const doubt = isUnsure && total > 0 ? t('search.unsure') : '';
    const heading =
      total === 0 ? t('search.none', { query }) : corrected ? t('search.corrected', { corrected }) : '';
    const counted = total === 0 ? heading : count('search.results', total, { query: corrected ?? query });
    show(`${counted} ${doubt}`.trim(), `${heading} ${doubt}`.trim(), options);
  }

  function showFailure(query: string): void {
    const message = t('search.failed');
    show(message, message, [
      actionOption(t('search.again'), () => void look()),
      linkOption(t('search.other-ways'), searchAddress(form.action, { query })),
    ]);
  }

  function showRecent(): void {
    searching.drop();
    looked = '';
    const options = recentlyRead(document.documentElement.lang).map(({ title, path }) =>
      linkOption(title, path),
    );
    if (options.length > 0) show(t('search.recent'), t('search.recent'), [...options, clear(), stop()]);
    // Where something was read, a reader may want to find it again.
    else if (!remembersRead() && document.querySelector('article[data-article]')) show('', '', [remember()]);
    else show('', '', []);
  }

  function remember(): HTMLElement {
    return actionOption(t('search.remember'), () => {
      rememberRead(true);
      show(t('search.remembered'), t('search.remembered'), [stop()]);
    });
  }

  function clear(): HTMLElement {
    return actionOption(t('search.forget'), () => {
      forgetRead();
      show(t('search.forgotten'), '', []);
    });
  }

  function stop(): HTMLElement {
    return actionOption(t('search.remember.stop'), () => {
      rememberRead(false);
      show(t('search.remember.stopped'), '', []);
    });
  }
}

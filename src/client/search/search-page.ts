import type { SearchAnswer } from '../../search/answer.ts';
import { OtherFormatError } from '../../search/open-index.ts';
import { Announcer } from '../announcer.ts';
import { isFromContact, tookInstead } from '../instead.ts';
import { pagePart } from '../page-part.ts';
import { readerLevel } from '../reader-level.ts';
import { enableReaderLevel } from '../reader-level-field.ts';
import { textsOf } from '../texts.ts';
import { uuid } from '../uuid.ts';
import { AskedQuery } from './asked-query.ts';
import { takeOver } from './handed-query.ts';
import { enableRecentlyRead, showRecentlyRead } from './recently-read-list.ts';
import { type ResultContext, resultItem, showDirectAnswer } from './result-list.ts';
import { type AskedSearch, readAddress, searchAddress } from './search-address.ts';
import { SearchFilters } from './search-filters.ts';
import { SearchHistory } from './search-history.ts';
import { openSearch } from './search-index.ts';
import { enableSearchKeyField } from './search-key-field.ts';
import { Searching } from './searching.ts';
import { showTopics } from './topics.ts';
import { onTyped } from './typing.ts';

/** Results that are shown at first, and more with each click. */
const STEP = 10;
/** Results that are shown at first where none fits well, so that the other ways to an answer are not far below. */
const FEW = 5;
/** Only a search that takes longer than this says that it is under way, in milliseconds. */
const SLOW = 400;

/** What the page has to show. Its sections say in `data-when` to which of these they belong. */
type Situation = 'empty' | 'busy' | 'found' | 'unsure' | 'none' | 'filtered' | 'failed';

const form = document.querySelector<HTMLFormElement>('form[role=search]');
const input = form?.querySelector<HTMLInputElement>('input[name=q]');
if (form && input && document.querySelector('[data-search]')) enableSearchPage(form, input);

function enableSearchPage(form: HTMLFormElement, input: HTMLInputElement): void {
  const texts = textsOf(form);
  const { t, count } = texts;
  const { index = '', base = '' } = form.dataset;
  const status = pagePart('status');
  const list = pagePart('results');
  const announcer = new Announcer(pagePart('spoken'), input);
  const searching = new Searching(() => openSearch(index));
  const query = new AskedQuery();
  const before = takeOver();
  const context: ResultContext = {
    base,
    t,
    opened(article, position) {
      query.opened(article, position);
      if (isFromContact(base)) tookInstead(article);
    },
  };

  let asked = readAddress();
  let limit = STEP;
  let slow: ReturnType<typeof setTimeout> | undefined;
  const entries = new SearchHistory(form.action, asked, input);
  const filters = new SearchFilters(texts, (chosen) => {
    const { query, isLiteral } = asked;
    send({ query, isLiteral, ...chosen });
  });
  enableReaderLevel(() => void search());
  enableSearchKeyField();
  enableRecentlyRead(() => {
    say(t('search.forgotten'));
    input.focus();
  });

  onTyped(input, () => {
    if (input.value.trim() === asked.query) return;
    change({ ...asked, query: input.value.trim(), isLiteral: false });
    entries.typed(asked);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = input.value.trim();
    send({ ...asked, query: typed, isLiteral: asked.isLiteral && typed === asked.query });
    // Makes room for the results where a keyboard covers them.
    if (matchMedia('(pointer: coarse)').matches) input.blur();
  });
  addEventListener('popstate', () => {
    searching.drop();
    asked = readAddress();
    entries.returned(asked);
    input.value = asked.query;
    restart();
  });
  addEventListener('pagehide', () => query.count());
  pagePart('literal').addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    send({ ...asked, isLiteral: true });
    input.focus();
  });
  pagePart('again').addEventListener('click', () => void search());
  pagePart('more').addEventListener('click', async () => {
    const first = list.childElementCount;
    limit += STEP;
    await search();
    list.children[first]?.querySelector('a')?.focus();
  });

  input.value = asked.query;
  restart();

  function change(next: AskedSearch): void {
    asked = { ...next, isCut: false };
    restart();
  }

  function send(next: AskedSearch): void {
    searching.drop();
    change(next);
    entries.sent(asked);
  }

  function restart(): void {
    limit = STEP;
    void search();
  }

  async function search(): Promise<void> {
    clearTimeout(slow);
    if (!asked.query) return showNothingAsked();
    const of = asked;
    const { query: words, isCut: _, ...options } = of;
    slow = setTimeout(() => say(t('search.busy')), SLOW);
    list.setAttribute('aria-busy', 'true');
    if (list.childElementCount === 0) situate('busy');
    try {
      const answer = await searching.ask(words, { ...options, limit, preferred: readerLevel() });
      if (answer) show(answer, of);
    } catch (problem) {
      // The page is older than the site. It is loaded anew, but never twice for the same reason.
      if (problem instanceof OtherFormatError && !wasReloaded()) {
        entries.catchUp();
        location.reload();
      } else showFailure();
    }
  }

  /** @param of what was asked, from which the reader may have typed on */
  function show(answer: SearchAnswer, of: AskedSearch): void {
    const { results, total, corrected, isUnsure, facets, direct } = answer;
    const isFiltered = Boolean(of.category || of.type || of.level);
    if (of === asked) settle();
    if (!isFiltered || total > 0) {
      query.consider({ id: uuid(), query: of.query, results: total }, ofQuery(of.query));
    }
    const words = corrected ?? of.query;
    const found = count('search.results', total, { query: words });
    if (total === 0) {
      situate(isFiltered ? 'filtered' : 'none');
      say(
        isFiltered
          ? t('search.none.filtered', { query: words })
          : `${t('search.none', { query: words })} ${t('search.none.hint')}`,
      );
    } else {
      situate(isUnsure ? 'unsure' : 'found');
      say(isUnsure ? `${t('search.unsure')} ${found}` : found);
    }
    showCorrection(corrected, of);
    filters.show(facets, of);
    showTopics(facets.category);
    showDirectAnswer(pagePart('direct'), direct, context);
    const shown = results.slice(0, isUnsure && limit === STEP ? FEW : limit);
    list.replaceChildren(...shown.map((result, place) => resultItem(result, place, context)));
    pagePart('more').hidden = shown.length >= total || shown.length === 0;
  }

  function showCorrection(corrected: string | undefined, of: AskedSearch): void {
    const link = pagePart<HTMLAnchorElement>('literal');
    link.hidden = corrected === undefined;
    if (link.hidden) return;
    link.textContent = t('search.literal', { query: of.query });
    link.href = searchAddress(form.action, { ...of, isLiteral: true });
  }

  function showNothingAsked(): void {
    searching.drop();
    clear();
    situate('empty');
    say('');
    showRecentlyRead();
  }

  function showFailure(): void {
    clear();
    situate('failed');
    say(t('search.failed'));
  }

  function clear(): void {
    settle();
    list.replaceChildren();
    filters.hide();
    for (const part of ['literal', 'direct', 'more']) pagePart(part).hidden = true;
  }

  /** The newest search is under way no more. */
  function settle(): void {
    clearTimeout(slow);
    list.removeAttribute('aria-busy');
  }

  function say(message: string): void {
    status.textContent = asked.isCut ? `${t('search.cut')} ${message}` : message;
    announcer.say(status.textContent);
  }

  /** What the page before has counted of a query. */
  function ofQuery(words: string): typeof before {
    return before?.query === words ? before : undefined;
  }
}

function wasReloaded(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming && navigation.type === 'reload';
}

/** Shows what belongs to a situation and hides the rest. */
function situate(situation: Situation): void {
  pagePart('status').dataset.situation = situation;
  for (const part of document.querySelectorAll<HTMLElement>('[data-when]')) {
    part.hidden = !part.dataset.when?.split(' ').includes(situation);
  }
}

import { findArticles, type SearchEngine, type SearchResult } from '../search/find-articles.ts';
import { AskedQuery } from './asked-query.ts';
import { fillIn } from './fill-in.ts';
import { signal } from './signals.ts';
import { uuid } from './uuid.ts';

/** After this pause in typing the query is looked up, in milliseconds. */
const PAUSE = 200;

const section = document.querySelector<HTMLElement>('[data-search]');
const form = document.querySelector<HTMLFormElement>('form[role=search]');
const input = form?.querySelector<HTMLInputElement>('input[name=q]');
if (section && form && input) enableSearch(section, form, input);

function enableSearch(section: HTMLElement, form: HTMLFormElement, input: HTMLInputElement): void {
  const status = section.querySelector('[role=status]');
  const list = section.querySelector('ol');
  const texts = section.dataset;
  const plural = new Intl.PluralRules(document.documentElement.lang);
  const counts = JSON.parse(texts.counts ?? '{}') as Record<string, string>;
  const asked = new AskedQuery();
  let engine: Promise<SearchEngine> | undefined;
  let latest = 0;
  let pause: ReturnType<typeof setTimeout>;

  input.value = new URLSearchParams(location.search).get('q') ?? '';
  if (input.value) void search();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    void search();
  });
  input.addEventListener('input', (event) => {
    clearTimeout(pause);
    if (!(event as InputEvent).isComposing) pause = setTimeout(search, PAUSE);
  });

  addEventListener('pagehide', () => asked.count());

  async function search(): Promise<void> {
    const query = input.value.trim();
    const turn = ++latest;
    const address = new URL(location.href);
    if (query) address.searchParams.set('q', query);
    else address.searchParams.delete('q');
    history.replaceState(null, '', address);
    if (!query) return show('', []);
    if (status) status.textContent = texts.busy ?? '';
    try {
      engine ??= loadEngine();
      const results = await findArticles(await engine, query);
      // A slower, older search must not replace the results of a newer one.
      if (turn !== latest) return;
      asked.consider({ id: uuid(), query, results: results.length });
      show(describe(results.length, query), results);
    } catch {
      engine = undefined;
      if (turn === latest) show(texts.failed ?? '', []);
    }
  }

  async function loadEngine(): Promise<SearchEngine> {
    const engine = await import(/* @vite-ignore */ new URL(`${texts.index}pagefind.js`, location.href).href);
    await engine.options({ baseUrl: `${texts.base}/` });
    return engine;
  }

  function describe(count: number, query: string): string {
    const text = count === 0 ? texts.none : (counts[plural.select(count)] ?? texts.other);
    return fillIn(text ?? '', { query, count }) + (count === 0 ? ` ${texts.noneHint}` : '');
  }

  function show(message: string, results: readonly SearchResult[]): void {
    if (status) status.textContent = message;
    list?.replaceChildren(
      ...results.map((result, index) =>
        resultElement(result, () => {
          signal({ kind: 'open', search: asked.count(), article: result.article, position: index + 1 });
        }),
      ),
    );
  }
}

function resultElement(result: SearchResult, onOpen: () => void): HTMLElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = result.url;
  link.textContent = result.title;
  link.dataset.article = result.article;
  link.addEventListener('click', onOpen);
  const category = document.createElement('p');
  category.className = 'result-category';
  category.textContent = result.category;
  const excerpt = document.createElement('p');
  // The engine escapes the text and marks the matches.
  excerpt.innerHTML = result.excerpt;
  item.append(link, category, excerpt);
  return item;
}

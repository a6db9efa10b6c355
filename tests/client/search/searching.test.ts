import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Search } from '../../../src/client/search/search-index.ts';
import { Searching } from '../../../src/client/search/searching.ts';
import type { SearchAnswer } from '../../../src/search/answer.ts';

afterEach(() => vi.useRealTimers());

/** A search whose answers come when the test lets them. */
function slowSearch() {
  const asked: string[] = [];
  const running = new Map<string, PromiseWithResolvers<SearchAnswer>>();
  const search: Search = {
    search(query) {
      const answer = Promise.withResolvers<SearchAnswer>();
      asked.push(query);
      running.set(query, answer);
      return answer.promise;
    },
  };
  let opened = 0;
  const searching = new Searching(async () => {
    opened += 1;
    return search;
  });
  const shown: string[] = [];
  return {
    searching,
    /** Queries in the order in which they were looked up. */
    asked,
    /** Queries whose answers were given, and what failed. */
    shown,
    opened: () => opened,
    ask: (query: string) =>
      searching.ask(query, {}).then(
        (answer) => answer && shown.push(answer.query),
        (problem: Error) => shown.push(problem.message),
      ),
    answer: (query: string) => running.get(query)?.resolve({ query } as SearchAnswer),
    fail: (query: string) => running.get(query)?.reject(new Error(`no ${query}`)),
  };
}

/** Lets everything happen that waits for nothing but its turn. */
const turn = () => new Promise((resolve) => setImmediate(resolve));

test('a query is looked up at once', async () => {
  const { ask, asked, answer, shown } = slowSearch();
  void ask('a');
  await turn();
  expect(asked).toEqual(['a']);
  answer('a');
  await turn();
  expect(shown).toEqual(['a']);
});

describe('while a search runs', () => {
  test('only the newest query waits for it, and the answers come in order', async () => {
    const { ask, asked, answer, shown } = slowSearch();
    void ask('s');
    await turn();
    const passed = [ask('sy'), ask('syn'), ask('syno')];
    void ask('synon');
    await turn();
    expect(asked).toEqual(['s']);
    answer('s');
    await Promise.all(passed);
    await turn();
    expect(asked).toEqual(['s', 'synon']);
    answer('synon');
    await turn();
    expect(shown).toEqual(['s', 'synon']);
  });

  test('that fails, the one that waits is looked up all the same, and only its failure is told', async () => {
    const { ask, asked, fail, shown, opened } = slowSearch();
    void ask('a');
    await turn();
    void ask('b');
    await turn();
    fail('a');
    await turn();
    expect([asked, shown]).toEqual([['a', 'b'], []]);
    fail('b');
    await turn();
    expect(shown).toEqual(['no b']);
    void ask('c');
    await turn();
    expect([asked.at(-1), opened()]).toEqual(['c', 2]);
  });

  test('that takes too long, the next one waits no more; the late answer does not replace the newer one', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { ask, asked, answer, shown } = slowSearch();
    void ask('slow');
    await turn();
    void ask('newer');
    await turn();
    vi.advanceTimersByTime(999);
    await turn();
    expect(asked).toEqual(['slow']);
    vi.advanceTimersByTime(1);
    await turn();
    expect(asked).toEqual(['slow', 'newer']);
    answer('newer');
    await turn();
    answer('slow');
    await turn();
    expect(shown).toEqual(['newer']);
  });

  test('what was dropped is neither looked up nor answered', async () => {
    const { searching, ask, asked, answer, shown } = slowSearch();
    void ask('a');
    await turn();
    const waiting = ask('b');
    searching.drop();
    answer('a');
    await waiting;
    await turn();
    expect([asked, shown]).toEqual([['a'], []]);
  });
});

test('while the search is loaded only the newest query waits for it', async () => {
  const { searching, ask, asked, opened } = slowSearch();
  searching.prepare();
  for (const query of ['a', 'ab', 'abc']) void ask(query);
  await turn();
  expect([asked, opened()]).toEqual([['abc'], 1]);
});

test('a search that cannot be opened says so, and is opened anew for the next query', async () => {
  let opened = 0;
  const searching = new Searching(async () => {
    opened += 1;
    if (opened < 3) throw new Error('offline');
    return { search: async (query) => ({ query }) as SearchAnswer };
  });
  searching.prepare();
  await turn();
  await expect(searching.ask('a', {})).rejects.toThrow('offline');
  expect(await searching.ask('a', {})).toEqual({ query: 'a' });
});

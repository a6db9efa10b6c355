import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import { bundle } from './bundle.ts';
import type { Column } from './columns.ts';
import type { SearchSet } from './search-set.ts';
import type { ServedFolder } from './served-folder.ts';

/** Ids found to each query, the best first. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** Asks the searches that are measured in pages of a browser. */
export class Asking {
  readonly #context: BrowserContext;
  readonly #served: ServedFolder;
  readonly #bundled = new Set<string>();
  #indexes = 0;

  constructor(context: BrowserContext, served: ServedFolder) {
    this.#context = context;
    this.#served = served;
  }

  /** Builds the index of a set and asks it the queries, one after another. */
  async ask(column: Column, set: SearchSet, queries: readonly string[]): Promise<Answers> {
    const script = await this.#script(column.script);
    const { files, folder } = await column.build(set);
    const place = `index-${++this.#indexes}`;
    const page = `<!doctype html><html lang="${set.lang}"><title>Search</title></html>`;
    await this.#served.write(place, [...files, { path: 'index.html', content: page }]);
    const tab = await this.#context.newPage();
    try {
      await tab.goto(`${this.#served.address}/${place}/`);
      const found = await tab.evaluate(askAll, { script, folder: `/${place}/${folder}`, queries });
      return new Map(queries.map((query, at) => [query, found[at] ?? []]));
    } catch (error) {
      throw new Error(`${column.name} fails on ${set.name}`, { cause: error });
    } finally {
      await tab.close();
    }
  }

  async #script(name: string): Promise<string> {
    if (!this.#bundled.has(name)) await bundle(name, path.join(this.#served.dir, 'scripts', name));
    this.#bundled.add(name);
    return `/scripts/${name}/${name}.js`;
  }
}

/** Runs in the page. */
async function askAll({
  script,
  folder,
  queries,
}: {
  script: string;
  folder: string;
  queries: readonly string[];
}): Promise<string[][]> {
  const { open } = await import(script);
  const search: (query: string) => Promise<string[]> = await open(folder);
  const found: string[][] = [];
  for (const query of queries) found.push(await search(query));
  return found;
}

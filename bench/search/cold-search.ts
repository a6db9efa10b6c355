import type { Browser, Page } from 'playwright-core';
import type { Sent, ServedFolder } from './served-folder.ts';

/** What one reader waited for, in milliseconds, and was sent. */
export interface Visit {
  /** With an empty cache, from asking for the search's code to the answer. */
  cold: number;
  /** The part of it in which the code was loaded. */
  code: number;
  coldSent: Sent;
  /** Other queries in the same page. */
  next: { time: number; sent: Sent }[];
  /** The first query once more. */
  again: number;
  /** The first query on another page of the site, when all that it needs is in the browser's cache. */
  warm: number;
}

/** Where a search is served. */
export interface Place {
  page: string;
  script: string;
  /** Of the index. */
  folder: string;
}

/** Searches as a reader who comes for the first time: a browser context of their own, with nothing in its cache. */
export async function visit(
  browser: Browser,
  served: ServedFolder,
  place: Place,
  [first = '', ...others]: readonly string[],
): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(served.address + place.page);
    let before = await served.sent();
    const sinceThen = async (): Promise<Sent> => {
      const [earlier, now] = [before, await served.sent()];
      before = now;
      return { bytes: now.bytes - earlier.bytes, answers: now.answers - earlier.answers };
    };
    const { time: cold, code } = await page.evaluate(openAndAsk, { ...place, query: first });
    const coldSent = await sinceThen();
    const next: Visit['next'] = [];
    for (const query of others) next.push({ time: await ask(page, query), sent: await sinceThen() });
    const again = await ask(page, first);
    await page.goto(served.address + place.page);
    const { time: warm } = await page.evaluate(openAndAsk, { ...place, query: first });
    return { cold, code, coldSent, next, again, warm };
  } finally {
    await context.close();
  }
}

interface OpenPage {
  search?: (query: string) => Promise<string[]>;
}

/** Runs in the page. */
async function openAndAsk({ script, folder, query }: Place & { query: string }) {
  const start = performance.now();
  const { open } = await import(script);
  const code = performance.now() - start;
  const search = await open(folder);
  await search(query);
  const time = performance.now() - start;
  (globalThis as OpenPage).search = search;
  return { time, code };
}

function ask(page: Page, query: string): Promise<number> {
  return page.evaluate(async (words) => {
    const start = performance.now();
    await (globalThis as OpenPage).search?.(words);
    return performance.now() - start;
  }, query);
}

import type { Browser, Page } from 'playwright-core';
import type { ServedFolder } from './served-folder.ts';

/** Milliseconds and bytes of one reader's searches. */
export interface Visit {
  /** With an empty cache, from asking for the search's code to the answer. */
  cold: number;
  /** The part of it in which the code was loaded. */
  code: number;
  coldBytes: number;
  /** Other queries in the same page. */
  next: { time: number; bytes: number }[];
  /** The first query once more. */
  again: number;
}

/**
 * Searches as a reader who comes for the first time: a browser context of their own, so that nothing is in its cache.
 *
 * @param place folder of the page, with the script and the folder of the index that it opens
 */
export async function visit(
  browser: Browser,
  served: ServedFolder,
  place: { page: string; script: string; folder: string },
  [first = '', ...others]: readonly string[],
): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(served.address + place.page);
    const start = await served.sent();
    const { time: cold, code } = await page.evaluate(openAndAsk, { ...place, query: first });
    let sent = await served.sent();
    const coldBytes = sent - start;
    const next: Visit['next'] = [];
    for (const query of others) {
      const time = await ask(page, query);
      const after = await served.sent();
      next.push({ time, bytes: after - sent });
      sent = after;
    }
    return { cold, code, coldBytes, next, again: await ask(page, first) };
  } finally {
    await context.close();
  }
}

interface OpenPage {
  search?: (query: string) => Promise<string[]>;
}

/** Runs in the page. */
async function openAndAsk({
  script,
  folder,
  query,
}: {
  script: string;
  folder: string;
  query: string;
}): Promise<{ time: number; code: number }> {
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

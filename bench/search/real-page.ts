import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import type { LargeCorpus } from './large-corpus.ts';
import { writeContent } from './made-content.ts';
import { serveFolder } from './served-folder.ts';

/** Milliseconds from the key to the first result below the search box of the home page. */
export interface PageTimes {
  cold: number[];
  next: number[];
}

/**
 * Types into the search box of the built help centre: each query as the first of a reader with an empty cache, right
 * after they went to the box, and the following one after it. The pause that the page waits for more keys is part of it.
 */
export async function measurePages(
  browser: Browser,
  { documents, queries }: LargeCorpus,
  lang: string,
): Promise<PageTimes> {
  await using served = await serveFolder();
  const content = await mkdtemp(path.join(os.tmpdir(), 'kundig-content-'));
  try {
    await writeContent(content, documents, lang);
    const build = path.join(import.meta.dirname, '..', '..', 'scripts', 'build.ts');
    await promisify(execFile)(process.execPath, [build, '--content', content, '--out', served.dir], {
      maxBuffer: 1e9,
    });
  } finally {
    await rm(content, { recursive: true });
  }
  await served.prepare();
  const times: PageTimes = { cold: [], next: [] };
  for (const [at, query] of queries.entries()) {
    const context = await browser.newContext({ locale: lang });
    try {
      const page = await context.newPage();
      await page.goto(`${served.address}/${lang}/`);
      await page.evaluate(watchResults);
      await page.focus(INPUT);
      times.cold.push(await typed(page, query));
      times.next.push(await typed(page, queries[(at + 1) % queries.length] ?? ''));
    } finally {
      await context.close();
    }
  }
  return times;
}

const INPUT = 'form[role=search] input[name=q]';

interface Watched {
  /** When a key was last pressed, and when results were last shown. */
  pressed?: number;
  shown?: number;
}

/** Runs in the page. */
function watchResults(): void {
  const watched = globalThis as Watched;
  const form = document.querySelector<HTMLFormElement>('form[role=search]');
  form?.addEventListener('input', () => {
    watched.pressed = performance.now();
    delete watched.shown;
  });
  new MutationObserver((changes) => {
    const isResult = changes.some(({ addedNodes }) =>
      [...addedNodes].some(
        (node) => node instanceof Element && node.matches('[data-article], :has([data-article])'),
      ),
    );
    if (isResult) watched.shown ??= performance.now();
  }).observe(form as Node, { childList: true, subtree: true });
}

async function typed(page: Page, query: string): Promise<number> {
  await page.locator(INPUT).selectText();
  await page.keyboard.insertText(query);
  const time = await page.waitForFunction(() => {
    const { pressed, shown } = globalThis as Watched;
    return pressed !== undefined && shown !== undefined && shown > pressed ? shown - pressed : undefined;
  });
  return (await time.jsonValue()) ?? Number.NaN;
}

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject } from 'vitest';
import { buildSite } from '../../src/site/build.ts';
import { startBrowser } from './browser.ts';
import { type RunningProgram, startHelpCentre } from './help-centre.ts';

/** The sample help centre, served to a browser for the tests of a file. */
export interface ServedSample {
  /** Where it is served, without a slash at the end. */
  readonly address: string;
  /** Opens a page for a reader whose browser knows nothing of the site yet. */
  open(
    path: string,
    options?: BrowserContextOptions,
    prepare?: (page: Page) => Promise<unknown>,
  ): Promise<Page>;
}

/**
 * Serves the sample help centre before the tests of the file, and ends it after them.
 *
 * @param settings gives `site.yaml` other settings; the site is then built for the file alone
 */
export function serveSample(settings?: (siteYaml: string) => string): ServedSample {
  let folder: string;
  let browser: Browser;
  let program: RunningProgram;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'kundig-search-'));
    browser = await startBrowser();
    const site = settings ? await builtWith(settings) : { content: 'content', dist: inject('dist') };
    program = await startHelpCentre({ ...site, database: path.join(folder, 'feedback.db') });
  });

  async function builtWith(change: (siteYaml: string) => string): Promise<{ content: string; dist: string }> {
    const [content, dist] = [path.join(folder, 'content'), path.join(folder, 'dist')];
    await cp('content', content, { recursive: true });
    const siteYaml = path.join(content, 'site.yaml');
    await writeFile(siteYaml, change(await readFile(siteYaml, 'utf8')));
    await buildSite({ contentDir: content, outDir: dist });
    return { content, dist };
  }

  afterAll(async () => {
    await browser?.close();
    await program?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  return {
    get address() {
      return program.address;
    },
    async open(address, options = {}, prepare = async () => {}) {
      const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      await prepare(page);
      await page.goto(`${program.address}${address}`);
      return page;
    },
  };
}

/** Signals that a page sends from now on, in their order. */
export function signalsOf(page: Page): Record<string, unknown>[] {
  const sent: Record<string, unknown>[] = [];
  page.context().on('request', (request) => {
    if (request.url().endsWith('/api/signals')) sent.push(...request.postDataJSON());
  });
  return sent;
}

/** Reads something again and again until it is what is expected, on a slow machine too. */
export function eventually<Read>(read: () => Read | Promise<Read>) {
  return expect.poll(read, { timeout: 20_000 });
}

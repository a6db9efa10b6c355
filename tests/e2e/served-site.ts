import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { startBrowser } from './browser.ts';
import { type RunningProgram, startHelpCentre } from './help-centre.ts';

/** A help centre, served to a browser for the tests of a file. */
export interface ServedSite {
  /** Where it is served, without a slash at the end. */
  readonly address: string;
  /** Opens a page for a reader whose browser knows nothing of the site yet. */
  open(
    path: string,
    options?: BrowserContextOptions,
    prepare?: (page: Page) => Promise<unknown>,
  ): Promise<Page>;
}

/** Folders of the articles and of the built site, what opens the collector's export, if anything, and settings. */
type BuiltSite = Pick<Parameters<typeof startHelpCentre>[0], 'content' | 'dist' | 'token' | 'env'>;

/**
 * Serves a help centre before the tests of the file, and ends it after them.
 *
 * @param build makes it, in a folder that is deleted in the end
 */
export function serveSite(build: (folder: string) => Promise<BuiltSite>): ServedSite {
  let folder: string;
  let browser: Browser;
  let program: RunningProgram;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'kundig-served-'));
    const site = await build(folder);
    browser = await startBrowser();
    program = await startHelpCentre({ ...site, database: path.join(folder, 'feedback.db') });
  });

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

import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { expect, inject } from 'vitest';
import { buildSite } from '../../src/site/build.ts';
import { type ServedSite, serveSite } from './served-site.ts';

/**
 * Serves the sample help centre before the tests of the file, and ends it after them.
 *
 * @param settings gives `site.yaml` other settings; the site is then built for the file alone
 */
export function serveSample(settings?: (siteYaml: string) => string): ServedSite {
  return serveSite(async (folder) => {
    if (!settings) return { content: 'content', dist: inject('dist') };
    const [content, dist] = [path.join(folder, 'content'), path.join(folder, 'dist')];
    await cp('content', content, { recursive: true });
    const siteYaml = path.join(content, 'site.yaml');
    await writeFile(siteYaml, settings(await readFile(siteYaml, 'utf8')));
    await buildSite({ contentDir: content, outDir: dist });
    return { content, dist };
  });
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

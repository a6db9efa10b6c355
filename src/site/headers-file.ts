import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { FOREVER } from '../collector/static-site/caching.ts';
import {
  type GuardedSite,
  generalHeaders,
  policyOfPages,
} from '../collector/static-site/security-headers.ts';

/**
 * Writes `_headers`, by which hosts such as Netlify and Cloudflare Pages send what `npm start` sends: the headers that
 * guard the pages, some of which cannot stand in a page, and how long a file may be kept.
 *
 * @param base path below which the site stands, without a slash at its end
 */
export async function writeHeaders(site: GuardedSite, outDir: URL, base: string): Promise<void> {
  const root = fileURLToPath(outDir);
  const guards = { ...generalHeaders(site), 'Content-Security-Policy': policyOfPages(site) };
  const rules = [
    rule(`${base}/*`, guards),
    ...(await foldersNamedByContent(root)).map((folder) =>
      rule(`${base}/${folder}/*`, { 'Cache-Control': FOREVER }),
    ),
  ];
  await writeFile(path.join(root, '_headers'), rules.join('\n'));
}

function rule(address: string, headers: Record<string, string>): string {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}\n`);
  return `${address}\n${lines.join('')}`;
}

/** Scripts and styles, and the search index of each language. */
async function foldersNamedByContent(root: string): Promise<string[]> {
  const search = path.join(root, 'search');
  const below = existsSync(search) ? await readdir(search, { recursive: true }) : [];
  const indexes = below.filter((folder) => /^[^/\\]+[/\\][0-9a-f]{12}$/.test(folder)).sort();
  return ['_astro', ...indexes.map((folder) => `search/${folder.split(path.sep).join('/')}`)];
}

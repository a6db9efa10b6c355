import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Article, addressOf } from '../core/article.ts';

/**
 * Makes earlier addresses lead to where an article stands now, on any host: a small page at each old address,
 * `_redirects` for hosts that read it, and `redirects.json` for the collector.
 */
export async function writeRedirects(articles: readonly Article[], outDir: URL, base: string): Promise<void> {
  const root = fileURLToPath(outDir);
  const redirects = new Map<string, string>();
  for (const article of articles) {
    for (const written of article.frontmatter.redirectFrom) {
      const from = written.endsWith('/') ? written : `${written}/`;
      const place = from === '/' ? '' : from.slice(0, -1);
      const file = path.join(root, /\.[a-z]+$/.test(place) ? place : `${place}/index.html`);
      // A page that stands there today stays; `npm run check` tells of it.
      if (!file.startsWith(root) || existsSync(file)) continue;
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, redirectPage(`${base}${addressOf(article)}`));
      redirects.set(from, addressOf(article));
    }
  }
  await writeFile(
    path.join(root, 'redirects.json'),
    `${JSON.stringify(Object.fromEntries(redirects), null, 2)}\n`,
  );
  const lines = [...redirects].map(([from, to]) => `${base}${from} ${base}${to} 301\n`);
  await writeFile(path.join(root, '_redirects'), lines.join(''));
}

function redirectPage(to: string): string {
  return [
    '<!doctype html><meta charset="utf-8">',
    // No script, no style, no picture: the page only leads on.
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'">`,
    `<title>${to}</title>`,
    `<meta http-equiv="refresh" content="0; url=${encodeURI(to)}">`,
    '<meta name="robots" content="noindex">',
    // Where it leads is the first page of a visit, though another one of the site stood before it.
    '<meta name="referrer" content="no-referrer">',
    `<link rel="canonical" href="${encodeURI(to)}">`,
    `<p><a href="${encodeURI(to)}">${to}</a></p>\n`,
  ].join('\n');
}

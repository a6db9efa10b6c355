import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Article, addressOf } from '../core/article.ts';

/**
 * Makes earlier addresses lead to where an article stands now, on any host: a small page at each old address,
 * `_redirects` for hosts that read it, and `redirects.json` for the collector.
 */
export async function writeRedirects(articles: readonly Article[], outDir: URL, base: string): Promise<void> {
  const redirects = new Map(
    articles.flatMap((article) =>
      article.frontmatter.redirectFrom.map((from) => [
        from.endsWith('/') ? from : `${from}/`,
        addressOf(article),
      ]),
    ),
  );
  const root = fileURLToPath(outDir);
  for (const [from, to] of redirects) {
    const file = path.join(root, from.replace(/\.html\/$/, '.html').replace(/\/$/, '/index.html'));
    if (!file.startsWith(root)) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, redirectPage(`${base}${to}`));
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
    `<title>${to}</title>`,
    `<meta http-equiv="refresh" content="0; url=${encodeURI(to)}">`,
    '<meta name="robots" content="noindex">',
    `<link rel="canonical" href="${encodeURI(to)}">`,
    `<p><a href="${encodeURI(to)}">${to}</a></p>\n`,
  ].join('\n');
}

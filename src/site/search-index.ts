import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ViteDevServer } from 'vite';
import type { Article } from '../core/article.ts';
import type { Content } from '../core/content.ts';
import { readContent } from '../readers/content-folder.ts';
import { buildIndex } from '../search/build-index.ts';
import type { IndexFile } from '../search/index-files.ts';

/** Writes the search index of the published articles into the built site. */
export async function writeIndex(
  content: Content,
  published: readonly Article[],
  outDir: URL,
): Promise<void> {
  for (const file of await buildIndex(content, published)) {
    const target = path.join(fileURLToPath(outDir), 'search', file.path);
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(target, file.content);
  }
}

/** Serves an index of all articles in the preview, and makes it anew after a change. */
export async function serveIndex(server: ViteDevServer, contentDir: string): Promise<void> {
  let files: Promise<Map<string, IndexFile>> | undefined;
  const base = `${server.config.base.replace(/\/$/, '')}/search/`;
  const load = async () => {
    const content = await readContent(contentDir);
    return new Map((await buildIndex(content, content.articles)).map((file) => [file.path, file]));
  };
  for (const event of ['add', 'change', 'unlink'] as const) {
    server.watcher.on(event, (file) => {
      if (file.startsWith(contentDir)) files = undefined;
    });
  }
  server.middlewares.use(async (request, response, next) => {
    const address = (request.url ?? '').split('?')[0] ?? '';
    if (!address.startsWith(base)) return next();
    files ??= load();
    const index = await files.catch((error: unknown) => {
      files = undefined;
      next(error);
    });
    if (!index) return;
    const file = index.get(address.slice(base.length));
    if (!file) return next();
    response.setHeader('Content-Type', 'application/gzip');
    response.end(file.content);
  });
}

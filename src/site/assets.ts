import { createReadStream } from 'node:fs';
import { copyFile, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ViteDevServer } from 'vite';
import type { Content } from '../core/content.ts';

/** Files of the content folder that are published as they are: pictures, sound, film, documents. */
const PUBLISHED =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|mp4|webm|mp3|ogg|vtt|pdf|zip|csv|txt|docx|xlsx|pptx|odt|ods)$/i;

const TYPES: Record<string, string> = {
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.pdf': 'application/pdf',
};

/** Copies what stands beside the articles to the same places of the built site. */
export async function copyAssets({ dir, files }: Pick<Content, 'dir' | 'files'>, outDir: URL): Promise<void> {
  for (const file of files) {
    if (!PUBLISHED.test(file)) continue;
    const target = path.join(fileURLToPath(outDir), file);
    await mkdir(path.dirname(target), { recursive: true });
    await copyFile(path.join(dir, file), target);
  }
}

/** Serves the same files in the preview. */
export function serveAssets(server: ViteDevServer, contentDir: string): void {
  const base = server.config.base.replace(/\/$/, '');
  server.middlewares.use(async (request, response, next) => {
    const address = decodeURIComponent((request.url ?? '').split('?')[0] ?? '');
    const file = path.join(contentDir, address.startsWith(base) ? address.slice(base.length) : address);
    const isInside = file.startsWith(contentDir + path.sep);
    if (!isInside || !PUBLISHED.test(file) || !(await stat(file).catch(() => undefined))?.isFile())
      return next();
    response.setHeader('Content-Type', TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream');
    createReadStream(file).pipe(response);
  });
}

import { readdir, readFile, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const [brotli, gzipped] = [promisify(brotliCompress), promisify(gzip)];

/** What is text, and so becomes much smaller. Pictures and the search index are compressed already. */
const TEXT = /\.(?:html|css|m?js|json|svg|xml|txt|vtt|csv|webmanifest)$/;

/** Smaller files fit into one packet of the network as they are. */
const WORTH_IT = 1024;

/** Scripts and styles are few and every page loads them: they are worth the time of the best compression. */
const QUALITY = { assets: 11, pages: 6 };

/** Enough to keep the cores busy, without all files in memory. */
const AT_ONCE = os.availableParallelism() * 4;

/**
 * Puts a smaller form of each text file beside it, `.br` for Brotli and `.gz` for gzip, for servers that send such
 * files as they are.
 *
 * @returns number of files that have become smaller
 */
export async function compressFolder(folder: string): Promise<number> {
  const names = await readdir(folder, { recursive: true });
  const texts = names.filter((name) => TEXT.test(name)).values();
  let smaller = 0;
  async function work(): Promise<void> {
    for (const name of texts) if (await compressFile(path.join(folder, name))) smaller++;
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return smaller;
}

async function compressFile(file: string): Promise<boolean> {
  const content = await readFile(file);
  if (content.length < WORTH_IT) return false;
  const quality = file.split(path.sep).includes('_astro') ? QUALITY.assets : QUALITY.pages;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
  };
  const forms = [
    { ending: '.br', bytes: await brotli(content, { params }) },
    { ending: '.gz', bytes: await gzipped(content, { level: 9 }) },
  ];
  const worth = forms.filter(({ bytes }) => bytes.length < content.length);
  await Promise.all(worth.map(({ ending, bytes }) => writeFile(`${file}${ending}`, bytes)));
  return worth.length > 0;
}

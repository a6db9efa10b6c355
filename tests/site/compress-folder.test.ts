import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { compressFolder } from '../../src/site/compress-folder.ts';

test('text that becomes smaller gets two smaller forms beside it, all else is left alone', async () => {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'kundig-compress-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  const page = '<p>many words</p>'.repeat(200);
  // Digests one after another are nothing that can become smaller.
  const noise = Buffer.concat(
    Array.from({ length: 100 }, (_, index) => createHash('sha256').update(String(index)).digest()),
  );
  const files = {
    'en/index.html': page,
    '_astro/page.abc123.css': page,
    'small.html': 'a'.repeat(1023),
    'noise.txt': noise,
    'picture.png': page,
    'terms-0.gz': page,
  };
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(dir, name)), { recursive: true });
    await writeFile(path.join(dir, name), content);
  }
  expect(await compressFolder(dir)).toBe(2);
  const names = await readdir(dir, { recursive: true });
  expect(names.filter((name) => /\.(?:br|gz)$/.test(name)).sort()).toEqual([
    '_astro/page.abc123.css.br',
    '_astro/page.abc123.css.gz',
    'en/index.html.br',
    'en/index.html.gz',
    'terms-0.gz',
  ]);
  expect(brotliDecompressSync(await readFile(path.join(dir, 'en/index.html.br'))).toString()).toBe(page);
  expect(gunzipSync(await readFile(path.join(dir, 'en/index.html.gz'))).toString()).toBe(page);
  for (const [name, content] of Object.entries(files)) {
    expect(await readFile(path.join(dir, name))).toEqual(Buffer.from(content));
  }
});

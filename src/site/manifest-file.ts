import { writeFile } from 'node:fs/promises';
import type { Article } from '../core/article.ts';
import { MANIFEST_FILE, manifestOf } from '../core/manifest.ts';

/** Says beside the pages which texts they are, so that the collector takes votes on these only. */
export async function writeManifest(published: readonly Article[], outDir: URL): Promise<void> {
  await writeFile(new URL(MANIFEST_FILE, outDir), JSON.stringify(manifestOf(published)));
}

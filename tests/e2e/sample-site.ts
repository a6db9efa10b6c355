import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildSite } from '../../src/site/build.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Folder of the built sample help centre. */
    dist: string;
  }
}

/** Builds the sample help centre once for all browser tests. */
export default async function buildSample(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kundig-sample-'));
  const dist = path.join(folder, 'dist');
  await buildSite({ contentDir: 'content', outDir: dist });
  project.provide('dist', dist);
  return () => rm(folder, { recursive: true, force: true });
}

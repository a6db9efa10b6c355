import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the engine, with `package.json` in it. */
export const ENGINE_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The content folder of this run: `KUNDIG_CONTENT`, or `content/` of the engine. */
export function contentDir(environment: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(ENGINE_ROOT, environment.KUNDIG_CONTENT || 'content');
}

/** Where a build keeps what it may reuse; each content folder has its own. */
export function cacheDir(content: string): string {
  return path.join(ENGINE_ROOT, '.cache', createHash('sha256').update(content).digest('hex').slice(0, 12));
}

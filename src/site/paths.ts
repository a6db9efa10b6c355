import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the engine, with `package.json` in it. */
export const ENGINE_ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The content folder of this run: `KUNDIG_CONTENT`, or `content/` of the engine. */
export function contentDir(environment: NodeJS.ProcessEnv = process.env): string {
  return path.resolve(ENGINE_ROOT, environment.KUNDIG_CONTENT || 'content');
}

/**
 * Where a build keeps what is only its own. Builds of several folders run beside each other, so each has a
 * folder of its own, inside the engine because Astro puts what it loads again beside it.
 *
 * @param purpose what tells builds apart: the content folder, and the folder for the site
 */
export function workDir(...purpose: readonly string[]): string {
  const name = createHash('sha256').update(purpose.join('\0')).digest('hex').slice(0, 12);
  return path.join(ENGINE_ROOT, '.cache', name);
}

/** The working folder of this run: of the build that started it, or of the preview. */
export function currentWorkDir(environment: NodeJS.ProcessEnv = process.env): string {
  return environment.KUNDIG_WORK || workDir(contentDir(environment), 'preview');
}

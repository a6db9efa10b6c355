import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { byPlace } from '../core/finding.ts';
import { UserError } from '../core/user-error.ts';
import { readContent } from '../readers/content-folder.ts';
import { ENGINE_ROOT } from './paths.ts';

interface BuildOptions {
  contentDir: string;
  outDir: string;
  /** Gets each line that the build prints. */
  onLine?: (line: string) => void;
}

/**
 * Builds a content folder into a static site with its search index. Each build is a process of its own, so that
 * several can run beside each other.
 *
 * @throws {UserError} if an article or a setting cannot be read: a site that silently lacks pages is not built
 */
export async function buildSite({ contentDir, outDir, onLine }: BuildOptions): Promise<void> {
  const content = path.resolve(contentDir);
  const { findings } = await readContent(content);
  const errors = findings.filter(({ severity }) => severity === 'error').sort(byPlace);
  if (errors.length > 0) {
    throw new UserError(
      errors.map(({ file, line, message, hint }) => `${file}:${line}  ${message} ${hint}`).join('\n'),
      'Mend these first; `npm run check` shows everything that is wrong.',
    );
  }
  const astro = fileURLToPath(import.meta.resolve('astro/package.json')).replace(
    /package\.json$/,
    'bin/astro.mjs',
  );
  const { code, output } = await run([astro, 'build', '--outDir', path.resolve(outDir)], content, onLine);
  if (code !== 0)
    throw new UserError(`The site could not be built.\n${output.trim()}`, 'See the lines above.');
}

function run(
  args: string[],
  content: string,
  onLine: BuildOptions['onLine'],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ENGINE_ROOT,
      env: { ...process.env, KUNDIG_CONTENT: content, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const collect = (chunk: string) => {
      output += chunk;
      for (const line of chunk.split('\n')) if (line.trim()) onLine?.(line);
    };
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

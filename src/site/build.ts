import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { byPlace } from '../core/finding.ts';
import { UserError } from '../core/user-error.ts';
import { readContent } from '../readers/content-folder.ts';
import { compressFolder } from './compress-folder.ts';
import { ENGINE_ROOT, workDir } from './paths.ts';
import { publishFolder, refuseToReplace } from './publish-folder.ts';

const { resolve } = createRequire(import.meta.url);

interface BuildOptions {
  contentDir: string;
  outDir: string;
  /** `false` leaves out the smaller forms of each file, for hosts that compress by themselves. */
  compress?: boolean;
  /** Gets each line that the build prints. */
  onLine?: (line: string) => void;
}

/**
 * Builds a content folder into a static site with its search index. Each build is a process with a working folder
 * of its own, so that several can run beside each other; `outDir` is replaced when all went well.
 *
 * @throws {UserError} if an article or a setting cannot be read (a site that silently lacks pages is not built), or
 * if `outDir` holds something else than a built site
 */
export async function buildSite({
  contentDir,
  outDir,
  compress = true,
  onLine,
}: BuildOptions): Promise<void> {
  const content = path.resolve(contentDir);
  const { findings } = await readContent(content);
  const errors = findings.filter(({ severity }) => severity === 'error').sort(byPlace);
  if (errors.length > 0) {
    throw new UserError(
      errors.map(({ file, line, message, hint }) => `${file}:${line}  ${message} ${hint}`).join('\n'),
      'Mend these first; `npm run check` shows everything that is wrong.',
    );
  }
  const out = path.resolve(outDir);
  await refuseToReplace(out);
  const work = workDir(content, out, String(process.pid));
  const astro = path.join(path.dirname(resolve('astro/package.json')), 'bin/astro.mjs');
  const environment = { KUNDIG_CONTENT: content, KUNDIG_WORK: work };
  try {
    const { code, output } = await run([astro, 'build'], environment, onLine);
    if (code !== 0) {
      throw new UserError(`The site could not be built.\n${output.trim()}`, 'See the lines above.');
    }
    const site = path.join(work, 'site');
    if (compress) await compressFolder(site);
    await publishFolder(site, out);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

function run(
  args: string[],
  environment: Record<string, string>,
  onLine: BuildOptions['onLine'],
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ENGINE_ROOT,
      // Pages that are published get their policy whatever this program was started for.
      env: {
        ...process.env,
        ...environment,
        NODE_ENV: 'production',
        ASTRO_TELEMETRY_DISABLED: '1',
        NO_COLOR: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        output += `${line}\n`;
        if (line.trim()) onLine?.(line);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

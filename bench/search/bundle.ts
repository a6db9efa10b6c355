import path from 'node:path';
import { build } from 'vite';

/** Bundles a script of `browser/` as the site's scripts are bundled: small, with chunks that load when needed. */
export async function bundle(script: string, outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'error',
    publicDir: false,
    base: './',
    build: {
      outDir,
      emptyOutDir: false,
      rollupOptions: {
        input: path.join(import.meta.dirname, 'browser', `${script}.ts`),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}

import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { kundig } from './src/site/integration.ts';
import { contentDir, currentWorkDir } from './src/site/paths.ts';

const workDir = currentWorkDir();

export default defineConfig({
  outDir: `${workDir}/site`,
  cacheDir: `${workDir}/astro`,
  trailingSlash: 'always',
  integrations: [mdx(), kundig({ contentDir: contentDir() })],
  vite: {
    cacheDir: `${workDir}/vite`,
    // Scripts stay in files of their own, so that a strict content security policy can name them.
    build: {
      assetsInlineLimit: 0,
      rolldownOptions: {
        output: {
          // What nearly every page or article loads comes in one file, with all that it needs, instead of a dozen small ones.
          codeSplitting: {
            groups: [
              {
                name: 'shared',
                test: /src\/client\/(?:feedback\/(?:masked|own-votes|signals)|search\/(?:leading-search|recently-read|search-key)|instead|quiet-time|reader-level-field)\.ts$/,
              },
            ],
          },
        },
      },
    },
    // No page ships a package, so there is nothing to prepare for the browser.
    optimizeDeps: { noDiscovery: true, include: [] },
  },
  devToolbar: { enabled: false },
});

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
          // What votes and signals need comes in one file instead of a dozen small ones.
          codeSplitting: {
            groups: [
              {
                name: 'sending',
                test: /src\/(?:client\/(?:feedback\/(?:collector|outbox|waiting|own-votes|signals)|search\/leading-search|day|uuid|objects|tab-note|instead)|core\/calendar)\.ts$/,
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

import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { kundig } from './src/site/integration.ts';
import { cacheDir, contentDir } from './src/site/paths.ts';

const content = contentDir();

export default defineConfig({
  cacheDir: `${cacheDir(content)}/astro`,
  trailingSlash: 'always',
  integrations: [mdx(), kundig({ contentDir: content })],
  // Scripts stay in files of their own, so that a strict content security policy can name them.
  vite: { build: { assetsInlineLimit: 0 } },
  devToolbar: { enabled: false },
});

import type { Plugin } from 'vite';
import type { Content } from '../core/content.ts';
import type { Site } from '../core/site.ts';
import { readTexts } from '../readers/texts.ts';

const NAME = 'virtual:kundig';
const RESOLVED = `\0${NAME}`;

/**
 * Gives pages the settings as the module `virtual:kundig`: `site`, `survey`, `categories` and `texts`.
 * In the preview, a change of a setting reloads the page, and a site.yaml that cannot be read leaves the one before.
 */
export function settingsModule(contentDir: string, read: () => Promise<Content>): Plugin {
  let usable: Site | undefined;
  return {
    name: 'kundig-settings',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      const { site = usable, survey, categories } = await read();
      usable = site;
      const texts = Object.fromEntries((site?.locales ?? []).map((locale) => [locale, readTexts(locale)]));
      return Object.entries({ site, survey, categories, texts })
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value) ?? 'undefined'};`)
        .join('\n');
    },
    configureServer(server) {
      server.watcher.add(contentDir);
      const reload = (file: string) => {
        if (!file.startsWith(contentDir) || !/(?:\.yaml|[\\/]index\.mdx?)$/.test(file)) return;
        for (const environment of Object.values(server.environments)) {
          const module = environment.moduleGraph.getModuleById(RESOLVED);
          if (module) environment.moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: 'full-reload' });
      };
      for (const event of ['add', 'change', 'unlink'] as const) server.watcher.on(event, reload);
    },
  };
}

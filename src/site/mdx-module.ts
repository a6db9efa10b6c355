import path from 'node:path';
import type { Plugin } from 'vite';
import type { Content } from '../core/content.ts';

const NAME = 'virtual:kundig/mdx';
const RESOLVED = `\0${NAME}`;

/**
 * Gives the article page the MDX articles as the module `virtual:kundig/mdx`: `articles`, by path a function that
 * loads the article's component. So only the page of an article loads it, from a folder anywhere.
 */
export function mdxModule(contentDir: string, read: () => Promise<Content>): Plugin {
  return {
    name: 'kundig-mdx',
    resolveId: (id) => (id === NAME ? RESOLVED : undefined),
    async load(id) {
      if (id !== RESOLVED) return undefined;
      const { articles } = await read();
      const entries = articles
        .filter((article) => article.path.endsWith('.mdx'))
        .map((article) => {
          const file = JSON.stringify(path.join(contentDir, article.path).split(path.sep).join('/'));
          return `${JSON.stringify(article.path)}: () => import(${file})`;
        });
      return `export const articles = { ${entries.join(',\n')} };`;
    },
    configureServer(server) {
      const reload = (file: string) => {
        if (!file.startsWith(contentDir) || !file.endsWith('.mdx')) return;
        for (const environment of Object.values(server.environments)) {
          const module = environment.moduleGraph.getModuleById(RESOLVED);
          if (module) environment.moduleGraph.invalidateModule(module);
        }
      };
      for (const event of ['add', 'unlink'] as const) server.watcher.on(event, reload);
    },
  };
}

import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { ViteDevServer } from 'vite';
import { createSiteCollector } from '../collector/site-collector.ts';
import { readContent } from '../readers/content-folder.ts';
import { openStore } from '../stores/open.ts';
import { ENGINE_ROOT } from './paths.ts';

/** Lets votes and answers be tried in the preview: they go into a store of their own, `data/preview.db`. */
export async function serveFeedback(server: ViteDevServer, contentDir: string): Promise<void> {
  const content = await readContent(contentDir);
  if (!content.site) return;
  const store = await openStore(path.join(ENGINE_ROOT, 'data/preview.db'));
  const collector = createSiteCollector({
    site: content.site,
    content,
    store,
    siteAddress: server.config.base.replace(/\/$/, ''),
    now: () => new Date(),
    onFailure: (failure) => server.config.logger.error(String(failure)),
  });
  const listener = getRequestListener(collector.fetch, { overrideGlobalObjects: false });
  server.middlewares.use((request, response, next) => {
    if (!request.url?.startsWith('/api/')) return next();
    void listener(request, response);
  });
  server.httpServer?.once('close', () => void store.close());
}

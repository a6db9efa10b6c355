import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { ViteDevServer } from 'vite';
import { listeningOrigins, siteOrigins } from '../collector/gate/allowed-origins.ts';
import { createKnownArticles } from '../collector/gate/known-articles.ts';
import { createLog } from '../collector/operation/log.ts';
import { createSiteCollector } from '../collector/site-collector.ts';
import { manifestOf } from '../core/manifest.ts';
import { readContent } from '../readers/content-folder.ts';
import { openStore } from '../stores/open.ts';
import { ENGINE_ROOT } from './paths.ts';

/** Lets votes and answers be tried in the preview: they go into a store of their own, `data/preview.db`. */
export async function serveFeedback(server: ViteDevServer, contentDir: string): Promise<void> {
  const content = await readContent(contentDir);
  if (!content.site) return;
  const store = await openStore(path.join(ENGINE_ROOT, 'data/preview.db'));
  const origins = siteOrigins(content.site);
  const collector = createSiteCollector({
    site: content.site,
    content,
    store,
    siteAddress: server.config.base.replace(/\/$/, ''),
    now: () => new Date(),
    origins,
    knownArticles: createKnownArticles({
      // Drafts too, which are shown here.
      read: async () => manifestOf((await readContent(contentDir)).articles),
      locales: content.site.locales,
      now: () => new Date(),
    }),
    log: createLog({
      level: 'warn',
      format: 'plain',
      write: (line) => server.config.logger.warn(line.trimEnd()),
      now: () => new Date(),
    }),
  });
  const listener = getRequestListener(collector.fetch, { overrideGlobalObjects: false });
  const { httpServer, middlewares } = server;
  httpServer?.once('listening', () => {
    const { address, port } = httpServer.address() as AddressInfo;
    for (const origin of listeningOrigins(address, port)) origins.own.add(origin);
    // In front of what Astro has put there by now: it refuses every address without a slash at its end.
    middlewares.stack.unshift({
      route: '',
      handle: (request: IncomingMessage, response: ServerResponse, next: () => void) => {
        if (!request.url?.startsWith('/api/')) return next();
        void listener(request, response);
      },
    });
  });
  httpServer?.once('close', () => void store.close());
}

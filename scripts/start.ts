import { Hono } from 'hono';
import { createSearchPage } from '../src/collector/search-page.ts';
import { createSiteCollector } from '../src/collector/site-collector.ts';
import { createStaticSite } from '../src/collector/static-site.ts';
import { buildSite } from '../src/site/build.ts';
import { openStore } from '../src/stores/open.ts';
import { contentOption, databaseOption, EXIT, runCommand } from './command.ts';
import {
  allowedOrigins,
  hostOption,
  portOption,
  readingToken,
  readSettings,
  refuseUsedPort,
  reportFailure,
  reportRefusedOrigin,
  serveUntilStopped,
  trustedProxies,
} from './serving.ts';

interface Options {
  content: string;
  database: string;
  host: string;
  port: number;
  out: string;
  build: boolean;
}

await runCommand<Options>({
  name: 'start',
  summary: 'Builds the help centre and serves it, together with the collector of votes and answers.',
  examples: [
    ['npm start', 'on http://127.0.0.1:4321/, feedback in data/feedback.db'],
    ['PORT=8080 npm start', 'on another port'],
    ['npm start -- --no-build', 'serves what the last build left in dist/'],
    ['npm start -- --content ../our-help', 'another content folder'],
  ],
  options: (command) =>
    command
      .addOption(contentOption())
      .addOption(databaseOption())
      .addOption(hostOption())
      .addOption(portOption())
      .option('--out <dir>', 'folder of the built site', 'dist')
      .option('--no-build', 'serve what is there'),
  run: async ({ content: dir, database, host, port, out, build }) => {
    const { content, site } = await readSettings(dir);
    const origins = allowedOrigins(site);
    const proxies = trustedProxies();
    const now = () => new Date();
    const store = await openStore(database);
    try {
      if (build) {
        // A port that cannot be had is said now, not after the build.
        await refuseUsedPort(host, port);
        console.log(`Building the site from ${dir} …`);
        const begin = performance.now();
        await buildSite({ contentDir: dir, outDir: out, onLine: printStep });
        console.log(`Built in ${((performance.now() - begin) / 1000).toFixed(1)} s.`);
      }
      const base = new URL(site.url).pathname.replace(/\/+$/, '');
      let address = '';
      const app = new Hono()
        .route(
          '/',
          createSiteCollector({
            site,
            content,
            store,
            siteAddress: base,
            dist: out,
            token: readingToken(),
            now,
            onFailure: reportFailure,
            origins,
            proxies,
            onRefusedOrigin: reportRefusedOrigin,
          }),
        )
        .route('/', createSearchPage({ dir: out, locales: site.locales, base }))
        .route('/', createStaticSite({ dir: out, locales: site.locales, base, site }));
      await serveUntilStopped({
        app,
        host,
        port,
        origins,
        store,
        keep: site.feedback.keep,
        now,
        announce: (listening) => {
          address = listening;
          console.log(`The help centre runs at ${address}${base}/ (stop it with Ctrl-C)`);
        },
      });
    } finally {
      await store.close();
    }
    return EXIT.fine;
  },
});

/** Shows how far the build is, without its list of pages. */
function printStep(line: string): void {
  const step = /^[\d:]+ \[(?:build|kundig)\] (?!output:|mode:|directory:)(.+)$/.exec(line)?.[1];
  if (step) console.log(`  ${step}`);
}

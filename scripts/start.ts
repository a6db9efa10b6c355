import path from 'node:path';
import { Hono } from 'hono';
import { openKnownArticles } from '../src/collector/gate/known-articles.ts';
import { createSearchPage } from '../src/collector/pages/search-page.ts';
import { summaryBeside } from '../src/collector/reading/summary-beside.ts';
import { createSiteCollector } from '../src/collector/site-collector.ts';
import { createStaticSite } from '../src/collector/static-site/static-site.ts';
import { MANIFEST_FILE } from '../src/core/manifest.ts';
import { readManifest } from '../src/readers/manifest.ts';
import { readServedContent } from '../src/readers/served-content.ts';
import { openStore } from '../src/stores/open.ts';
import { contentOption, databaseOption, EXIT, runCommand } from './command.ts';
import {
  allowedOrigins,
  hostOption,
  ownVersion,
  portOption,
  proofOption,
  readingToken,
  refuseUsedPort,
  serveUntilStopped,
  trustedProxies,
} from './serving.ts';
import { type LogOptions, logFormatOption, logLevelOption, servingLog } from './serving-log.ts';

interface Options extends LogOptions {
  content: string;
  database: string;
  host: string;
  port: number;
  /** From so many submissions within a minute on, each needs a proof of work. */
  proof: number;
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
      .addOption(proofOption())
      .addOption(logLevelOption())
      .addOption(logFormatOption())
      .option('--out <dir>', 'folder of the built site', 'dist')
      .option('--no-build', 'serve what is there'),
  run: async ({ content: dir, database, host, port, proof, out, build, ...told }) => {
    const log = servingLog(told);
    const content = await readServedContent(dir);
    const { site } = content;
    const origins = allowedOrigins(site);
    const proxies = trustedProxies();
    const now = () => new Date();
    const store = await openStore(database);
    try {
      if (build) {
        // A port that cannot be had is said now, not after the build.
        await refuseUsedPort(host, port);
        log.say(`Building the site from ${dir} …`);
        const begin = performance.now();
        const { buildSite } = await import('../src/site/build.ts');
        await buildSite({
          contentDir: dir,
          outDir: out,
          onLine: (line) => {
            const step = stepIn(line);
            if (step) log.say(`  ${step}`);
          },
        });
        log.say(`Built in ${((performance.now() - begin) / 1000).toFixed(1)} s.`);
      }
      const knownArticles = await openKnownArticles({
        read: () => readManifest(path.join(out, MANIFEST_FILE)),
        locales: site.locales,
        store,
        now,
        onFailure: log.failure,
      });
      const base = new URL(site.url).pathname.replace(/\/+$/, '');
      let address = '';
      const app = new Hono()
        .onError((failure, c) => {
          log.failure(failure);
          return c.text('Something went wrong here.\n', 500);
        })
        .route(
          '/',
          createSiteCollector({
            knownArticles,
            site,
            content,
            store,
            siteAddress: base,
            dist: out,
            summary: summaryBeside(database),
            token: readingToken(),
            now,
            proofFrom: proof,
            version: ownVersion(),
            log,
            origins,
            proxies,
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
        log,
        announce: (listening) => {
          address = listening;
          log.say(`The help centre runs at ${address}${base}/ (stop it with Ctrl-C)`);
        },
      });
    } finally {
      await store.close();
    }
    return EXIT.fine;
  },
});

/** How far the build is, without its list of pages. */
function stepIn(line: string): string | undefined {
  return /^[\d:]+ \[(?:build|kundig)\] (?!output:|mode:|directory:)(.+)$/.exec(line)?.[1];
}

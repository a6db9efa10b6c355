import { openKnownArticles } from '../src/collector/gate/known-articles.ts';
import { summaryBeside } from '../src/collector/reading/summary-beside.ts';
import { createSiteCollector } from '../src/collector/site-collector.ts';
import { dayOf } from '../src/core/calendar.ts';
import { publishedArticles } from '../src/core/content.ts';
import { type Manifest, manifestOf } from '../src/core/manifest.ts';
import { manifestOfFolder, readManifest } from '../src/readers/manifest.ts';
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
  serveUntilStopped,
  trustedProxies,
} from './serving.ts';
import { type LogOptions, logFormatOption, logLevelOption, servingLog } from './serving-log.ts';

interface Options extends LogOptions {
  content: string;
  database: string;
  /** Where the built site says what was published; without it, the content folder says so. */
  manifest?: string;
  host: string;
  port: number;
  /** From so many submissions within a minute on, each needs a proof of work. */
  proof: number;
}

await runCommand<Options>({
  name: 'collector',
  summary: 'Runs the collector alone, for a site that stands elsewhere, e.g. on a CDN.',
  examples: [
    ['npm run collector', 'on 127.0.0.1:4321, feedback in data/feedback.db'],
    ['HOST=0.0.0.0 PORT=8080 npm run collector', 'for the whole network'],
    ['FEEDBACK_DATABASE=postgres://… npm run collector', 'feedback in PostgreSQL'],
    [
      'npm run collector -- --manifest https://help.example.com/articles.json',
      'takes votes on what stands there, not on what the content folder holds',
    ],
  ],
  options: (command) =>
    command
      .addOption(contentOption())
      .addOption(databaseOption())
      .addOption(hostOption())
      .addOption(portOption())
      .option(
        '--manifest <place>',
        'what was published: articles.json of the built site, a file or https://…',
      )
      .addOption(proofOption())
      .addOption(logLevelOption())
      .addOption(logFormatOption()),
  run: async ({ content: dir, database, manifest, host, port, proof, ...told }) => {
    const log = servingLog(told);
    const content = await readServedContent(dir);
    const { site } = content;
    const origins = allowedOrigins(site);
    const proxies = trustedProxies();
    const now = () => new Date();
    const store = await openStore(database);
    try {
      // The folder was read just now; it is read again only when something unknown comes in.
      let justRead: Manifest | undefined = manifestOf(publishedArticles(content, dayOf(now())));
      const knownArticles = await openKnownArticles({
        async read() {
          if (manifest) return readManifest(manifest);
          const published = justRead ?? (await manifestOfFolder(dir, dayOf(now())));
          justRead = undefined;
          return published;
        },
        locales: site.locales,
        store,
        now,
        onFailure: log.failure,
      });
      const collector = createSiteCollector({
        knownArticles,
        site,
        content,
        store,
        siteAddress: site.url.replace(/\/$/, ''),
        summary: summaryBeside(database),
        token: readingToken(),
        now,
        proofFrom: proof,
        version: ownVersion(),
        log,
        origins,
        proxies,
      });
      await serveUntilStopped({
        app: collector,
        host,
        port,
        origins,
        store,
        keep: site.feedback.keep,
        now,
        log,
        announce: (address) => log.say(`The collector of ${site.url} runs at ${address}/`),
      });
    } finally {
      await store.close();
    }
    return EXIT.fine;
  },
});

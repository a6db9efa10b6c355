import { createSiteCollector } from '../src/collector/site-collector.ts';
import { openStore } from '../src/stores/open.ts';
import { contentOption, databaseOption, EXIT, runCommand } from './command.ts';
import {
  allowedOrigins,
  hostOption,
  portOption,
  readingToken,
  readSettings,
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
}

await runCommand<Options>({
  name: 'collector',
  summary: 'Runs the collector alone, for a site that stands elsewhere, e.g. on a CDN.',
  examples: [
    ['npm run collector', 'on 127.0.0.1:4321, feedback in data/feedback.db'],
    ['HOST=0.0.0.0 PORT=8080 npm run collector', 'for the whole network'],
    ['FEEDBACK_DATABASE=postgres://… npm run collector', 'feedback in PostgreSQL'],
  ],
  options: (command) =>
    command
      .addOption(contentOption())
      .addOption(databaseOption())
      .addOption(hostOption())
      .addOption(portOption()),
  run: async ({ content: dir, database, host, port }) => {
    const { content, site } = await readSettings(dir);
    const origins = allowedOrigins(site);
    const proxies = trustedProxies();
    const now = () => new Date();
    const store = await openStore(database);
    try {
      const collector = createSiteCollector({
        site,
        content,
        store,
        siteAddress: site.url.replace(/\/$/, ''),
        token: readingToken(),
        now,
        onFailure: reportFailure,
        origins,
        proxies,
        onRefusedOrigin: reportRefusedOrigin,
      });
      await serveUntilStopped({
        app: collector,
        host,
        port,
        origins,
        store,
        keep: site.feedback.keep,
        now,
        announce: (address) => console.log(`The collector of ${site.url} runs at ${address}/`),
      });
    } finally {
      await store.close();
    }
    return EXIT.fine;
  },
});

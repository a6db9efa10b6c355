import { setTimeout as sleep } from 'node:timers/promises';
import { InvalidArgumentError } from 'commander';
import { publishedArticles } from '../src/core/content.ts';
import type { LinkRecord } from '../src/core/links/link-record.ts';
import { createAsk } from '../src/links/ask.ts';
import { readLinkCache, writeLinkCache } from '../src/links/link-cache-file.ts';
import { lookAtAll } from '../src/links/look-at-all.ts';
import { wantedLinks } from '../src/links/wanted-links.ts';
import { readContent } from '../src/readers/content-folder.ts';
import { linksText } from '../src/reports/links-text.ts';
import { contentOption, EXIT, LINK_CACHE, runCommand, todayOption } from './command.ts';
import { withProgress } from './progress.ts';

/** Name under which a robots.txt speaks of this program. */
const AGENT = 'KundigLinks';
const HOSTS_AT_ONCE = 8;
/** So long is waited at most because a server asks for it, in milliseconds. */
const LONGEST_WAIT = 60_000;

interface Options {
  content: string;
  cache: string;
  today: string;
  limit?: number;
  pause: number;
  timeout: number;
  allowLocal?: true;
}

await runCommand<Options>({
  name: 'links',
  summary:
    'Looks whether the pages of other sites that your articles link to are still there, and keeps what it saw ' +
    'in a file, from which npm run audit tells what is dead: what was missing on two different days. It keeps to ' +
    'robots.txt and asks each site for one page at a time.',
  examples: [
    ['npm run links', 'looks at every address; best once a week'],
    ['npm run links -- --limit 200', 'only the 200 that were looked at longest ago'],
    [
      'npm run links -- --cache .cache/links.json',
      'keeps what it saw elsewhere; CI keeps the file between runs',
    ],
    ['npm run links -- --allow-local', 'also addresses on this machine and in its own network'],
  ],
  options: (command) =>
    command
      .addOption(contentOption())
      .option('--cache <file>', 'where to keep what was seen', LINK_CACHE)
      .addOption(todayOption())
      .option('--limit <count>', 'only so many, those looked at longest ago', aNumberFrom(1))
      .option('--pause <seconds>', 'between two requests to the same site', aNumberFrom(0), 1)
      .option('--timeout <seconds>', 'patience with one request', aNumberFrom(0.1), 15)
      .option('--allow-local', 'look at addresses on this machine and in its own network too'),
  run: async ({ content: folder, cache, today, limit, pause, timeout, allowLocal }) => {
    const content = await withProgress('Reading the articles', readContent(folder));
    const articles = publishedArticles(content, today);
    const earlier = (await readLinkCache(cache)) ?? new Map<string, LinkRecord>();
    const { wanted, local, malformed } = wantedLinks(articles, earlier, { allowLocal });
    const now = wanted.slice(0, limit);
    const site = content.site ? ` (+${content.site.url})` : '';
    const looked = await lookAtAll({
      wanted: now,
      earlier,
      agent: AGENT,
      ask: createAsk({ agent: `${AGENT}/1.0${site}`, timeout: timeout * 1000, allowLocal }),
      manners: { pause: pause * 1000, longestWait: LONGEST_WAIT, clock: { now: Date.now, sleep } },
      hostsAtOnce: HOSTS_AT_ONCE,
      today,
      witness: content.site?.url,
      onLooked: (done) => showProgress(done, now.length),
    });
    showProgress();

    // What is no longer linked is forgotten, unless an article could not be read that may link to it.
    const isWhole = !content.findings.some(({ severity }) => severity === 'error');
    const known = new Map(isWhole ? wanted.flatMap(({ address }) => entryOf(earlier, address)) : earlier);
    for (const [address, record] of looked.records) known.set(address, record);
    await writeLinkCache(cache, known.values());

    const left = new Set([...looked.local, ...looked.postponed]);
    const asked = now.filter(({ address }) => !left.has(address));
    const records = asked.flatMap(({ address }) => looked.records.get(address) ?? []);
    console.log(
      linksText({ records, postponed: looked.postponed, local: [...local, ...looked.local], malformed }),
    );
    return EXIT.fine;
  },
});

function entryOf(records: ReadonlyMap<string, LinkRecord>, address: string): [string, LinkRecord][] {
  const record = records.get(address);
  return record ? [[address, record]] : [];
}

/** How far it is, to a person at a terminal; without figures, the line is wiped. */
function showProgress(done?: number, all?: number): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(done === undefined ? '\r\x1b[K' : `\rLooking at the links: ${done} of ${all} …`);
}

function aNumberFrom(least: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    const fits = text.trim() !== '' && number >= least && number <= 1_000_000;
    if (!fits || (least === 1 && !Number.isInteger(number))) {
      throw new InvalidArgumentError(`Write a ${least === 1 ? 'whole ' : ''}number from ${least}.`);
    }
    return number;
  };
}

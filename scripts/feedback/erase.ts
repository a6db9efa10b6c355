import { createInterface } from 'node:readline/promises';
import { InvalidArgumentError } from 'commander';
import { createReceipts } from '../../src/collector/submissions/receipts.ts';
import { isDuration, subtractDuration } from '../../src/core/calendar.ts';
import type { Which } from '../../src/stores/row-counts.ts';
import type { SqlStore } from '../../src/stores/sql-store.ts';
import { emptyLog } from '../../src/stores/sqlite-log.ts';
import { contentOption, databaseOption, EXIT, todayOption } from '../command.ts';
import { withProgress } from '../progress.ts';
import type { Verb } from '../verbs.ts';
import { counted, keptIn, submissionsText } from './counts-text.ts';
import { openedStore } from './opened-store.ts';

interface Options {
  receipt?: string;
  id?: string;
  article?: string;
  olderThan?: string;
  expired?: true;
  yes?: true;
  database: string;
  content: string;
  today: string;
}

/** The options of which exactly one says what is to go. */
const SELECTORS = ['receipt', 'id', 'article', 'olderThan', 'expired'] as const;

/** Erases submissions for good. */
export const erase: Verb = {
  name: 'erase',
  short: 'erases submissions: of one reader, of an article, or by age',
  summary:
    'Erases submissions for good: their text is gone from the database and, on SQLite, from its files. Shows first how ' +
    'many would go, and asks. A vote or a sheet that was erased by its receipt, its id or its article stays away when it is ' +
    'delivered again; for that, its id and the time when it came in are kept until they are too old. Backups are not ' +
    'touched.',
  examples: [
    ['npm run feedback -- erase --receipt zx81…', 'what one reader sent, with the receipt they have of it'],
    ['npm run feedback -- erase --article billing/refund', 'all that names this article'],
    ['npm run feedback -- erase --older-than "12 months"', 'what came in before that'],
    ['npm run feedback -- erase --expired --yes', 'what is older than site.yaml allows, without asking'],
  ],
  options: (command) =>
    command
      .option('--receipt <receipt>', 'the submission with this receipt')
      .option('--id <uuid>', 'the submission with this id')
      .option('--article <id>', 'all that names this article')
      .option('--older-than <time>', 'all that is older, e.g. "12 months"', aDuration)
      .option('--expired', 'all that is older than `feedback.keep` in site.yaml')
      .option('--yes', 'do not ask')
      .addOption(databaseOption())
      .addOption(contentOption())
      .addOption(todayOption()),
  async run(options: Options) {
    if (SELECTORS.filter((name) => options[name] !== undefined).length !== 1) {
      console.error('Say what is to go: one of --receipt, --id, --article, --older-than and --expired.');
      return EXIT.usedWrongly;
    }
    const { database, yes } = options;
    const store = await openedStore(database);
    let erased: number | undefined;
    try {
      const which = await withProgress('Looking for it', whichOf(store, options));
      const counts = which && (await store.rows.counts(which));
      if (!which || !counts || keptIn(counts) === 0) {
        console.log('There is nothing to erase.');
        return options.receipt || options.id ? EXIT.findings : EXIT.fine;
      }
      console.log(`To be erased: ${submissionsText(counts)}.`);
      if (!yes && !process.stdin.isTTY) {
        console.error('Nothing was erased. Say --yes to erase without being asked.');
        return EXIT.usedWrongly;
      }
      if (!yes && !(await isWanted())) {
        console.log('Nothing was erased.');
        return EXIT.fine;
      }
      erased = await withProgress('Erasing', erasedIn(store, which));
    } finally {
      await store.close();
    }
    console.log(`Erased ${counted(erased, 'submission')}.`);
    return saidWhatIsLeft(database);
  },
};

async function whichOf(store: SqlStore, options: Options): Promise<Which | undefined> {
  const { receipt, id, article, olderThan, expired, content, today } = options;
  if (receipt !== undefined) return withReceipt(store, receipt);
  if (id !== undefined) return { id };
  if (article !== undefined) return { article };
  const keep = expired ? await keepOf(content) : (olderThan ?? '');
  return { before: new Date(`${subtractDuration(today, keep)}T00:00:00Z`) };
}

/** How long the site keeps feedback. */
async function keepOf(content: string): Promise<string> {
  // What reads articles takes long to load, and the other verbs need none of it.
  const { readServedContent } = await import('../../src/readers/served-content.ts');
  return (await readServedContent(content)).site.feedback.keep;
}

/** A receipt does not say whose it is: each submission is asked whether it is its own. */
async function withReceipt(store: SqlStore, receipt: string): Promise<Which | undefined> {
  const secret = (await store.rows.notes()).secrets.find(({ name }) => name === 'receipts');
  if (!secret) return undefined;
  const receipts = createReceipts(async () => secret.value);
  for (const [table, kind] of [
    ['votes', 'vote'],
    ['answers', 'answers'],
  ] as const) {
    for await (const page of store.rows.pages(table)) {
      for (const { id } of page) if (await receipts.match(kind, id, receipt)) return { id, table };
    }
  }
  return undefined;
}

async function erasedIn(store: SqlStore, which: Which): Promise<number> {
  return 'before' in which ? store.deleteBefore(which.before) : store.rows.erase(which);
}

async function isWanted(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (
      (await terminal.question('This cannot be undone. Erase? (yes/no) ')).trim().toLowerCase() === 'yes'
    );
  } finally {
    terminal.close();
  }
}

/** Where what was erased may still be found, and what to do about it. */
function saidWhatIsLeft(database: string): number {
  const isFile = !database.includes('://');
  const isEmptied = !isFile || emptyLog(database);
  if (!isEmptied) {
    console.log(
      `Another program was reading, so old pages are still in ${database}-wal. They go when the collector is stopped, or ` +
        'when the next submission is withdrawn or erased.',
    );
  }
  if (!isFile) {
    console.log(
      'PostgreSQL keeps erased rows in its files until autovacuum has made room of them and the room is used again; ' +
        'VACUUM FULL rewrites the tables at once.',
    );
  }
  console.log(
    'Backups, exports and copies that were made before still hold it: delete them, or make them anew.',
  );
  return isEmptied ? EXIT.fine : EXIT.findings;
}

function aDuration(text: string): string {
  if (isDuration(text)) return text;
  throw new InvalidArgumentError('Write a length of time, e.g. "12 months".');
}

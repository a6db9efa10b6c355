import { restore as restoreStore } from '../../src/stores/restore.ts';
import { databaseOption, EXIT } from '../command.ts';
import { withProgress } from '../progress.ts';
import type { Verb } from '../verbs.ts';
import { submissionsText } from './counts-text.ts';

interface Options {
  database: string;
  replace?: true;
}

/** Puts a backup into a database. */
export const restore: Verb = {
  name: 'restore',
  short: 'puts a backup back',
  summary:
    'Puts everything from a backup into the database, SQLite or PostgreSQL, in one transaction: if it breaks off, the ' +
    'database is as it was. Stop the collector first and start it afterwards, so that it knows the receipts of the backup. ' +
    'What readers withdrew since the backup stays withdrawn, if the database still knows of it.',
  examples: [
    ['npm run feedback -- restore data/backups/feedback-2026-03-01.db', 'into data/feedback.db'],
    ['npm run feedback -- restore monday.db --database postgres://…', 'into PostgreSQL'],
    ['npm run feedback -- restore monday.db --replace', 'in place of what is there'],
  ],
  options: (command) =>
    command
      .argument('<file>', 'what `npm run feedback -- backup` wrote')
      .addOption(databaseOption())
      .option('--replace', 'delete all that the database holds'),
  async run({ database, replace }: Options, [file = '']) {
    const counts = await withProgress('Restoring', restoreStore(file, database, { replace }));
    console.log(`Restored ${submissionsText(counts)}.`);
    return EXIT.fine;
  },
};

import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { InvalidArgumentError } from 'commander';
import { UserError } from '../../src/core/user-error.ts';
import { backUp } from '../../src/stores/backup.ts';
import { databaseOption, EXIT, todayOption } from '../command.ts';
import { withProgress } from '../progress.ts';
import type { Verb } from '../verbs.ts';
import { submissionsText } from './counts-text.ts';
import { oldBackups } from './old-backups.ts';

interface Options {
  database: string;
  today: string;
  keep?: number;
}

/** Writes a backup of all that readers sent. */
export const backup: Verb = {
  name: 'backup',
  short: 'writes everything into one file, while votes come in',
  summary:
    'Writes everything as of one moment into one file, whatever the database. The collector may run and take votes ' +
    'meanwhile. The file gets its name when it is whole and checked, and only you may read it: it holds what readers ' +
    'wrote and the secret that receipts are checked with.',
  examples: [
    ['npm run feedback -- backup', 'into data/backups/feedback-<day>.db'],
    ['npm run feedback -- backup /safe/place/monday.db', 'into this file, which must not be there yet'],
    ['npm run feedback -- backup --keep 14', 'and deletes all but the last 14 backups of that folder'],
  ],
  options: (command) =>
    command
      .argument('[file]', 'where to write it; without it, data/backups/feedback-<day>.db')
      .addOption(databaseOption())
      .option('--keep <count>', 'delete older backups, all but so many', aCount)
      .addOption(todayOption()),
  async run({ database, today, keep }: Options, [file = `data/backups/feedback-${today}.db`]) {
    const folder = path.dirname(file);
    const name = path.basename(file);
    if (keep !== undefined && !oldBackups([], name, keep)) {
      throw new UserError(
        `${name} has no day in its name, so older backups cannot be told from other files.`,
        'Put the day into the name, e.g. feedback-2026-03-01.db, or leave out --keep.',
      );
    }
    const counts = await withProgress('Writing the backup', backUp(database, file));
    console.log(`Wrote ${file}: ${submissionsText(counts)}.`);
    const old = keep === undefined ? [] : (oldBackups(readdirSync(folder), name, keep) ?? []);
    for (const one of old) {
      rmSync(path.join(folder, one));
      console.log(`Deleted ${path.join(folder, one)}.`);
    }
    return EXIT.fine;
  },
};

function aCount(text: string): number {
  if (/^[1-9]\d{0,4}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('Write a whole number from 1.');
}

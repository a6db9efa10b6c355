import { Option } from 'commander';
import { ASIDE, type Aside } from '../../src/core/feedback.ts';
import { databaseOption, EXIT } from '../command.ts';
import { withProgress } from '../progress.ts';
import type { Verb } from '../verbs.ts';
import { counted } from './counts-text.ts';
import { openedStore } from './opened-store.ts';

interface Options {
  reason: Aside;
  article?: string;
  database: string;
}

/** Lets what was set aside count after all. */
export const accept: Verb = {
  name: 'accept',
  short: 'lets what was set aside count after all',
  summary:
    'Lets submissions count that were set aside for a reason: e.g. those of a whole company behind one address, or those ' +
    'of readers without script during a flood. `status` says how many there are; this cannot be taken back.',
  examples: [
    [
      'npm run feedback -- accept --reason unproven',
      'what came without a proof of work while one was asked for',
    ],
    [
      'npm run feedback -- accept --reason repeat --article billing/refund',
      'votes of one place on one article',
    ],
  ],
  options: (command) =>
    command
      .addOption(new Option('--reason <reason>', 'why it was set aside').choices(ASIDE).makeOptionMandatory())
      .option('--article <id>', 'only what names this article')
      .addOption(databaseOption()),
  async run({ reason, article, database }: Options) {
    const store = await openedStore(database);
    try {
      const accepted = await withProgress('Counting it', store.rows.accept(reason, article));
      console.log(
        accepted === 0 ? 'There is nothing of the kind.' : `${counted(accepted, 'submission')} now count.`,
      );
      return accepted === 0 ? EXIT.findings : EXIT.fine;
    } finally {
      await store.close();
    }
  },
};

import { Option } from 'commander';
import { type Copied, copyRows, OTHERS, type Others } from '../../src/stores/copy.ts';
import { openStore } from '../../src/stores/open.ts';
import { TABLES } from '../../src/stores/row-columns.ts';
import { EXIT } from '../command.ts';
import { showBar } from '../progress-bar.ts';
import type { Verb } from '../verbs.ts';
import { counted, tableText } from './counts-text.ts';
import { openedStore } from './opened-store.ts';

interface Options {
  others: Others;
}

/** Copies a whole store to another place. */
export const copy: Verb = {
  name: 'copy',
  short: 'moves everything to another database',
  summary:
    'Copies everything from one database to another, whichever of the two is SQLite or PostgreSQL: votes, answers and ' +
    'signals, what was withdrawn and set aside, and the secret that receipts are checked with. If it breaks off, the ' +
    'same command goes on. Submissions that come in meanwhile are copied when you run it again: first copy, then stop ' +
    'the collector, copy again, and start it on the new database.',
  examples: [
    ['npm run feedback -- copy data/feedback.db postgres://…', 'from a file to PostgreSQL'],
    ['npm run feedback -- copy postgres://… data/feedback.db', 'and back'],
    ['npm run feedback -- copy old.db new.db --others keep', 'joins two that both took votes'],
  ],
  options: (command) =>
    command
      .argument('<from>', 'a file or postgres://…; nothing is changed there')
      .argument('<to>', 'a file or postgres://…; made if it is not there')
      .addOption(
        new Option('--others <what>', 'what becomes of submissions that only TO holds')
          .choices(OTHERS)
          .default('refuse'),
      ),
  async run({ others }: Options, [from = '', to = '']) {
    const source = await openedStore(from);
    try {
      const target = await openStore(to);
      try {
        const copied = await copyRows(source.rows, target.rows, {
          others,
          onRows: (table, done, all) => showBar(`Copying ${table}`, done, all),
        });
        showBar();
        console.log(copiedText(copied));
        return copied.isWhole ? EXIT.fine : EXIT.findings;
      } finally {
        await target.close();
      }
    } finally {
      showBar();
      await source.close();
    }
  },
};

function copiedText({ written, deleted, from, to, isWhole, keptSecrets }: Copied): string {
  const rows = TABLES.flatMap((table) => [
    [table, from[table].kept, to[table].kept],
    [`${table} withdrawn`, from[table].withdrawn, to[table].withdrawn],
  ]);
  const lines = [
    tableText([['', 'from', 'to'], ...rows.filter(([, ...counts]) => counts.some((count) => count !== 0))]),
    '',
    `Wrote ${counted(written, 'row')}${deleted > 0 ? ` and deleted ${counted(deleted, 'row')}` : ''}.`,
  ];
  if (keptSecrets) {
    lines.push(
      'Receipts that were given for the copied submissions are not valid here, because the database kept its own: ' +
        'their readers can no longer change or withdraw them by themselves.',
    );
  }
  lines.push(
    isWhole
      ? 'Everything was copied.'
      : 'The two differ. One of them is taking submissions, or took some since it was copied to: run the same command ' +
          'again when no collector runs on them.',
  );
  return lines.join('\n');
}

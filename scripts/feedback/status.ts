import { statSync } from 'node:fs';
import { dayOf } from '../../src/core/calendar.ts';
import { ASIDE } from '../../src/core/feedback.ts';
import { TABLES } from '../../src/stores/row-columns.ts';
import type { Counts } from '../../src/stores/row-counts.ts';
import { databaseOption, EXIT } from '../command.ts';
import type { Verb } from '../verbs.ts';
import { tableText } from './counts-text.ts';
import { openedStore } from './opened-store.ts';

interface Options {
  database: string;
}

/** Says what a database holds. */
export const status: Verb = {
  name: 'status',
  short: 'says what the database holds',
  summary:
    'Says how many submissions of each kind the database holds, how many were withdrawn, how many are set aside and why, ' +
    'and on which day (UTC) the first and the last came in.',
  examples: [
    ['npm run feedback -- status', 'of data/feedback.db'],
    ['npm run feedback -- status --database postgres://…', 'of a PostgreSQL database'],
  ],
  options: (command) => command.addOption(databaseOption()),
  async run({ database }: Options) {
    const store = await openedStore(database);
    try {
      const layout = await store.rows.layout();
      const counts = await store.rows.counts();
      // An address may hold a password.
      const isFile = !database.includes('://');
      const name = isFile ? database : (URL.parse(database)?.host ?? 'PostgreSQL');
      console.log(
        `${name}: layout ${layout}${isFile ? `, ${sizeOf(database)}` : ''}\n\n${statusText(counts)}`,
      );
    } finally {
      await store.close();
    }
    return EXIT.fine;
  },
};

function statusText(counts: Counts): string {
  const reasons = ASIDE.filter((reason) => TABLES.some((table) => counts[table].aside[reason]));
  return tableText([
    ['', 'kept', ...reasons.map((reason) => `of these ${reason}`), 'withdrawn', 'first', 'last'],
    ...TABLES.map((table) => {
      const { kept, withdrawn, aside, first, last } = counts[table];
      const days = [first, last].map((at) => (at ? dayOf(at) : ''));
      return [table, kept, ...reasons.map((reason) => aside[reason] ?? 0), withdrawn, ...days];
    }),
  ]);
}

/** Of the file with what is still in its write-ahead log. */
function sizeOf(file: string): string {
  const bytes = ['', '-wal'].reduce(
    (sum, end) => sum + (statSync(`${file}${end}`, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

import { createWriteStream, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Option } from 'commander';
import type { Submission } from '../../src/core/feedback.ts';
import { UserError } from '../../src/core/user-error.ts';
import {
  FEEDBACK_KINDS,
  type FeedbackKind,
  feedbackHeadings,
  feedbackRows,
  isOfKind,
} from '../../src/reports/feedback-csv.ts';
import type { SqlStore } from '../../src/stores/sql-store.ts';
import { databaseOption, EXIT } from '../command.ts';
import { showBar } from '../progress-bar.ts';
import type { Verb } from '../verbs.ts';
import { counted, keptIn } from './counts-text.ts';
import { openedStore } from './opened-store.ts';

interface Options {
  database: string;
  format: 'jsonl' | 'csv';
  kind?: FeedbackKind;
  out?: string;
}

/** So many submissions are written before the bar moves. */
const STEP = 5000;

/** Writes all submissions for other programs. */
export const exportAll: Verb = {
  name: 'export',
  short: 'writes every submission as JSON lines, or as a table',
  summary:
    'Writes every submission that was not withdrawn, also what is set aside: as JSON lines, the same as GET /api/export ' +
    'gives, or one kind as a table for spreadsheets. There, a sheet of answers has one row for each answer, and text that ' +
    "would run as a formula has a ' in front.",
  examples: [
    ['npm run --silent feedback -- export > feedback.jsonl', 'everything, one submission a line'],
    ['npm run feedback -- export --format csv --kind votes --out votes.csv', 'the votes for a spreadsheet'],
  ],
  options: (command) =>
    command
      .addOption(
        new Option('--format <format>', 'how to write it').choices(['jsonl', 'csv']).default('jsonl'),
      )
      .addOption(new Option('--kind <kind>', 'only these; a table holds one kind').choices(FEEDBACK_KINDS))
      .option('--out <file>', 'where to write it; without it, prints it')
      .addOption(databaseOption()),
  async run({ database, format, kind, out }: Options) {
    if (format === 'csv' && !kind) {
      console.error(
        `A table holds one kind of submission: say --kind ${FEEDBACK_KINDS.join(', or --kind ')}.`,
      );
      return EXIT.usedWrongly;
    }
    const store = await openedStore(database);
    try {
      const counts = await store.rows.counts();
      const all = kind ? counts[kind].kept : keptIn(counts);
      const lines = () => Readable.from(linesOf(store, format, kind, all), { objectMode: false });
      if (out === undefined) await pipeline(lines(), process.stdout, { end: false });
      else await writeWhole(out, (file) => pipeline(lines(), file));
      if (out !== undefined) console.log(`Wrote ${counted(all, 'submission')} to ${out}.`);
    } finally {
      showBar();
      await store.close();
    }
    return EXIT.fine;
  },
};

async function* linesOf(
  store: SqlStore,
  format: Options['format'],
  kind: FeedbackKind | undefined,
  all: number,
): AsyncGenerator<string> {
  const lineOf =
    format === 'csv' ? feedbackRows : (submission: Submission) => `${JSON.stringify(submission)}\n`;
  let piece = format === 'csv' && kind ? feedbackHeadings(kind) : '';
  let done = 0;
  for await (const submission of store.submissions()) {
    if (kind && !isOfKind(submission, kind)) continue;
    piece += lineOf(submission);
    done += 1;
    if (piece.length >= 65_536) {
      yield piece;
      piece = '';
    }
    if (done % STEP === 0) showBar('Exporting', done, Math.max(all, done));
  }
  yield piece;
}

/** The file appears under its name when it is whole. Only its owner may read it: it holds what readers wrote. */
async function writeWhole(file: string, write: (stream: Writable) => Promise<void>): Promise<void> {
  if (existsSync(file)) {
    throw new UserError(`${file} is there already.`, 'Name another file, or delete it first.');
  }
  mkdirSync(path.dirname(file), { recursive: true });
  const part = `${file}.part`;
  try {
    await write(createWriteStream(part, { mode: 0o600 }));
    renameSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}

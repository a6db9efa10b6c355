import { createReadStream } from 'node:fs';
import type { Submission } from '../core/feedback.ts';
import { UserError } from '../core/user-error.ts';
import { foreignFormat } from './foreign-bytes.ts';
import { SubmissionLines } from './submission-lines.ts';

const EXPORT_AGAIN =
  'Export it again: curl --fail -H "Authorization: Bearer $FEEDBACK_TOKEN" -o feedback.jsonl ' +
  '"https://feedback.example.com/api/export?with=end"';

/** Bytes that are read at a time. */
const PIECE = 1 << 18;

/**
 * Reads the submissions of a file that `GET /api/export` gave, one after the other, each once. Keeps none of them.
 *
 * @throws UserError if the file cannot be read, is something else, or is damaged: in which line. What came before that
 * line has been handed over.
 * @example await readExport('feedback.jsonl', (submission) => tally.add(submission))
 */
export async function readExport(file: string, take: (submission: Submission) => void): Promise<void> {
  const lines = new SubmissionLines({ name: file, remedy: EXPORT_AGAIN, take });
  let isFirst = true;
  try {
    for await (const piece of createReadStream(file, { highWaterMark: PIECE })) {
      if (isFirst) refuseForeign(file, piece);
      isFirst = false;
      lines.push(piece);
    }
  } catch (error) {
    throw explain(error, file);
  }
  lines.end();
}

function refuseForeign(file: string, begin: Uint8Array): void {
  const format = foreignFormat(begin);
  if (format) throw new UserError(`${file} is ${format.what}, not an export of feedback.`, format.hint(file));
}

function explain(error: unknown, file: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'EISDIR') {
    return new UserError(`${file} is a folder.`, `Name a file in it, e.g. ${file}/feedback.jsonl`);
  }
  if (code === 'EACCES' || code === 'EPERM') {
    return new UserError(`${file} may not be read by this account.`, `Allow it: chmod u+r ${file}`);
  }
  if (code === 'ENOENT') {
    return new UserError(`${file} does not exist.`, 'Name the file that `/api/export` was saved to.');
  }
  return code?.startsWith('E') && !(error instanceof UserError)
    ? new UserError(`${file} cannot be read: ${message}.`, 'Look at the disk that it is on.')
    : error;
}

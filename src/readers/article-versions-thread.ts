import { parentPort, workerData } from 'node:worker_threads';
import { UserError } from '../core/user-error.ts';
import { type VersionsAnswer, versionsOf } from './article-versions.ts';

/** Run in a thread of its own by `readVersions`. */
parentPort?.postMessage(await answer());

async function answer(): Promise<VersionsAnswer> {
  try {
    return { versions: await versionsOf(workerData) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // Of an error only the message gets from thread to thread.
    return { refused: { message: error.message, hint: error.hint } };
  }
}

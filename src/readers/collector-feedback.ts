import type { Submission } from '../core/feedback.ts';
import { UserError } from '../core/user-error.ts';
import { exportAddress } from './collector-address.ts';
import { brokeOff, explainNoAnswer, refusalIn, silent } from './collector-errors.ts';
import { SubmissionLines } from './submission-lines.ts';

const REMEDY = 'Run it again. If it stays so: is that a collector, and of the same version of Kundig?';

interface Options {
  /** What the collector knows as `FEEDBACK_TOKEN`. It is sent to this address and to no other, and never printed. */
  token: string | undefined;
  /** How long to wait for the next byte, in milliseconds. */
  patience?: number;
  take: (submission: Submission) => void;
}

/**
 * Reads the submissions of a running collector, one after the other, each once, as they come in. Keeps none of them.
 *
 * @throws UserError if it cannot be reached, refuses, or does not come to its end. What came before has been handed over.
 * @example
 * await readCollector('https://feedback.example.com', { token: process.env.FEEDBACK_TOKEN, take: (one) => tally.add(one) })
 */
export async function readCollector(
  address: string,
  { token, patience = 30_000, take }: Options,
): Promise<void> {
  const url = exportAddress(address);
  const where = `${url.origin}${url.pathname.replace(/\/api\/export$/, '')}`;
  const headers = { Authorization: `Bearer ${usable(token, where)}` };
  const waiting = new AbortController();
  const timer = setTimeout(() => waiting.abort(), patience);
  const explain = (why: UserError) => (waiting.signal.aborted ? silent(where, patience) : why);
  try {
    const response = await fetch(url, { headers, redirect: 'manual', signal: waiting.signal }).catch(
      (error) => Promise.reject(explain(explainNoAnswer(error, where))),
    );
    const refusal = refusalIn(response, where);
    if (refusal) throw refusal;
    const lines = new SubmissionLines({ name: `what ${where} sent`, remedy: REMEDY, take });
    const pieces = response.body?.getReader();
    for (;;) {
      timer.refresh();
      const piece = await pieces?.read().catch(() => Promise.reject(explain(brokeOff(where))));
      if (!piece?.value) break;
      lines.push(piece.value);
    }
    if (!lines.end().isComplete) throw brokeOff(where);
  } finally {
    clearTimeout(timer);
    // Lets go of an answer that is not read to its end.
    waiting.abort();
  }
}

/** @throws UserError if there is no token, or one that no header can hold */
function usable(token: string | undefined, where: string): string {
  const given = token?.trim();
  if (!given) {
    throw new UserError(
      `The collector at ${where} lets its feedback be read only with a token.`,
      'Set FEEDBACK_TOKEN to what it is set to where the collector runs.',
    );
  }
  if (!/^[\x20-\x7e]+$/.test(given)) {
    throw new UserError(
      'FEEDBACK_TOKEN holds signs that cannot be sent.',
      'Use letters, digits and signs of ASCII only, e.g. what `openssl rand -hex 32` prints.',
    );
  }
  return given;
}

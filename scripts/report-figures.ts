import { existsSync } from 'node:fs';
import type { Figures, Subject } from '../src/core/figures/figures.ts';
import { periodBefore } from '../src/core/figures/period.ts';
import { ReportTally } from '../src/core/figures/report-tally.ts';
import { UserError } from '../src/core/user-error.ts';
import { openStore } from '../src/stores/open.ts';
import { isAddress, readerOf } from './feedback-source.ts';

/**
 * Counts what readers sent, wherever it is kept: a file of the embedded store, a PostgreSQL database
 * (`postgres://…`), a running collector (`https://…`, with the token in `FEEDBACK_TOKEN`), or what one exported
 * (`….jsonl`).
 *
 * @throws {UserError} if the place does not exist or cannot be read; that nobody has sent anything is no error
 */
export async function figuresFrom(place: string, subject: Subject): Promise<Figures> {
  // A store would make its file there, and a report only reads.
  if (place.trim() !== '' && !isAddress(place) && !existsSync(place)) throw noFeedback(place);
  const tally = new ReportTally(subject);
  const readAll = readerOf(place);
  if (readAll) {
    await readAll((submission) => tally.add(submission));
    return tally.figures();
  }
  const store = await openStore(place);
  try {
    await store.feedbackWithin(subject.period, tally.now);
    await store.feedbackWithin(periodBefore(subject.period), tally.before, 'votes and sheets');
    return tally.figures();
  } finally {
    await store.close();
  }
}

function noFeedback(place: string): UserError {
  return new UserError(
    `There is no feedback to report on: ${place} does not exist.`,
    'Votes, survey answers and searches get there while readers use the site with its collector: `npm start`, or ' +
      '`npm run collector` for a site elsewhere. --feedback or FEEDBACK_DATABASE names another place. ' +
      'To see a report on made-up feedback: `npm run report -- --demo`',
  );
}

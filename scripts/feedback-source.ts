import { existsSync } from 'node:fs';
import type { AuditFeedback, AuditPeriod } from '../src/core/audit-feedback.ts';
import { UserError } from '../src/core/user-error.ts';
import { openStore } from '../src/stores/open.ts';

/** There are no votes to go by, as against votes that are there and cannot be read. */
export class NoFeedback extends UserError {
  override name = 'NoFeedback';
}

/**
 * Reads what readers said and did, wherever it is kept: a file of the embedded store, a PostgreSQL database
 * (`postgres://…`), a running collector (`https://…`, with the token in `FEEDBACK_TOKEN`), or what one exported
 * (`….jsonl`).
 *
 * @throws {NoFeedback} if the place does not exist, or nobody has said anything there
 * @throws {UserError} if it cannot be read
 * @example await feedbackFrom('data/feedback.db', { until: '2026-03-31', recentFrom: '2026-01-01' })
 */
export async function feedbackFrom(place: string, period: AuditPeriod): Promise<AuditFeedback> {
  if (!place.includes('://') && !existsSync(place)) {
    throw noVotes(`${place} does not exist.`);
  }
  const store = await openStore(place);
  try {
    return await store.auditFeedback(period);
  } finally {
    await store.close();
  }
}

function noVotes(why: string): NoFeedback {
  return new NoFeedback(
    `There are no votes: ${why}`,
    'Readers leave them on a site with its collector: `npm start`. --feedback or FEEDBACK_DATABASE names another place. ' +
      'To look at the rest: `npm run audit -- --without votes`.',
  );
}

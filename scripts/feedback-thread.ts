import type { AuditPeriod } from '../src/core/audit-feedback/audit-feedback.ts';
import { packed } from '../src/core/audit-feedback/packed-feedback.ts';
import { answerWith } from '../src/readers/in-thread.ts';
import { feedbackFrom } from './feedback-source.ts';

/** Run in a thread of its own by `feedbackBeside`. */
await answerWith(async ({ place, period }: { place: string; period: AuditPeriod }) =>
  packed(await feedbackFrom(place, period)),
);

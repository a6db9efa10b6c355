import { describe } from 'vitest';
import { describeAside } from './contract/aside.ts';
import { describeAtOnce } from './contract/at-once.ts';
import { describeAuditFeedback } from './contract/audit.ts';
import { describeBackups } from './contract/backups.ts';
import { describeCopying } from './contract/copying.ts';
import { describePublished } from './contract/published.ts';
import { describeExportAndDeletion } from './contract/reading.ts';
import { describeReportFeedback } from './contract/report.ts';
import { describeSharing } from './contract/sharing.ts';
import type { NewPlace } from './contract/subject.ts';
import { describeSubmissions } from './contract/submissions.ts';
import { describeSummary } from './contract/summary.ts';
import { describeText } from './contract/text.ts';

/**
 * What every store must do, whatever database it is in.
 *
 * @example describeFeedbackStore('PostgreSQL', usePostgres().newPlace)
 */
export function describeFeedbackStore(name: string, newPlace: NewPlace): void {
  // A durable write takes as long as the disk takes, and others may be busy with it.
  describe(`feedback in ${name}`, { timeout: 30_000 }, () => {
    describe('each submission', () => describeSubmissions(newPlace));
    describe('submissions at once', () => describeAtOnce(newPlace));
    describe('text', () => describeText(newPlace));
    describe('the summary', () => describeSummary(newPlace));
    describe('the feedback for an audit', () => describeAuditFeedback(newPlace));
    describe('the feedback for a report', () => describeReportFeedback(newPlace));
    describe('what was set aside', () => describeAside(newPlace));
    describe('what was published', () => describePublished(newPlace));
    describe('all submissions', () => describeExportAndDeletion(newPlace));
    describe('whole stores', () => describeCopying(newPlace));
    describe('backups', () => describeBackups(newPlace));
    describe('the store itself', () => describeSharing(newPlace));
  });
}

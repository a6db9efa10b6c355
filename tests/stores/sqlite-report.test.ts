import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { ReportTally } from '../../src/core/figures/report-tally.ts';
import { openSqliteStore } from '../../src/stores/sqlite-store.ts';
import { uuid, vote } from './submissions.ts';

const NOW = new Date('2026-03-01T09:00:00Z');
const PERIOD = { from: '2026-02-01', to: '2026-03-01' };

test('while a report is read, a collector on the same file stores votes at once, which the report does not see', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kundig-sqlite-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'feedback.db');
  const [reporting, collecting] = [
    await openSqliteStore(file),
    // It would fail at once if it had to wait.
    await openSqliteStore(file, { patience: 0 }),
  ];
  await collecting.addVote(vote(1), NOW);
  await collecting.changeVote(uuid(1), { comment: 'Falscher Knopf.' }, NOW);

  const tally = new ReportTally({ period: PERIOD, levelShare: 0.7, locales: ['de'], categories: () => '' })
    .now;
  const stored: Promise<unknown>[] = [];
  const addVotes = tally.addVotes.bind(tally);
  tally.addVotes = (of, marks) => {
    if (stored.length === 0) {
      stored.push(collecting.addVote(vote(2, { article: 'other' }), NOW));
      stored.push(collecting.changeVote(uuid(2), { comment: 'Auch hier.' }, NOW));
    }
    addVotes(of, marks);
  };
  await reporting.feedbackWithin(PERIOD, tally);
  expect(await Promise.all(stored)).toEqual(['stored', true]);
  expect([tally.votes.total, tally.comments.total]).toEqual([1, 1]);
  expect(await Array.fromAsync(reporting.submissions())).toHaveLength(2);

  await collecting.close();
  await reporting.close();
});

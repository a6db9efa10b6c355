import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { AuditFeedback, AuditPeriod } from '../core/audit-feedback/audit-feedback.ts';
import type {
  Answers,
  Aside,
  FeedbackSummary,
  Signal,
  StoredAnswers,
  StoredVote,
  Submission,
  Vote,
  VoteChange,
} from '../core/feedback.ts';
import type { Period } from '../core/figures/period.ts';
import type { PeriodInput } from '../core/figures/period-input.ts';
import type { PublishedText } from '../core/manifest.ts';
import { UserError } from '../core/user-error.ts';
import type { Change, Database, SqlValue } from './database.ts';
import { deleteInSteps } from './deletion.ts';
import type { FeedbackStore, Outcome, ReportParts } from './feedback-store.ts';
import type { Table } from './row-columns.ts';
import { auditReading } from './sql-audit.ts';
import { reportReading } from './sql-report.ts';
import { SqlRows } from './sql-rows.ts';
import { SUMMARY, summaryOf } from './sql-summary.ts';
import {
  answersOf,
  answersRow,
  keyOf,
  type NewRow,
  type Stored,
  signalOf,
  signalRow,
  voteOf,
  voteRow,
} from './submission-rows.ts';
import { storable, storableValue } from './text.ts';

/** How many submissions are read at a time: enough to be fast, few enough to let others in between. */
const PAGE = 1000;

/** Before every instant that a date can hold. */
const BEFORE_ALL = -8_640_000_000_000_001;

/**
 * A store in a database that speaks SQL. The primary key decides which of two deliveries of the same id came first, also
 * across processes and machines.
 */
export class SqlStore implements FeedbackStore {
  readonly #database: Database;
  /** The rows as they are, for copies and backups. */
  readonly rows: SqlRows;

  constructor(database: Database) {
    this.#database = database;
    this.rows = new SqlRows(database);
  }

  async addVote(vote: Vote, received: Date, aside?: Aside): Promise<Outcome> {
    return this.#add('votes', voteRow(vote, received, aside));
  }

  async vote(id: string): Promise<StoredVote | undefined> {
    const row = await this.#byId('votes', id);
    return row && voteOf(row);
  }

  async changeVote(id: string, change: VoteChange, changed: Date): Promise<boolean> {
    const { helpful, reason = null, comment = null } = change;
    return this.#change({
      table: 'votes',
      id,
      statement: `UPDATE votes SET helpful = coalesce($2, helpful), reason = coalesce($3, reason),
        comment = coalesce($4, comment), changed = $5
      WHERE id = $1 AND locale IS NOT NULL`,
      values: [helpful === undefined ? null : Number(helpful), reason, comment, changed.getTime()],
    });
  }

  async withdrawVote(id: string): Promise<boolean> {
    return this.#change({
      table: 'votes',
      id,
      statement: `UPDATE votes SET changed = NULL, article = NULL, locale = NULL, revision = NULL, helpful = NULL,
        level = NULL, reason = NULL, comment = NULL, search = NULL, aside = NULL
      WHERE id = $1 AND locale IS NOT NULL`,
      values: [],
      scrub: true,
    });
  }

  async addAnswers(answers: Answers, received: Date, aside?: Aside): Promise<Outcome> {
    return this.#add('answers', answersRow(answers, received, aside));
  }

  async answers(id: string): Promise<StoredAnswers | undefined> {
    const row = await this.#byId('answers', id);
    return row && answersOf(row);
  }

  async withdrawAnswers(id: string): Promise<boolean> {
    return this.#change({
      table: 'answers',
      id,
      statement: `UPDATE answers SET locale = NULL, source = NULL, article = NULL, level = NULL, answers = NULL,
        wordings = NULL, aside = NULL
      WHERE id = $1 AND locale IS NOT NULL`,
      values: [],
      scrub: true,
    });
  }

  async addSignals(signals: readonly Signal[], received: Date, aside?: Aside): Promise<number> {
    const rows = signals.map((signal) => signalRow(signal, received, aside));
    return this.#database.write({ table: 'signals', rows });
  }

  async summary(): Promise<FeedbackSummary> {
    return summaryOf(await this.#database.snapshot(SUMMARY));
  }

  async auditFeedback(period: AuditPeriod): Promise<AuditFeedback> {
    return this.#database.read(() => auditReading(period));
  }

  async feedbackWithin(period: Period, input: PeriodInput, parts: ReportParts = 'everything'): Promise<void> {
    let begun = false;
    await this.#database.read(() => {
      // A tally cannot forget what it was given, and would count it twice.
      if (begun) throw readAgain();
      begun = true;
      return reportReading(period, input, parts);
    });
  }

  async *submissions(): AsyncGenerator<Submission> {
    for await (const row of this.#byTime('votes')) yield { type: 'vote', ...voteOf(row) };
    for await (const row of this.#byTime('answers')) yield { type: 'answers', ...answersOf(row) };
    for await (const row of this.#byTime('signals')) yield { type: 'signal', ...signalOf(row) };
  }

  async addPublished(texts: readonly PublishedText[], seen: Date): Promise<void> {
    // SQLite would read `ON` as the beginning of a join if there were no `WHERE`.
    await this.#run(
      `INSERT INTO revisions (article, locale, revision, seen)
      SELECT value->>'article', value->>'locale', value->>'revision', CAST($2 AS bigint)
      FROM ${this.#database.dialect.elements} WHERE true
      ON CONFLICT (article, locale, revision) DO UPDATE SET seen = excluded.seen`,
      [JSON.stringify(texts), seen.getTime()],
    );
  }

  async published(): Promise<PublishedText[]> {
    return this.#database.all<PublishedText>('SELECT article, locale, revision FROM revisions');
  }

  async deleteBefore(instant: Date): Promise<number> {
    let submissions = 0;
    for (const table of ['votes', 'answers', 'signals'] as const) {
      submissions += await deleteInSteps(this.#database, table, 'locale IS NOT NULL', instant);
      await deleteInSteps(this.#database, table, 'locale IS NULL', instant);
    }
    await this.#run('DELETE FROM revisions WHERE seen < $1', [instant.getTime()]);
    await this.#database.scrub();
    return submissions;
  }

  async secret(name: string): Promise<string> {
    const find = () =>
      this.#database.all<{ value: string }>('SELECT value FROM secrets WHERE name = $1', [storable(name)]);
    let [row] = await find();
    if (!row) {
      await this.#run('INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING', [
        name,
        randomBytes(32).toString('hex'),
      ]);
      [row] = await find();
    }
    if (!row) throw new Error(`The secret ${name} was deleted as it was made.`);
    return row.value;
  }

  async ping(): Promise<void> {
    await this.#database.all('SELECT version FROM kundig_migrations LIMIT 1');
  }

  async close(): Promise<void> {
    await this.#database.close();
  }

  #run(statement: string, values: readonly SqlValue[]): Promise<number> {
    return this.#database.run(statement, values.map(storableValue));
  }

  async #add(table: Table, row: NewRow): Promise<Outcome> {
    return (await this.#database.write({ table, rows: [row] })) > 0 ? 'stored' : 'duplicate';
  }

  /** Runs a statement whose parameters are the id and these values. */
  async #change({ id, values, ...change }: Change): Promise<boolean> {
    const key = keyOf(id);
    return (
      (await this.#database.write({ ...change, id: key, values: [key, ...values.map(storableValue)] })) > 0
    );
  }

  /** The row of this id, if it was not withdrawn. */
  async #byId(table: Table, id: string): Promise<Stored | undefined> {
    const [row] = await this.#database.all<Stored>(
      `SELECT * FROM ${table} WHERE id = $1 AND locale IS NOT NULL`,
      [keyOf(id)],
    );
    return row;
  }

  /**
   * The rows of a table that were not withdrawn, page by page. No page leaves a transaction open, so that a slow
   * reader of an export holds nothing up.
   */
  async *#byTime(table: Table): AsyncGenerator<Stored> {
    let last = { received: BEFORE_ALL, id: '' };
    for (;;) {
      const page = await this.#database.all<Stored>(
        `SELECT * FROM ${table} WHERE locale IS NOT NULL AND (received, id) > ($1, $2)
        ORDER BY received, id LIMIT ${PAGE}`,
        [last.received, last.id],
      );
      yield* page;
      // However fast an export is read, what others send in the meantime is stored.
      await setImmediate();
      const end = page.at(-1);
      if (!end || page.length < PAGE) return;
      last = end;
    }
  }
}

function readAgain(): UserError {
  return new UserError(
    'The feedback database was too busy with other work to be read as of one moment.',
    'Try again, or read from a copy of it.',
  );
}

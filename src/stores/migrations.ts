import { UserError } from '../core/user-error.ts';
import type { Dialect } from './database.ts';

/** One step from an older layout of the tables to the next. Its place in the list is its version. */
export interface Migration {
  name: string;
  statements: (dialect: Dialect) => readonly string[];
}

/** Every step, in order. A step that was released is never changed: a correction is a further step. */
export const MIGRATIONS: readonly Migration[] = [
  { name: 'feedback', statements: feedback },
  { name: 'search of a vote', statements: searchOfVote },
  { name: 'votes with a comment', statements: () => [VOTES_WITH_COMMENT] },
  { name: 'wordings of answers', statements: wordingsOfAnswers },
  { name: 'votes and views of a period', statements: () => OF_A_PERIOD },
  { name: 'what is set aside', statements: setAside },
  { name: 'published revisions', statements: publishedRevisions },
];

/** Version of a database that has the table of migrations. */
export const VERSION = 'SELECT coalesce(max(version), 0) AS version FROM kundig_migrations';

/**
 * The statements that take a database from this version to the next, or `undefined` if it is up to date. They
 * belong into one transaction.
 *
 * @throws UserError if the database is newer than the program.
 */
export function nextStep(
  version: number,
  dialect: Dialect,
  migrations: readonly Migration[],
): readonly string[] | undefined {
  if (version > migrations.length) {
    throw new UserError(
      `The feedback database has layout ${version}, and this Kundig knows layouts up to ${migrations.length}.`,
      'Update Kundig: a newer one has already used this database.',
    );
  }
  const step = migrations[version];
  if (!step) return undefined;
  const done = `INSERT INTO kundig_migrations (version, name) VALUES (${version + 1}, '${step.name}')`;
  // First of all, so that of two programs that take the step at once the second waits here.
  return [...(version === 0 ? [table(dialect)] : []), done, ...step.statements(dialect)];
}

function table({ text, tableEnd }: Dialect): string {
  return `CREATE TABLE kundig_migrations (version integer PRIMARY KEY, name ${text} NOT NULL ${tableEnd}`;
}

/**
 * Votes, answers, signals and secrets.
 *
 * A withdrawn vote keeps its id, so that it is known when it is delivered again, and the instant that says when
 * the id may go too. The database itself refuses a withdrawn row with anything else in it.
 */
function feedback({ text, instant, tableEnd }: Dialect): string[] {
  return [
    `CREATE TABLE votes (
      id ${text} PRIMARY KEY,
      received ${instant} NOT NULL,
      changed ${instant},
      article ${text},
      locale ${text},
      revision ${text},
      helpful integer CHECK (helpful IN (0, 1)),
      level ${text},
      reason ${text},
      comment ${text},
      CONSTRAINT whole_or_withdrawn CHECK (
        changed IS NOT NULL AND article IS NOT NULL AND locale IS NOT NULL AND revision IS NOT NULL
          AND helpful IS NOT NULL
        OR changed IS NULL AND helpful IS NULL
          AND coalesce(article, locale, revision, level, reason, comment) IS NULL
      )
    ${tableEnd}`,
    'CREATE INDEX votes_by_time ON votes (received, id)',
    `CREATE INDEX votes_by_revision ON votes (article, locale, revision, helpful, received)
      WHERE locale IS NOT NULL`,
    `CREATE INDEX votes_by_reason ON votes (article, locale, revision, reason)
      WHERE reason IS NOT NULL AND helpful = 0`,
    `CREATE TABLE answers (
      id ${text} PRIMARY KEY,
      received ${instant} NOT NULL,
      locale ${text},
      source ${text},
      article ${text},
      level ${text},
      answers ${text},
      CONSTRAINT whole_or_withdrawn CHECK (
        locale IS NOT NULL AND answers IS NOT NULL
        OR coalesce(locale, source, article, level, answers) IS NULL
      )
    ${tableEnd}`,
    'CREATE INDEX answers_by_time ON answers (received, id)',
    `CREATE TABLE signals (
      id ${text} PRIMARY KEY,
      received ${instant} NOT NULL,
      kind ${text} NOT NULL,
      locale ${text} NOT NULL,
      article ${text},
      revision ${text},
      query ${text},
      phrase ${text},
      results integer,
      search ${text},
      position integer
    ${tableEnd}`,
    'CREATE INDEX signals_by_time ON signals (received, id)',
    `CREATE INDEX views_by_revision ON signals (article, locale, revision) WHERE kind = 'view'`,
    `CREATE INDEX searches_by_phrase ON signals (locale, phrase, results, id) WHERE kind = 'search'`,
    `CREATE INDEX opens_by_search ON signals (search) WHERE kind = 'open'`,
    `CREATE INDEX contacts_by_article ON signals (article, locale, kind)
      WHERE kind IN ('contact', 'solved')`,
    `CREATE TABLE secrets (name ${text} PRIMARY KEY, value ${text} NOT NULL ${tableEnd}`,
  ];
}

/** Which search led to a vote. A withdrawn vote is as empty of it as of everything else. */
function searchOfVote({ text }: Dialect): string[] {
  return [
    `ALTER TABLE votes ADD COLUMN search ${text}
      CONSTRAINT no_search_of_withdrawn CHECK (search IS NULL OR locale IS NOT NULL)`,
  ];
}

/** Few votes bring a comment: the audit, which quotes them, would otherwise read every vote for them. */
const VOTES_WITH_COMMENT =
  'CREATE INDEX votes_with_comment ON votes (article, locale, revision) WHERE comment IS NOT NULL';

/** In which wording each question was asked. A withdrawn sheet is as empty of them as of everything else. */
function wordingsOfAnswers({ text }: Dialect): string[] {
  return [
    `ALTER TABLE answers ADD COLUMN wordings ${text}
      CONSTRAINT no_wordings_of_withdrawn CHECK (wordings IS NULL OR locale IS NOT NULL)`,
  ];
}

/**
 * A report sums up the votes of each level and the views of a period: with all that it asks for in the index, the database
 * need not look up a million rows, nor sort them.
 */
const OF_A_PERIOD = [
  'DROP INDEX votes_by_revision',
  `CREATE INDEX votes_by_revision ON votes (article, locale, revision, level, helpful, received)
    WHERE locale IS NOT NULL`,
  'DROP INDEX views_by_revision',
  `CREATE INDEX views_by_revision ON signals (article, locale, revision, received) WHERE kind = 'view'`,
];

/**
 * What is kept but not counted, and why. The views hold what counts, so that no question can forget to leave out the
 * rest, nor what was withdrawn. The indexes hold the same, and `aside` itself: without it SQLite would look up each row to
 * see that it is empty.
 */
function setAside({ text }: Dialect): string[] {
  const indexes = ['votes_by_revision', 'votes_by_reason', 'votes_with_comment', 'views_by_revision'];
  const moreIndexes = ['searches_by_phrase', 'opens_by_search', 'contacts_by_article'];
  return [
    ...['votes', 'answers', 'signals'].flatMap((table) => [
      `ALTER TABLE ${table} ADD COLUMN aside ${text}
        CONSTRAINT no_reason_of_withdrawn CHECK (aside IS NULL OR locale IS NOT NULL)`,
    ]),
    ...['votes', 'answers'].map(
      (table) => `CREATE VIEW counted_${table} AS
        SELECT * FROM ${table} WHERE locale IS NOT NULL AND aside IS NULL`,
    ),
    // Signals are never withdrawn: they are all whole.
    'CREATE VIEW counted_signals AS SELECT * FROM signals WHERE aside IS NULL',
    ...[...indexes, ...moreIndexes].map((index) => `DROP INDEX ${index}`),
    `CREATE INDEX votes_by_revision ON votes (article, locale, revision, level, helpful, received, aside)
      WHERE locale IS NOT NULL AND aside IS NULL`,
    `CREATE INDEX votes_by_reason ON votes (article, locale, revision, reason, received, helpful, aside)
      WHERE reason IS NOT NULL AND helpful = 0 AND aside IS NULL`,
    `CREATE INDEX votes_with_comment ON votes (article, locale, revision)
      WHERE comment IS NOT NULL AND aside IS NULL`,
    `CREATE INDEX views_by_revision ON signals (article, locale, revision, received, aside)
      WHERE kind = 'view' AND aside IS NULL`,
    `CREATE INDEX searches_by_phrase ON signals (locale, phrase, results, id, aside)
      WHERE kind = 'search' AND aside IS NULL`,
    `CREATE INDEX opens_by_search ON signals (search, aside) WHERE kind = 'open' AND aside IS NULL`,
    `CREATE INDEX contacts_by_article ON signals (article, locale, kind, aside)
      WHERE kind IN ('contact', 'solved') AND aside IS NULL`,
    ...['votes', 'answers', 'signals'].map(
      (table) => `CREATE INDEX ${table}_set_aside ON ${table} (article, locale, aside, received)
        WHERE aside IS NOT NULL`,
    ),
  ];
}

/** Every text of an article that readers may still have before them, and when it was last seen to be published. */
function publishedRevisions({ text, instant, tableEnd }: Dialect): string[] {
  return [
    `CREATE TABLE revisions (
      article ${text} NOT NULL,
      locale ${text} NOT NULL,
      revision ${text} NOT NULL,
      seen ${instant} NOT NULL,
      PRIMARY KEY (article, locale, revision)
    ${tableEnd}`,
  ];
}

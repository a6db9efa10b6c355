/** The tables that hold what readers sent. */
export const TABLES = ['votes', 'answers', 'signals'] as const;
export type Table = (typeof TABLES)[number];

const submission = {
  id: 'text',
  received: 'bigint',
  locale: 'text',
  article: 'text',
  aside: 'text',
} as const;

/** Every column of each table with its type, for what reads and writes rows as they are. */
export const ROW_COLUMNS: Readonly<Record<Table, Readonly<Record<string, 'text' | 'bigint' | 'integer'>>>> = {
  votes: {
    ...submission,
    changed: 'bigint',
    revision: 'text',
    helpful: 'integer',
    level: 'text',
    reason: 'text',
    comment: 'text',
    search: 'text',
  },
  answers: { ...submission, source: 'text', level: 'text', answers: 'text', wordings: 'text' },
  signals: {
    ...submission,
    kind: 'text',
    revision: 'text',
    query: 'text',
    phrase: 'text',
    results: 'integer',
    search: 'text',
    position: 'integer',
  },
};

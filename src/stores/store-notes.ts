import type { Statement } from './database.ts';
import { paged } from './row-writes.ts';
import { storableJson } from './text.ts';

interface Secret {
  name: string;
  value: string;
}

/** A text that was published, and when it was last seen to be. */
interface Published {
  article: string;
  locale: string;
  revision: string;
  seen: number;
}

/** What a store keeps besides submissions. */
export interface Notes {
  secrets: Secret[];
  published: Published[];
}

/** What asks for each of them. */
export const NOTES: Readonly<Record<keyof Notes, string>> = {
  secrets: 'SELECT name, value FROM secrets ORDER BY name',
  published: 'SELECT article, locale, revision, seen FROM revisions ORDER BY article, locale, revision',
};

/**
 * Writes secrets in place of those that are there, and published texts beside them: one that was seen later stays so.
 *
 * @param elements see `Dialect`
 */
export function* notesWrites({ secrets, published }: Notes, elements: string): Generator<Statement> {
  for (const { name, value } of secrets) yield { statement: SECRET, values: [name, value] };
  // SQLite would read `ON` as the beginning of a join if there were no `WHERE`.
  const statement = `INSERT INTO revisions (article, locale, revision, seen)
    SELECT value->>'article', value->>'locale', value->>'revision', CAST(value->>'seen' AS bigint)
    FROM ${elements} WHERE true
    ON CONFLICT (article, locale, revision) DO UPDATE SET seen = excluded.seen
    WHERE excluded.seen > revisions.seen`;
  for (const page of paged(published)) yield { statement, values: [storableJson(page)] };
}

const SECRET =
  'INSERT INTO secrets (name, value) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET value = excluded.value';

import type { SqlValue } from './database.ts';

/**
 * Text as every database can keep it: without NUL, which PostgreSQL refuses, and with U+FFFD in place of half a
 * surrogate pair, which is no character.
 */
export function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}

/** A value of a column as every database can keep it. */
export function storableValue(value: SqlValue): SqlValue {
  return typeof value === 'string' ? storable(value) : value;
}

/** A value as JSON in which every text is {@link storable}. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'string' ? storable(part) : part));
}

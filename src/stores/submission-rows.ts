import type {
  Answers,
  Aside,
  Signal,
  StoredAnswers,
  StoredSignal,
  StoredVote,
  Vote,
} from '../core/feedback.ts';
import { phraseOf } from '../core/search-phrase.ts';
import type { SqlValue } from './database.ts';
import { storable, storableJson } from './text.ts';

/** A new row, its values by column; what is missing is empty. */
export type NewRow = { id: string } & Readonly<Record<string, SqlValue | undefined>>;

export function voteRow(vote: Vote, received: Date, aside?: Aside): NewRow {
  const { id, article, locale, revision, helpful, level, search } = vote;
  const at = received.getTime();
  return {
    id: keyOf(id),
    received: at,
    changed: at,
    article,
    locale,
    revision,
    helpful: helpful ? 1 : 0,
    level,
    search: search && keyOf(search),
    aside,
  };
}

export function answersRow(sheet: Answers, received: Date, aside?: Aside): NewRow {
  const { id, answers, wordings, ...rest } = sheet;
  return {
    ...rest,
    id: keyOf(id),
    received: received.getTime(),
    answers: storableJson(answers),
    wordings: wordings && storableJson(wordings),
    aside,
  };
}

export function signalRow(signal: Signal, received: Date, aside?: Aside): NewRow {
  return {
    ...signal,
    id: keyOf(signal.id),
    received: received.getTime(),
    ...(signal.kind === 'search' && { phrase: phraseOf(storable(signal.query)) }),
    ...(signal.kind === 'open' && { search: keyOf(signal.search) }),
    aside,
  };
}

/** A UUID as a key: the same UUID in capitals is the same submission (RFC 9562, section 4). */
export function keyOf(id: string): string {
  return id.toLowerCase();
}

/** A row as it was stored, not withdrawn. */
export type Stored = { id: string; received: number } & Record<string, SqlValue>;

export function voteOf(row: Stored): StoredVote {
  const { received, changed, helpful, ...rest } = row;
  return {
    ...present(rest),
    helpful: helpful === 1,
    received: new Date(received),
    changed: new Date(Number(changed)),
  } as StoredVote;
}

export function answersOf(row: Stored): StoredAnswers {
  const { received, answers, wordings, ...rest } = row;
  return {
    ...present(rest),
    answers: JSON.parse(String(answers)),
    ...(wordings && { wordings: JSON.parse(String(wordings)) }),
    received: new Date(received),
  } as StoredAnswers;
}

export function signalOf(row: Stored): StoredSignal {
  const { received, phrase: _, ...rest } = row;
  return { ...present(rest), received: new Date(received) } as StoredSignal;
}

/** What was given; a column without a value is a key that is missing. */
function present(row: Record<string, SqlValue>): Record<string, SqlValue> {
  const given: Record<string, SqlValue> = {};
  // A loop, because millions of rows come by here.
  for (const column in row) {
    const value = row[column];
    if (value !== null && value !== undefined) given[column] = value;
  }
  return given;
}

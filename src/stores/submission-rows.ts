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

/** Columns of the table `votes` that a new vote fills, in the order of {@link voteValues}. */
export const VOTE_COLUMNS = 'id, received, changed, article, locale, revision, helpful, level, search, aside';

export function voteValues(vote: Vote, received: Date, aside: Aside | undefined): SqlValue[] {
  const { article, locale, revision, helpful, level, search } = vote;
  const at = received.getTime();
  return [
    keyOf(vote.id),
    at,
    at,
    article,
    locale,
    revision,
    helpful ? 1 : 0,
    level ?? null,
    search ? keyOf(search) : null,
    aside ?? null,
  ];
}

/** Columns of the table `answers`, in the order of {@link answersValues}. */
export const ANSWERS_COLUMNS = 'id, received, locale, source, article, level, answers, wordings, aside';

export function answersValues(sheet: Answers, received: Date, aside: Aside | undefined): SqlValue[] {
  const { id, locale, source, article, level, answers, wordings } = sheet;
  return [
    keyOf(id),
    received.getTime(),
    locale,
    source ?? null,
    article ?? null,
    level ?? null,
    storableJson(answers),
    wordings ? storableJson(wordings) : null,
    aside ?? null,
  ];
}

/** The signals as one JSON list of rows of the table `signals`, without `received`. */
export function signalRows(signals: readonly Signal[]): string {
  const rows = signals.map((signal) => ({
    ...signal,
    id: keyOf(signal.id),
    ...(signal.kind === 'search' && { phrase: phraseOf(storable(signal.query)) }),
    ...(signal.kind === 'open' && { search: keyOf(signal.search) }),
  }));
  // In one order everywhere, so that two lists with the same ids never wait for each other.
  return storableJson(rows.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)));
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

import type { SearchOptions } from '../search/answer.ts';
import { keep, kept } from './kept.ts';

const KEY = 'kundig:level';
const LEVELS = ['beginner', 'experienced', 'expert'] as const;
type ReaderLevel = NonNullable<SearchOptions['preferred']>;

/** Whom the reader wants articles for, if they have said so in this browser. */
export function readerLevel(): ReaderLevel | undefined {
  return LEVELS.find((level) => level === kept(KEY));
}

/** Keeps the reader's choice in this browser; without one, nothing. */
export function chooseLevel(level: string): void {
  keep(
    KEY,
    LEVELS.find((one) => one === level),
  );
}

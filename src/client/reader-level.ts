import { isLevel, type Level } from '../core/article-kinds.ts';
import { keep, kept } from './kept.ts';

const KEY = 'kundig:level';

/** Whom the reader wants articles for, if they have said so in this browser. */
export function readerLevel(): Level | undefined {
  const level = kept(KEY);
  return isLevel(level) ? level : undefined;
}

/** Keeps the reader's choice in this browser; without one, nothing. */
export function chooseLevel(level: string): void {
  keep(KEY, isLevel(level) ? level : undefined);
}

import type { Commit } from '../history.ts';
import type { TextVersion } from './vote-series.ts';

/** What became of a source since the text that its translation names. */
export interface SourceChange {
  /** Path of the source, inside the content folder. */
  source: string;
  /** Has the source ever had the text that the translation names? */
  known: boolean;
  /** How often its substance has changed since, the changes that are not committed yet among them. */
  changes: number;
  /** The first commit since that changed its substance. */
  first?: Commit;
}

/**
 * What became of a source since one of its texts. Formatting and spelling are no change; of a text that came back,
 * the last time counts.
 *
 * @param versions the newest first, at least as far back as that text, as from `textVersions`
 */
export function sourceChange(source: string, versions: readonly TextVersion[], named: string): SourceChange {
  const place = versions.findIndex(({ revision }) => revision === named);
  if (place < 0) return { source, known: false, changes: 0 };
  const since = versions.slice(0, place).filter(({ edit }) => edit === 'substance');
  const first = since.at(-1)?.commit;
  return { source, known: true, changes: since.length, ...(first && { first }) };
}

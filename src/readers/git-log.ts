import type { Commit } from '../core/history.ts';

/** What one commit did to one file. */
export interface Change {
  /** `A` added, `M` changed, `D` deleted, `R` renamed, and rarer ones; of a merge `M` or `D`. */
  status: string;
  path: string;
  /** Of a rename: the path before. */
  from?: string;
  /** Git's name of the content after it; missing for a deleted file. */
  blob?: string;
  /** The file as it came out of a merge is as on none of its branches. */
  merged: boolean;
}

export interface LogEntry extends Pick<Commit, 'hash' | 'day' | 'subject' | 'edit' | 'resolves'> {
  changes: Change[];
}

/** Arguments of the `git log` that {@link readLog} takes apart. */
export const LOG_ARGUMENTS: readonly string[] = [
  'log',
  // No commit before its parents, whatever the clocks said.
  '--date-order',
  `--format=${['%H %cs', '%s', trailers('Edit'), trailers('Resolves-feedback')].join('%x00')}`,
  '--raw',
  '--no-abbrev',
  // Of a merge, the files that are as on none of its branches.
  '-c',
  '--find-renames',
  // From the root of the repository: for merges, git knows no other way.
  '--no-relative',
  // Names as they are, where git would otherwise escape letters beyond ASCII.
  '-z',
  '--',
  '.',
];

/**
 * Takes apart what `git log` prints, newest first: of each commit the four fields of the format; then for each
 * change its modes, contents and status, which begin with a line break for the first, and its path, or both paths
 * of a rename.
 *
 * @param prefix what the paths of the folder begin with, e.g. `content/`; it is left out
 */
export function readLog(log: string, prefix: string): LogEntry[] {
  const entries: LogEntry[] = [];
  const fields = log.split('\0');
  let index = 0;
  const next = () => fields[index++] ?? '';
  const nextPath = () => next().slice(prefix.length);
  while (index < fields.length) {
    const field = next();
    const [, hash, day] = /^([0-9a-f]{40,64}) (\d{4}-\d\d-\d\d)$/.exec(field) ?? [];
    if (hash && day) {
      entries.push({ hash, day, subject: next(), ...declared(next(), next()), changes: [] });
      continue;
    }
    const [, colons, about] = /^\n?(:+)(.*)$/.exec(field) ?? [];
    if (!colons || !about) continue;
    const words = about.split(' ');
    const merged = colons.length > 1;
    const letter = words.at(-1)?.[0] ?? 'M';
    const after = words.at(-2) ?? '';
    const blob = /^0+$/.test(after) ? undefined : after;
    const from = !merged && (letter === 'R' || letter === 'C') ? nextPath() : undefined;
    const status = merged ? (blob ? 'M' : 'D') : letter;
    entries.at(-1)?.changes.push({ status, path: nextPath(), from, blob, merged });
  }
  return entries;
}

/** The values of a trailer, one for each line that gives it, whatever its capitals. */
function trailers(key: string): string {
  return `%(trailers:key=${key},valueonly,unfold,separator=%x2c)`;
}

/** What an author declares in trailers. A word that is not known declares nothing; of two, the greater counts. */
function declared(edits: string, ids: string): Pick<Commit, 'edit' | 'resolves'> {
  const kinds = words(edits);
  const edit = (['major', 'minor'] as const).find((kind) => kinds.includes(kind));
  const resolves = words(ids);
  return { ...(edit && { edit }), ...(resolves.length > 0 && { resolves }) };
}

function words(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter(Boolean);
}

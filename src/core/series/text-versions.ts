import type { EditedText } from '../edits/edit-kind.ts';
import type { Commit } from '../history.ts';
import type { EditKind, TextVersion } from './vote-series.ts';

/** The words of an article at some time. */
export interface KnownText extends EditedText {
  revision: string;
}

/** What one commit left of an article. */
export interface DatedText {
  /** Missing for a text that is not committed yet. */
  commit?: Commit;
  /** Missing where the file could not be read, because its frontmatter or its MDX was broken. */
  text?: KnownText;
}

/**
 * The texts that an article has had, each once, with the commit that made it and what that commit changed.
 *
 * Commits that leave the words alone (a review, a tag, formatting) make no version of their own. A text that could
 * not be read is passed over: the commits around it count as one. What an author declares in a trailer overrules
 * what the words say: `Edit: minor` is at most spelling, `Edit: major` is substance, even if no word has changed.
 *
 * @param texts the newest first
 * @param kindOf tells what was changed between a text and the next
 * @param voted revisions that readers voted on. If they are given, edits are told apart only as far back as the series
 *   of votes before the present one reaches: who wants to know no more need not compare the texts before it.
 */
export function textVersions(
  texts: readonly DatedText[],
  kindOf: (before: KnownText, after: KnownText) => EditKind,
  voted?: ReadonlySet<string>,
): TextVersion[] {
  const isEnough = voted ? reachesBefore(voted) : () => false;
  let isTold = false;
  const versions: TextVersion[] = [];
  let newer: { version: TextVersion; text: KnownText } | undefined;
  /** The commits that together made the newer text of an older one. */
  let makers: (Commit | undefined)[] = [];
  for (const { commit, text } of texts) {
    if (!text) {
      makers.push(commit);
      continue;
    }
    const declared = declaredKind(makers);
    if (newer?.text.revision === text.revision && declared !== 'substance') {
      newer.version.commit = commit;
      newer.text = text;
    } else {
      if (newer && !isTold) {
        newer.version.edit = declared ?? kindOf(text, newer.text);
        isTold = isEnough(newer.version);
      }
      newer = { version: { revision: text.revision, ...(commit && { commit }) }, text };
      versions.push(newer.version);
    }
    makers = [commit];
  }
  return versions;
}

/** What the authors of these commits declare them to be: all small, or any of them great. */
function declaredKind(makers: readonly (Commit | undefined)[]): EditKind | undefined {
  if (makers.some((commit) => commit?.edit === 'major')) return 'substance';
  if (makers.length > 0 && makers.every((commit) => commit?.edit === 'minor')) return 'spelling';
  return undefined;
}

/** Told of each version in turn, the newest first, answers whether both series that an audit compares are complete. */
function reachesBefore(voted: ReadonlySet<string>): (version: TextVersion) => boolean {
  // Votes on a text that came back stand with its newest version.
  const left = new Set(voted);
  let isPresent = true;
  let hasVotes = false;
  return ({ revision, edit }) => {
    if (left.delete(revision)) hasVotes = true;
    if (edit !== 'substance') return false;
    const isComplete = !isPresent && hasVotes;
    isPresent = false;
    hasVotes = false;
    return isComplete;
  };
}

import { availableParallelism } from 'node:os';
import type { Commit, History } from '../core/history.ts';
import { kindsIn, type Vocabularies } from '../core/series/kinds-of-edits.ts';
import { textVersions } from '../core/series/text-versions.ts';
import type { TextVersion } from '../core/series/vote-series.ts';
import { ArticleTexts, type PresentText } from './article-texts.ts';
import { inThread } from './in-thread.ts';

/** Articles whose texts are read at the same time. */
const BATCH = 64;
/** For so many articles it is worth while to start a second thread. */
const WORTH_A_THREAD = 500;
const THREAD = new URL('./article-versions-thread.ts', import.meta.url);

/** An article whose earlier texts are wanted. */
export interface WantedVersions {
  article: PresentText;
  /** Its texts are read back to the one with which all of these have come up. */
  revisions: ReadonlySet<string>;
  /** Revisions with votes, if edits need telling apart only as far back as these make a series before the present one. */
  voted?: ReadonlySet<string>;
}

/** What is needed to read earlier texts and to tell edits apart. It can be handed to another thread. */
export interface VersionsTask {
  /** The content folder. */
  dir: string;
  /** The commits of each wanted file. */
  commits: History['commits'];
  vocabularies: Vocabularies;
  wanted: readonly WantedVersions[];
}

/**
 * The texts that some articles have had, the newest first, in the order of what is wanted. Many articles are shared out
 * between this thread and another.
 *
 * @param threads how many there may be
 * @throws {UserError} if git fails
 */
export async function readVersions(
  task: VersionsTask,
  threads = task.wanted.length < WORTH_A_THREAD ? 1 : availableParallelism(),
): Promise<TextVersion[][]> {
  if (threads < 2) return versionsOf(task);
  // One here, one there, because long histories tend to stand together; four of nine there, because it starts later.
  const isTheirs = (index: number) => (index % 9) % 2 === 1;
  const [theirs, ours] = await Promise.all([
    inThread<TextVersion[][]>(THREAD, partOf(task, isTheirs)),
    versionsOf(partOf(task, (index) => !isTheirs(index))),
  ]);
  const [ofTheirs, ofOurs] = [theirs.values(), ours.values()];
  return task.wanted.map((_, index) => (isTheirs(index) ? ofTheirs : ofOurs).next().value ?? []);
}

/** The same in this thread. */
export async function versionsOf({
  dir,
  commits,
  vocabularies,
  wanted,
}: VersionsTask): Promise<TextVersion[][]> {
  const kindOf = kindsIn(vocabularies);
  const texts = new ArticleTexts(dir, commits);
  const read = async ({ article, revisions, voted }: WantedVersions) =>
    textVersions(await texts.upTo(article, revisions), kindOf(article.locale), voted);
  const versions: TextVersion[][] = [];
  try {
    for (let start = 0; start < wanted.length; start += BATCH) {
      versions.push(...(await Promise.all(wanted.slice(start, start + BATCH).map(read))));
    }
  } finally {
    await texts.close();
  }
  return versions;
}

/** What of the task concerns some of the wanted articles, and no more of each than is read. */
function partOf(task: VersionsTask, isPart: (index: number) => boolean): VersionsTask {
  const wanted = task.wanted.filter((_, index) => isPart(index));
  const commits = new Map<string, readonly Commit[]>();
  for (const { article } of wanted) commits.set(article.path, task.commits.get(article.path) ?? []);
  return { ...task, commits, wanted: wanted.map((one) => ({ ...one, article: bare(one.article) })) };
}

function bare({ path, locale, revision, frontmatter, outline }: PresentText): PresentText {
  const { title, reviewed } = frontmatter;
  return {
    path,
    locale,
    revision,
    frontmatter: { title, ...(reviewed && { reviewed }) },
    outline: { sections: outline.sections },
  };
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Article, Frontmatter, Outline } from '../core/article.ts';
import type { Commit, History } from '../core/history.ts';
import type { DatedText } from '../core/series/text-versions.ts';
import { GitObjects } from './git-objects.ts';
import { type OldText, oldText } from './old-texts.ts';

/** What is needed of an article to find its earlier texts. */
export interface PresentText extends Pick<Article, 'path' | 'locale' | 'revision'> {
  frontmatter: Pick<Frontmatter, 'title' | 'reviewed'>;
  outline: Pick<Outline, 'sections'>;
}

/** What one commit left of an article, with the review that it had then. */
export interface DatedOldText extends DatedText {
  text?: OldText;
}

/** Reads the texts that articles have had out of git, only as many as are asked for. */
export class ArticleTexts {
  readonly #root: string;
  readonly #commits: History['commits'];
  readonly #objects: GitObjects;

  constructor(dir: string, commits: History['commits']) {
    this.#root = path.resolve(dir);
    this.#commits = commits;
    this.#objects = new GitObjects(this.#root);
  }

  /**
   * The texts of an article, the newest first: the present one, which need not be committed, then what each commit
   * left.
   */
  all(article: PresentText): Promise<DatedOldText[]> {
    return this.#textsOf(article, () => false);
  }

  /**
   * The same down to the text with which all that is wanted has come up; all texts where some of it never does.
   *
   * @param wanted revisions that must be among them
   */
  upTo(article: PresentText, wanted: ReadonlySet<string>): Promise<DatedOldText[]> {
    // Which votes a declared change parts can only be told from all texts.
    if (this.#commitsOf(article).some(({ edit }) => edit === 'major')) return this.all(article);
    const missing = new Set(wanted);
    return this.#textsOf(article, (text) => {
      if (text) missing.delete(text.revision);
      return missing.size === 0;
    });
  }

  close(): Promise<void> {
    return this.#objects.close();
  }

  async #textsOf(
    article: PresentText,
    isEnough: (text: OldText | undefined) => boolean,
  ): Promise<DatedOldText[]> {
    const { frontmatter, outline, revision } = article;
    const present: OldText = {
      title: frontmatter.title,
      sections: outline.sections,
      revision,
      ...(frontmatter.reviewed && { reviewed: frontmatter.reviewed }),
    };
    if (isEnough(present)) return [{ text: present }];
    const commits = this.#commitsOf(article);
    const [newest] = commits;
    const isCommitted =
      newest?.blob !== undefined && newest.blob === (await this.#blobOf(article, newest.blob));
    const texts: DatedOldText[] = [{ text: present, ...(isCommitted && { commit: newest }) }];
    let last: Pick<Commit, 'blob'> & { text?: OldText } = isCommitted
      ? { blob: newest.blob, text: present }
      : {};
    const known = new Map<string, string>();
    for (const commit of commits.slice(isCommitted ? 1 : 0)) {
      // A commit that only moved the file left the same content.
      if (commit.blob !== last.blob)
        last = { blob: commit.blob, text: await this.#textOf(commit, article.path, known, last.text) };
      texts.push({ commit, text: last.text });
      if (isEnough(last.text)) break;
    }
    return texts;
  }

  #commitsOf({ path: place }: Pick<Article, 'path'>): readonly Commit[] {
    return this.#commits.get(place) ?? [];
  }

  async #textOf(
    { blob, path: place }: Commit,
    today: string,
    known: Map<string, string>,
    newer?: OldText,
  ): Promise<OldText | undefined> {
    const bytes = blob && (await this.#objects.read(blob));
    return bytes ? oldText(bytes, place ?? today, newer, known) : undefined;
  }

  /** The name that git would give to the file as it stands in the folder. */
  async #blobOf({ path: place }: Pick<Article, 'path'>, like: string): Promise<string | undefined> {
    try {
      const bytes = await readFile(path.join(this.#root, place));
      // Repositories name contents by SHA-1, or by SHA-256 where they were begun so.
      return createHash(like.length === 40 ? 'sha1' : 'sha256')
        .update(`blob ${bytes.length}\0`)
        .update(bytes)
        .digest('hex');
    } catch {
      return undefined;
    }
  }
}

import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Article } from '../core/article.ts';
import type { Commit, History } from '../core/history.ts';
import type { DatedText, KnownText } from '../core/series/text-versions.ts';
import { GitObjects } from './git-objects.ts';
import { oldText } from './old-texts.ts';

/** Reads the texts that articles have had out of git, only as many as are asked for. */
export class ArticleTexts {
  readonly #root: string;
  readonly #history: History;
  readonly #objects: GitObjects;

  constructor(dir: string, history: History) {
    this.#root = path.resolve(dir);
    this.#history = history;
    this.#objects = new GitObjects(this.#root);
  }

  /**
   * The texts of an article, the newest first: the present one, which need not be committed, then what each commit
   * left, down to the first text until which all that is wanted has come up. If some of it never does, these are
   * all texts.
   *
   * @param wanted revisions that must be among them
   */
  async upTo(article: Article, wanted: ReadonlySet<string>): Promise<DatedText[]> {
    const missing = new Set(wanted);
    missing.delete(article.revision);
    const commits = this.#history.commits.get(article.path) ?? [];
    const present: KnownText = {
      title: article.frontmatter.title,
      sections: article.outline.sections,
      revision: article.revision,
    };
    // Which votes a declared change parts can only be told from all texts.
    const isAll = commits.some(({ edit }) => edit === 'major');
    if (missing.size === 0 && !isAll) return [{ text: present }];
    const [newest, ...older] = commits;
    const isCommitted =
      newest?.blob !== undefined && newest.blob === (await this.#blobOf(article, newest.blob));
    const texts: DatedText[] = [{ text: present, ...(isCommitted && { commit: newest }) }];
    let last = { blob: isCommitted ? newest.blob : undefined, text: present as KnownText | undefined };
    for (const commit of isCommitted ? older : commits) {
      if (missing.size === 0 && !isAll) break;
      if (commit.blob !== last.blob)
        last = { blob: commit.blob, text: await this.#textOf(commit, article.path) };
      if (last.text) missing.delete(last.text.revision);
      texts.push({ commit, text: last.text });
    }
    return texts;
  }

  close(): Promise<void> {
    return this.#objects.close();
  }

  async #textOf({ blob, path: place }: Commit, today: string): Promise<KnownText | undefined> {
    const bytes = blob && (await this.#objects.read(blob));
    return bytes ? oldText(bytes, place ?? today) : undefined;
  }

  /** The name that git would give to the file as it stands in the folder. */
  async #blobOf({ path: place }: Article, like: string): Promise<string | undefined> {
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

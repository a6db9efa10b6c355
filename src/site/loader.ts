import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Loader, LoaderContext } from 'astro/loaders';
import type { Article } from '../core/article.ts';
import { dayOf } from '../core/calendar.ts';
import { publishedArticles } from '../core/content.ts';
import { byPlace, type Finding } from '../core/finding.ts';
import { relatedArticles } from '../core/related.ts';
import { readContent } from '../readers/content-folder.ts';
import { splitFrontmatter } from '../readers/frontmatter.ts';
import { readTextFile } from '../readers/text-file.ts';
import { articleDays } from './article-days.ts';
import { helpfulShares } from './helpful-shares.ts';
import { currentWorkDir } from './paths.ts';

/** What a page knows about an article, apart from its text. */
export interface ArticleData extends Omit<Article, 'outline' | 'lines' | 'bodyLine'> {
  /** For the list of contents. */
  headings: Article['outline']['headings'];
  /** Paths of related articles, the most alike first. */
  related: string[];
  /** Day of the first commit, where git knows one. */
  created?: string;
  /** Lower bound of the share of readers whom the article helped, where enough of them voted. */
  helpfulShare?: number;
  /** File with the article's HTML; an MDX article is rendered by its module instead. */
  html?: string;
}

/**
 * Brings the content folder into Astro: front matter and what a list needs go into the data store, the HTML of
 * each article into a file named by its digest, so that no page carries the bodies of others.
 */
export function articleLoader(contentDir: string): Loader {
  return {
    name: 'kundig-articles',
    async load({ store, config, watcher, renderMarkdown, generateDigest, logger }) {
      const isPreview = watcher !== undefined;
      const htmlDir = path.join(currentWorkDir(), 'html');

      async function loadAll(): Promise<void> {
        const content = await readContent(contentDir);
        if (isPreview) sayMistakes(content.findings, logger);
        const today = dayOf(new Date());
        const published = isPreview ? content.articles : publishedArticles(content, today);
        const related = new Map(
          Map.groupBy(published, ({ locale }) => locale)
            .values()
            .flatMap((sameLocale) => relatedArticles(sameLocale)),
        );
        const days = await articleDays(contentDir);
        const shares = await helpfulShares(published, (message) => logger.warn(message));
        await mkdir(htmlDir, { recursive: true });
        const stale = new Set(store.keys());
        for (const article of published) {
          stale.delete(article.path);
          const { outline, lines: _lines, bodyLine: _bodyLine, ...rest } = article;
          const file = path.join(contentDir, article.path);
          const isMdx = article.path.endsWith('.mdx');
          const { text } = await readTextFile(file);
          const html = isMdx ? undefined : await render(text, file);
          const data: ArticleData = {
            ...rest,
            ...days.get(article.path),
            headings: outline.headings,
            related: related.get(article.path) ?? [],
            helpfulShare: shares.get(article.path),
            html: html && (await keep(html)),
          };
          const digest = generateDigest(JSON.stringify([data, text, config.base]));
          store.set({ id: article.path, data: data as unknown as Record<string, unknown>, digest });
        }
        for (const id of stale) store.delete(id);
      }

      async function render(text: string, file: string): Promise<string> {
        // With front matter of its own, a text that begins with a rule (---) is not taken for one.
        const { html } = await renderMarkdown(`---\n---\n${splitFrontmatter(text).body}`, {
          fileURL: pathToFileURL(file),
        });
        return html;
      }

      /** Writes the HTML into a file that bears the name of its content. */
      async function keep(html: string): Promise<string> {
        const file = path.join(htmlDir, `${generateDigest(html)}.html`);
        const isKept = await readFile(file, 'utf8').then(
          (kept) => kept === html,
          () => false,
        );
        if (!isKept) await writeFile(file, html);
        return file;
      }

      if (!isPreview) await rm(htmlDir, { recursive: true, force: true });
      await loadAll();
      if (!watcher) return;
      watcher.add(contentDir);
      const reload = async (file: string) => {
        if (!file.startsWith(contentDir) || !/\.(?:mdx?|yaml)$/.test(file)) return;
        try {
          await loadAll();
        } catch (error) {
          // Half-moved folders must not end the preview: the next change is another try.
          return logger.error(error instanceof Error ? error.message : String(error));
        }
        logger.info(`Reloaded after a change in ${path.relative(contentDir, file)}`);
      };
      for (const event of ['add', 'change', 'unlink'] as const) watcher.on(event, reload);
    },
  };
}

/** What keeps articles or settings out of the preview. */
function sayMistakes(findings: readonly Finding[], logger: LoaderContext['logger']): void {
  for (const { file, line, message, hint } of findings
    .filter(({ severity }) => severity === 'error')
    .sort(byPlace)) {
    logger.error(`${file}:${line}  ${message} ${hint}`);
  }
}

import { satteri } from '@astrojs/markdown-satteri';
import type { AstroIntegration } from 'astro';
import { dayOf } from '../core/calendar.ts';
import { type Content, publishedArticles } from '../core/content.ts';
import { byPlace } from '../core/finding.ts';
import type { Site } from '../core/site.ts';
import { UserError } from '../core/user-error.ts';
import { readContent } from '../readers/content-folder.ts';
import { readTexts } from '../readers/texts.ts';
import { copyAssets, serveAssets } from './assets.ts';
import { writeHeaders } from './headers-file.ts';
import { writeManifest } from './manifest-file.ts';
import { markdownPlugins } from './markdown-plugins.ts';
import { mdxModule } from './mdx-module.ts';
import { serveFeedback } from './preview-collector.ts';
import { writeRedirects } from './redirects.ts';
import { serveIndex, writeIndex } from './search-index.ts';
import { settingsModule } from './settings-module.ts';

/**
 * Makes Astro build a content folder: its settings for the pages, its Markdown, its pictures, its search index,
 * and in the preview a collector that takes votes.
 */
export function kundig({ contentDir }: { contentDir: string }): AstroIntegration {
  let base = '';
  // A build reads the folder once for all its parts; the preview reads it again whenever something asks.
  let read = () => readContent(contentDir);
  return {
    name: 'kundig',
    hooks: {
      async 'astro:config:setup'({ command, updateConfig }) {
        if (command === 'build') read = once(read);
        const site = siteOf(await read());
        const url = new URL(site.url);
        base = url.pathname.replace(/\/+$/, '');
        updateConfig({
          site: url.origin,
          ...(base ? { base } : {}),
          markdown: {
            syntaxHighlight: false,
            processor: satteri({
              // Raw HTML as elements, so that its links and pictures are those of Markdown.
              features: { headingAttributes: true, smartPunctuation: false, rawHtml: true },
              hastPlugins: markdownPlugins({ contentDir, base, textsOf: readTexts }),
            }),
          },
          vite: { plugins: [settingsModule(contentDir, read), mdxModule(contentDir, read)] },
        });
      },
      async 'astro:server:setup'({ server }) {
        serveAssets(server, contentDir);
        await serveIndex(server, contentDir);
        await serveFeedback(server, contentDir);
      },
      async 'astro:build:done'({ dir, logger }) {
        const content = await read();
        const published = publishedArticles(content, dayOf(new Date()));
        await copyAssets(content, dir);
        await writeRedirects(published, dir, base);
        await writeManifest(published, dir);
        await writeIndex(content, published, dir);
        await writeHeaders(siteOf(content), dir, base);
        logger.info(`${published.length} articles can be searched`);
      },
    },
  };
}

/** A function that does its work when it is first called, and gives the same result ever after. */
function once<Result>(work: () => Result): () => Result {
  let result: { value: Result } | undefined;
  return () => {
    result ??= { value: work() };
    return result.value;
  };
}

/** The settings of the site, without which nothing can be built. */
function siteOf({ site, findings }: Content): Site {
  if (site) return site;
  const reasons = findings.filter(({ file }) => file === 'site.yaml').sort(byPlace);
  throw new UserError(
    reasons.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'),
    reasons.map(({ hint }) => hint).join('\n'),
  );
}

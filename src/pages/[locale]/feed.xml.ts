import rss from '@astrojs/rss';
import type { APIContext } from 'astro';
import { addressOf } from '../../core/article.ts';
import { absolute, articlesOf, localePaths, pageContext, site } from '../../site/page-context.ts';

export const getStaticPaths = localePaths;

/** Articles in the feed. */
const NEWEST = 30;

/** What is new and what changed, for feed readers. */
export async function GET({ params }: APIContext): Promise<Response> {
  const page = pageContext(params.locale ?? '');
  const dated = (await articlesOf(page.locale)).flatMap((article) => {
    const day = article.updated ?? article.frontmatter.publishAt ?? article.frontmatter.reviewed;
    return day ? [{ article, day }] : [];
  });
  const newest = dated.sort((a, b) => (a.day < b.day ? 1 : -1)).slice(0, NEWEST);
  return rss({
    title: page.t('feed.title', { site: page.text(site.title) }),
    description: page.text(site.tagline ?? site.title),
    site: absolute(`/${page.locale}/`),
    items: newest.map(({ article, day }) => ({
      title: article.frontmatter.title,
      description: article.frontmatter.description,
      link: absolute(addressOf(article)),
      pubDate: new Date(`${day}T00:00:00Z`),
    })),
    customData: `<language>${page.locale}</language>`,
  });
}

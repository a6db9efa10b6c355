import type { Article } from '../../src/core/article.ts';
import type { Content } from '../../src/core/content.ts';
import { siteSchema } from '../../src/core/site.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import type { IndexFile } from '../../src/search/index-files.ts';
import type { LongDocument } from './search-set.ts';

const CATEGORY = 'help';

/** Builds the help centre's index as its site is built: every document is an article. */
export async function buildKundig(documents: readonly LongDocument[], lang: string): Promise<IndexFile[]> {
  const articles = documents.map((document, at) => articleOf(document, at, lang));
  return buildIndex(contentOf(articles, lang), articles);
}

/** A help centre of one language and one category. */
export function contentOf(articles: Article[], lang: string): Content {
  return {
    dir: '',
    files: new Set(),
    site: siteSchema.parse({ title: { [lang]: 'Help' }, url: 'https://help.example.com', locales: [lang] }),
    synonyms: {},
    queries: [],
    queryLines: [],
    categories: [
      {
        id: CATEGORY,
        locale: lang,
        folder: CATEGORY,
        title: '',
        description: '',
        icon: 'book',
      },
    ],
    articles,
    findings: [],
  };
}

/** The document as an article of the help centre. */
export function articleOf(
  { id, title, body, questions, parts = [] }: LongDocument,
  at: number,
  lang: string,
): Article {
  const slug = `article-${at}`;
  const sections = parts.map((part, number) => ({
    heading: { depth: 2, text: part.heading, anchor: `part-${number}`, line: 1 },
    text: part.body,
  }));
  return {
    id,
    locale: lang,
    category: CATEGORY,
    slug,
    path: `${lang}/${CATEGORY}/${slug}.md`,
    frontmatter: {
      title,
      // The sets have none, and none of the other engines is given one.
      description: '',
      type: 'faq',
      questions,
      tags: [],
      dependsOn: [],
      screenshots: [],
      silence: [],
      draft: false,
      redirectFrom: [],
      featured: false,
    },
    lines: {},
    bodyLine: 1,
    outline: {
      headings: sections.map(({ heading }) => heading),
      anchors: [],
      links: [],
      images: [],
      sections: [{ text: body }, ...sections],
    },
    revision: at.toString(16).padStart(12, '0'),
  };
}

import type { Article, ArticleType, Level } from '../../src/core/article.ts';
import type { Content } from '../../src/core/content.ts';
import { siteSchema } from '../../src/core/site.ts';
import type { SearchAnswer, SearchOptions } from '../../src/search/answer.ts';
import { buildIndex } from '../../src/search/build-index.ts';
import { openIndex, type ReadFile, type SearchIndex } from '../../src/search/open-index.ts';
import { search } from '../../src/search/search.ts';
import { anArticle } from '../core/an-article.ts';

/** As much of an article as a search looks at. */
export interface Writing {
  /** Category and name, e.g. `billing/refund`. */
  id: string;
  title: string;
  text?: string;
  /** Texts below the first, by their heading. */
  sections?: Record<string, string>;
  description?: string;
  type?: ArticleType;
  level?: Level;
  questions?: string[];
  tags?: string[];
  locale?: string;
  draft?: boolean;
}

export interface Settings {
  /** The first is the language of articles that name none, and the one that is opened; `en` unless told otherwise. */
  locales?: string[];
  /** In the first language. */
  synonyms?: string[][];
  /** Titles of categories by folder. */
  categories?: Record<string, string>;
}

/** A search in memory. */
export interface SmallIndex {
  index: SearchIndex;
  /** Paths that were read, in their order. */
  reads: string[];
  find(query: string, options?: SearchOptions): Promise<SearchAnswer>;
  /** Ids of the articles that are found, the best first. */
  ids(query: string, options?: SearchOptions): Promise<string[]>;
}

/** Builds the index of a few articles and opens it. */
export async function smallIndex(writings: readonly Writing[], settings: Settings = {}): Promise<SmallIndex> {
  const { read, reads } = await builtFiles(writings, settings);
  const index = await openIndex(read, settings.locales?.[0] ?? 'en');
  const find = (query: string, options?: SearchOptions) => search(index, query, options);
  return {
    index,
    reads,
    find,
    ids: async (query, options) => (await find(query, options)).results.map(({ article }) => article),
  };
}

/** Builds the index of a few articles; its files can be read by `openIndex`. */
export async function builtFiles(
  writings: readonly Writing[],
  settings: Settings = {},
): Promise<{ files: Map<string, Uint8Array<ArrayBuffer>>; read: ReadFile; reads: string[] }> {
  const { content, articles } = smallContent(writings, settings);
  const built = await buildIndex(content, articles);
  const files = new Map(built.map(({ path, content }) => [path, new Uint8Array(content)]));
  const reads: string[] = [];
  const [locale] = content.site?.locales ?? [];
  const read: ReadFile = async (path) => {
    reads.push(path);
    const file = files.get(`${locale}/${path}`);
    if (!file) throw new Error(`There is no ${path}.`);
    return file;
  };
  return { files, read, reads };
}

/** A content folder as it is read, with nothing in it but these articles. */
export function smallContent(
  writings: readonly Writing[],
  { locales = ['en'], synonyms = [], categories = {} }: Settings = {},
): { content: Content; articles: Article[] } {
  const [locale = ''] = locales;
  const articles = writings.map((writing) => articleOf({ locale, ...writing }));
  const content: Content = {
    dir: '/content',
    files: new Set(),
    site: siteSchema.parse({ title: { [locale]: 'Help' }, url: 'https://help.example.com', locales }),
    synonyms: { [locale]: synonyms },
    queries: [],
    queryLines: [],
    categories: Object.entries(categories).map(([folder, title]) => ({
      id: folder,
      locale,
      folder,
      title,
      description: title,
      icon: 'book',
    })),
    articles,
    findings: [],
  };
  return { content, articles };
}

function articleOf(writing: Writing): Article {
  const { id, locale = '', title, description = '–', type = 'how-to', level, draft = false } = writing;
  const { text = '', sections = {}, questions = [], tags = [] } = writing;
  return anArticle({
    id,
    locale,
    frontmatter: { title, description, type, questions, tags, draft, ...(level ? { level } : {}) },
    outline: {
      headings: [],
      anchors: [],
      links: [],
      images: [],
      sections: [
        { text },
        ...Object.entries(sections).map(([heading, text], place) => ({
          heading: { depth: 2, text: heading, anchor: anchorOf(heading), line: place + 10 },
          text,
        })),
      ],
    },
  });
}

function anchorOf(heading: string): string {
  return heading.toLowerCase().replaceAll(' ', '-');
}

/** Articles on subjects that nobody asks for, so that a word of the others says something. */
export function others(count = 20): Writing[] {
  return Array.from({ length: count }, (_, place) => ({
    id: `other/x${place}`,
    title: `Zyx${place} qua${place}`,
    text: `Wub${place} vok${place} yir${place}.`,
  }));
}

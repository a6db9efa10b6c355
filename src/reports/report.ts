import { html } from 'hono/html';
import type { Article, Category } from '../core/article.ts';
import type { Figures } from '../core/figures/figures.ts';
import { inLocale, type Site } from '../core/site.ts';
import type { Survey } from '../core/survey/survey.ts';
import type { Texts } from '../core/texts.ts';
import { type ArticlePage, articlePages } from './article-pages.ts';
import { createWords, type Words } from './words.ts';

/** What a report is made of. */
export interface ReportInput {
  figures: Figures;
  site: Site;
  survey?: Survey;
  /** For titles and addresses; figures of other articles are shown under their ids. */
  articles: readonly Pick<Article, 'id' | 'locale' | 'category' | 'slug' | 'frontmatter'>[];
  /** For their titles; others are shown under their ids. */
  categories?: readonly Pick<Category, 'id' | 'locale' | 'title'>[];
  texts: Texts;
  /** Language of the report. */
  locale: string;
  /** Where the page of the audit stands, as seen from the report. By default `audit.html` beside it. */
  auditAddress?: string;
  /** Whether the figures are made up to show what a report looks like: the page and each picture say so. */
  demo?: boolean;
}

/** Markup in which every value has been escaped. */
export type Html = ReturnType<typeof html>;

/** What the parts of a page draw on. */
export interface Report extends Omit<ReportInput, 'articles' | 'categories' | 'texts' | 'auditAddress'> {
  words: Words;
  /** A text of the site or the survey, in the language of the report or the site's first. */
  inWords(texts: Record<string, string>): string;
  /** What an article is called, and where it stands if it still exists. */
  articlePage(article: string, locale: string): ArticlePage;
  /** An article by its title, linked to its page where it still exists. */
  articleLink(article: string, locale: string): Html;
  /** A category by its title. */
  categoryName(category: string, locale: string): string;
  auditAddress: string;
}

export function createReport({ articles, categories = [], texts, ...input }: ReportInput): Report {
  const { site, locale, auditAddress = 'audit.html' } = input;
  const articlePage = articlePages(articles, site);
  const titles = new Map(categories.map(({ id, locale, title }) => [`${locale} ${id}`, title]));
  return {
    ...input,
    auditAddress,
    words: createWords(texts, locale),
    inWords: (texts) => inLocale(texts, locale, site.locales[0]),
    articlePage,
    articleLink(id, language) {
      const { title, address } = articlePage(id, language);
      if (!address) return html`<span class="gone">${title}</span>`;
      return html`<a href="${address}" lang="${language}">${title}</a>`;
    },
    categoryName: (id, language) => titles.get(`${language} ${id}`) ?? id,
  };
}

import { type Article, type Category, isPublished } from './article.ts';
import type { Day } from './calendar.ts';
import type { Finding } from './finding.ts';
import type { GoldenQuery } from './golden-query.ts';
import type { Products } from './products.ts';
import type { Site } from './site.ts';
import type { Survey } from './survey/survey.ts';
import type { Synonyms } from './synonyms.ts';

/** Everything that a content folder holds, as far as it could be read; what could not is in `findings`. */
export interface Content {
  /** Absolute path of the folder. */
  dir: string;
  /** Every file in it, as paths with `/`. */
  files: ReadonlySet<string>;
  site?: Site;
  /** Line of each key under `audit.severity` in `site.yaml`. */
  severityLines?: Readonly<Record<string, number>>;
  survey?: Survey;
  /** Categories that the conditions in `survey.yaml` name, with their lines. */
  surveyCategories?: readonly { name: string; line: number }[];
  synonyms: Synonyms;
  /** Versions and screens that articles rest on; missing where there is no `products.yaml`. */
  products?: Products;
  queries: GoldenQuery[];
  /** Line of each golden query in `queries.yaml`. */
  queryLines: number[];
  categories: Category[];
  /** By path. Drafts and expired articles are among them. */
  articles: Article[];
  /** Mistakes that were met while reading. */
  findings: Finding[];
}

/** What the collector has to know of a content folder: whom it serves, what it asks, and which articles there are. */
export interface ServedContent {
  site: Site;
  survey?: Survey;
  categories: Category[];
  articles: Pick<Article, 'id' | 'locale' | 'category' | 'slug' | 'revision' | 'frontmatter'>[];
}

/** The articles that readers of the site see on a day: published, and in one of its languages. */
export function publishedArticles<Known extends Pick<Article, 'locale' | 'frontmatter'>>(
  { articles, site }: { articles: readonly Known[]; site?: Pick<Site, 'locales'> },
  today: Day,
): Known[] {
  return articles.filter(
    ({ frontmatter, locale }) => isPublished(frontmatter, today) && site?.locales.includes(locale),
  );
}

import { getCollection } from 'astro:content';
import { categories, site, survey, texts } from 'virtual:kundig';
import { addressOf, type Category } from '../core/article.ts';
import { inLocale } from '../core/site.ts';
import { byOrder } from '../core/site-order.ts';
import { translate, translateCount } from '../core/texts.ts';
import type { ArticleData } from './loader.ts';

export { site };

/** Does the site ask its readers anything? Otherwise no page leads to the survey. */
export const hasSurvey = survey !== undefined && site.feedback.survey;

/** What every page of one language needs: its words, its dates, its addresses. */
export interface PageContext {
  locale: string;
  /** `ltr` or `rtl`. */
  direction: string;
  /** A text of the interface with its `{places}` filled in. */
  t(key: string, values?: Record<string, string | number>): string;
  /** The same for a number of things. */
  count(key: string, count: number): string;
  /** A text of the settings in this language. */
  text(texts: Record<string, string>): string;
  /** A day as people write it, e.g. `1 March 2026`. */
  date(day: string): string;
}

/** Prepares the words of one language. */
export function pageContext(locale: string): PageContext {
  const words = texts[locale] ?? {};
  return {
    locale,
    direction: directionOf(locale),
    t: (key, values) => translate(words, key, values),
    count: (key, count) => translateCount(words, locale, key, count),
    text: (localized) => inLocale(localized, locale, site.locales[0]),
    date: (day) => dateFormat(locale).format(new Date(`${day}T00:00:00Z`)),
  };
}

const dateFormats = new Map<string, Intl.DateTimeFormat>();

/** Made once a language: making one costs more than the rest of a page. */
function dateFormat(locale: string): Intl.DateTimeFormat {
  const known = dateFormats.get(locale);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  dateFormats.set(locale, made);
  return made;
}

/** Path under which the site stands, without a slash at the end: `` or `/help`. */
export const BASE = new URL(site.url).pathname.replace(/\/+$/, '');

/** An address on the site as it stands in a link, below the site's base. */
export function href(address: string): string {
  return `${BASE}${address}`;
}

/** An address with the site's name, for feeds and search engines. */
export function absolute(address: string): string {
  return `${new URL(site.url).origin}${href(address)}`;
}

/** Where the collector takes submissions. */
export function apiAddress(path: string): string {
  return `${site.collector?.replace(/\/$/, '') ?? ''}/api/${path}`;
}

/** The folder of a language's search index, with a slash at its end. */
export function searchIndexAddress(locale: string): string {
  return href(`/search/${locale}/`);
}

/** How a language calls itself, e.g. `Deutsch`. */
export function nameOfLanguage(locale: string): string {
  const own = texts[locale]?.['language.name'];
  const isOwn = own !== undefined && (locale === 'en' || own !== texts.en?.['language.name']);
  return isOwn ? own : (new Intl.DisplayNames(locale, { type: 'language' }).of(locale) ?? locale);
}

/** Every category of a language in its order, with its articles in theirs. */
export async function categoriesOf(locale: string): Promise<CategoryEntry[]> {
  return (await library()).categories.get(locale) ?? [];
}

/** Every article of a language. */
export async function articlesOf(locale: string): Promise<ArticleData[]> {
  return (await library()).byLocale.get(locale) ?? [];
}

/** The articles that are most like an article, the most alike first. */
export async function relatedTo({ related }: ArticleData): Promise<ArticleData[]> {
  const { byPath } = await library();
  return related.flatMap((path) => byPath.get(path) ?? []);
}

/** The addresses of one article in each language that has it; used for language links and search engines. */
export async function translationsOf({ id }: ArticleData): Promise<{ locale: string; address: string }[]> {
  const sameId = (await library()).byId.get(id) ?? [];
  return site.locales.flatMap((locale) => {
    const found = sameId.find((article) => article.locale === locale);
    return found ? [{ locale, address: addressOf(found) }] : [];
  });
}

interface CategoryEntry {
  category: Category;
  articles: ArticleData[];
}

interface Library {
  byLocale: Map<string, ArticleData[]>;
  byId: Map<string, ArticleData[]>;
  byPath: Map<string, ArticleData>;
  categories: Map<string, CategoryEntry[]>;
}

let built: Promise<Library> | undefined;

/** All articles in the orders that pages ask for; put together once in a build, for each page in the preview. */
function library(): Promise<Library> {
  if (import.meta.env.DEV) return readLibrary();
  built ??= readLibrary();
  return built;
}

async function readLibrary(): Promise<Library> {
  const articles = (await getCollection('articles')).map(({ data }) => data);
  const byLocale = Map.groupBy(articles, ({ locale }) => locale);
  return {
    byLocale,
    byId: Map.groupBy(articles, ({ id }) => id),
    byPath: new Map(articles.map((article) => [article.path, article])),
    categories: new Map(
      site.locales.map((locale) => [locale, categoryEntries(locale, byLocale.get(locale) ?? [])]),
    ),
  };
}

function categoryEntries(locale: string, articles: readonly ArticleData[]): CategoryEntry[] {
  const inOrder = byOrder(locale);
  const byFolder = Map.groupBy(articles, ({ category }) => category);
  const described = categories.filter((category) => category.locale === locale);
  const known = new Set(described.map(({ folder }) => folder));
  const undescribed = [...byFolder.keys()]
    .filter((folder) => !known.has(folder))
    .map(
      (folder): Category => ({ id: folder, locale, folder, title: folder, description: '', icon: 'book' }),
    );
  return [...described, ...undescribed].sort(inOrder).map((category) => ({
    category,
    articles: (byFolder.get(category.folder) ?? []).toSorted((a, b) => inOrder(a.frontmatter, b.frontmatter)),
  }));
}

/** The same page below the folder of each language, e.g. the search. */
export function inEveryLanguage(page: string): { locale: string; address: string }[] {
  return site.locales.map((locale) => ({ locale, address: `/${locale}/${page}` }));
}

/** One path for each language of the site. */
export function localePaths(): { params: { locale: string } }[] {
  return site.locales.map((locale) => ({ params: { locale } }));
}

function directionOf(locale: string): string {
  const info = new Intl.Locale(locale) as Intl.Locale & { getTextInfo?: () => { direction?: string } };
  return info.getTextInfo?.().direction ?? 'ltr';
}

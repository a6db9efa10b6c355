import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { visit } from 'unist-util-visit';
import type { Outline } from '../core/article.ts';
import type { Day } from '../core/calendar.ts';
import { UserError } from '../core/user-error.ts';
import { readOutline } from '../readers/outline.ts';
import { AddressBook } from './address-book.ts';
import { articleText, categoryText, siteText } from './article-text.ts';
import { Assets } from './assets.ts';
import { planCategories } from './categories.ts';
import { readCategoryFiles } from './category-files.ts';
import type { SourceDocument } from './document.ts';
import { convertHeadings } from './headings.ts';
import { readJsonDocuments } from './json-documents.ts';
import { detectLayout, type Layout } from './layout.ts';
import { byKind, type Loss } from './loss.ts';
import { readMarkdownDocuments } from './markdown-documents.ts';
import { parseMarkdown } from './markdown-tree.ts';
import { planTargets, titleOf } from './plan.ts';
import { type PreparedDocument, prepareDocument } from './prepared-document.ts';
import { earlierAddresses } from './redirects.ts';
import { CONFIG_NAMES, readSiteConfig, type SiteConfig } from './site-config.ts';
import { readSourceFolder, type SourceFolder } from './source-folder.ts';
import type { SourceText } from './source-text.ts';
import { convertTargets } from './targets.ts';

/** A folder of another system as a content folder; nothing is written yet. */
export interface Import {
  /** Languages with articles, the source of translations first, and how many articles each has. */
  locales: ReadonlyMap<string, number>;
  /** Path in the content folder -> text: articles and descriptions of categories. */
  texts: ReadonlyMap<string, string>;
  /** Path in the content folder -> absolute path of the file that is copied there. */
  copies: ReadonlyMap<string, string>;
  /** A first `site.yaml`, for a content folder that has none. */
  site: string;
  /** Paths of the articles among the texts. */
  articles: readonly string[];
  losses: readonly Loss[];
}

interface Options {
  /** Only these languages; the first that no other document is in is that of documents that do not say theirs. */
  locales?: readonly string[];
  today: Day;
}

/**
 * Reads a folder of Hugo, Zola, Jekyll, VitePress, Docusaurus or of plain Markdown, or of questions and answers in
 * JSON, and makes a content folder of it.
 *
 * @throws {UserError} if there is no such folder, or no article in it
 */
export async function importFolder(from: string, { locales: wanted = [], today }: Options): Promise<Import> {
  const folder = await readSourceFolder(from);
  const config = await findConfig(folder);
  const layout = detectLayout(folder.files, path.basename(folder.dir), { wanted, configured: config.locale });
  const read = await readDocuments(folder, layout);
  const losses = [...read.losses];
  const documents = onlyIn(wanted, read.documents, losses);
  const prepared = documents.flatMap((document) => prepareDocument(document, today, losses) ?? []);
  const locales = localesOf(prepared, layout, wanted);
  const targets = planTargets(prepared, layout, locales, losses);
  const categories = planCategories(prepared, targets, read.sections, layout);
  if (targets.size === 0) throw nothingFound(folder, losses);

  const titled = withoutTitles(prepared, losses);
  const outlines = new Map<SourceDocument, Outline>();
  for (const [{ document, format }, { text }] of titled) outlines.set(document, readOutline(text, format));

  const mappedOf = new Map(prepared.map((one) => [one.document, one.mapped]));
  const book = new AddressBook(
    prepared.map(({ document }) => document),
    layout,
    (document) => mappedOf.get(document) ?? { addresses: [] },
  );
  const assets = new Assets(folder, layout);
  const redirects = earlierAddresses(prepared, targets, book, layout, config, locales, losses);
  const surroundings = { book, assets, targets, categories, outlines, oldSite: config.url };
  const texts = new Map<string, string>();
  for (const [one, body] of titled) {
    const target = targets.get(one.document);
    if (!target) continue;
    const tree = body === one.body ? one.tree : parseMarkdown(body.text, one.format);
    const { text } = convertTargets(body, tree, one.document, target, surroundings, losses);
    const category = categories.find(
      ({ locale, folder: name }) => locale === target.locale && name === target.folder,
    );
    const headings = outlines.get(one.document)?.headings.map((heading) => heading.text) ?? [];
    const earlier = redirects.get(one.document) ?? [];
    texts.set(target.path, articleText(one, target, category, text, tree, headings, earlier, losses));
  }
  const articles = [...texts.keys()].sort();
  for (const category of categories) {
    texts.set(`${category.locale}/${category.folder}/index.md`, categoryText(category));
  }
  const copies = [...assets.copies].map(([to, file]) => [to, path.join(folder.dir, file)] as const);
  const present = locales.filter((locale) => articles.some((file) => file.startsWith(`${locale}/`)));
  return {
    locales: new Map(
      present.map((locale) => [locale, articles.filter((file) => file.startsWith(`${locale}/`)).length]),
    ),
    texts,
    copies: new Map(copies),
    site: siteText(config.title, present),
    articles,
    losses: losses.toSorted(byKind),
  };
}

async function findConfig(folder: SourceFolder): Promise<SiteConfig> {
  const file = folder.files.find(
    (one) => CONFIG_NAMES.test(one) || /^config\/_default\/(?:hugo|config)\.\w+$/.test(one),
  );
  return file ? readSiteConfig(path.basename(file), await readFile(path.join(folder.dir, file), 'utf8')) : {};
}

/** Markdown where there is any, else questions and answers in JSON: beside Markdown, JSON is settings. */
async function readDocuments(folder: SourceFolder, layout: Layout) {
  const markdown = await readMarkdownDocuments(folder, layout);
  if (markdown.documents.length > 0 || markdown.losses.length > 0) {
    return { ...markdown, sections: await readCategoryFiles(folder, layout) };
  }
  return readJsonDocuments(folder, layout.defaultLocale);
}

function onlyIn(wanted: readonly string[], documents: SourceDocument[], losses: Loss[]): SourceDocument[] {
  if (wanted.length === 0) return documents;
  const others = Map.groupBy(
    documents.filter(({ locale }) => !wanted.includes(locale)),
    ({ locale }) => locale,
  );
  for (const [locale, [first, ...rest]] of others) {
    if (!first) continue;
    const message = `The language ${locale} is not among --locales: ${rest.length + 1} documents are left out, this one first.`;
    losses.push({ kind: 'file', file: first.file, line: 1, message });
  }
  return documents.filter(({ locale }) => wanted.includes(locale));
}

/** Languages in the user's order, else the source's own first and then by the number of their documents. */
function localesOf(
  prepared: readonly PreparedDocument[],
  layout: Layout,
  wanted: readonly string[],
): string[] {
  const counts = Map.groupBy(prepared, ({ document }) => document.locale);
  const rank = (locale: string) => {
    const place = wanted.indexOf(locale);
    if (place >= 0) return place - wanted.length;
    return locale === layout.defaultLocale ? 0 : 1;
  };
  return [...counts.keys()].sort(
    (a, b) =>
      rank(a) - rank(b) || (counts.get(b)?.length ?? 0) - (counts.get(a)?.length ?? 0) || (a < b ? -1 : 1),
  );
}

/**
 * Texts without their title. Where most documents begin with a heading of the first order, such headings are titles
 * by the custom of the house, even where the front matter words the title otherwise.
 */
function withoutTitles(
  prepared: readonly PreparedDocument[],
  losses: Loss[],
): [PreparedDocument, SourceText][] {
  const isCustom = prepared.filter(({ heading }) => heading !== undefined).length * 2 > prepared.length;
  return prepared.map((one) => {
    let isOnly = true;
    let count = 0;
    visit(one.tree, 'heading', ({ depth }) => {
      if (depth === 1) isOnly = ++count === 1;
    });
    const isTitle = !one.mapped.title || (isCustom && isOnly);
    return [one, convertHeadings(one.body, one.tree, titleOf(one), isTitle, one.document.file, losses)];
  });
}

function nothingFound({ dir }: SourceFolder, losses: readonly Loss[]): UserError {
  const [first] = losses.toSorted(byKind);
  return new UserError(
    `There is nothing to import in ${dir}.`,
    first
      ? `${losses.length} files were left out, the first for this reason: ${first.file}:${first.line} ${first.message}`
      : 'Name a folder that holds Markdown files (.md, .mdx), or questions and answers in JSON.',
  );
}

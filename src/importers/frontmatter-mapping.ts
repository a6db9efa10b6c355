import { ARTICLE_TYPES, type ArticleType, LEVELS, type Level } from '../core/article.ts';
import type { Day } from '../core/calendar.ts';
import { dayFrom } from './dates.ts';
import type { SourceDocument } from './document.ts';
import type { Loss } from './loss.ts';

/** What the front matter of another system says, in our words. */
export interface MappedFrontmatter {
  title?: string;
  description?: string;
  type?: ArticleType;
  level?: Level;
  tags: string[];
  owner?: string;
  reviewed?: Day;
  draft: boolean;
  publishAt?: Day;
  expiresAt?: Day;
  order?: number;
  /** Last part of the address, as written. */
  slug?: string;
  /** Addresses on the old site that the front matter names, as written. */
  addresses: string[];
  /** The same in all languages of an article. */
  translationKey?: string;
  /** The one word by which the old site groups the article, if it is one. */
  group?: string;
}

/** Keys in any spelling (`short_description`, `shortDescription`, `Short-Description`); the first that is there counts. */
const KEYS = {
  title: ['title'],
  description: ['description', 'summary', 'excerpt', 'shortdescription', 'abstract', 'subtitle', 'lead'],
  type: ['type', 'kind'],
  level: ['level', 'difficulty'],
  owner: ['owner'],
  reviewed: ['reviewed', 'lastreviewedon', 'lastreviewed', 'reviewedon'],
  edited: ['lastmod', 'updated', 'lastmodifiedat', 'lastupdated', 'lastupdate', 'modified', 'date'],
  publishAt: ['publishdate', 'publishat'],
  expiresAt: ['expirydate', 'expiresat', 'unpublishdate'],
  order: ['weight', 'order', 'sidebarposition', 'navorder', 'position'],
  slug: ['slug'],
  addresses: ['path', 'permalink', 'url', 'aliases', 'redirectfrom', 'redirects'],
  translationKey: ['translationkey', 'langref', 'ref', 'pageid'],
  tags: ['tags', 'keywords'],
  groups: ['categories', 'category', 'section'],
} as const;
/** Keys of which nothing is lost: the layout has said it already. */
const KNOWN = new Set(['lang', 'language', 'locale', 'availablelanguages', 'languages', 'id']);

/**
 * Translates the front matter of Hugo, Zola, Jekyll, VitePress, Docusaurus and their like. Tables of a site's own
 * (`extra`, `params`) are read as if their keys stood at the top.
 *
 * `reviewed` is the last day on which a person stood by the text: a review if the source knows reviews, else the
 * latest day that its writers set by hand (`lastmod`, `updated`, `date`).
 */
export function mapFrontmatter(
  document: SourceDocument,
  today: Day,
): { mapped: MappedFrontmatter; losses: Loss[] } {
  const values = flatten(document.frontmatter);
  const used = new Set<string>();
  const losses: Loss[] = [];
  const lineOf = (key: string) => document.keyLines[values.get(key)?.top ?? ''] ?? 1;
  const lose = (key: string, message: string) => {
    losses.push({ kind: 'frontmatter', file: document.file, line: lineOf(key), message });
  };
  const take = (name: keyof typeof KEYS): { key: string; value: unknown } | undefined => {
    const found = KEYS[name].filter((key) => values.has(key));
    for (const key of found) used.add(key);
    const key = found.find((one) => !isBlank(values.get(one)?.value));
    return key === undefined ? undefined : { key, value: values.get(key)?.value };
  };
  const text = (name: keyof typeof KEYS) => {
    const value = take(name)?.value;
    return typeof value === 'string' || typeof value === 'number'
      ? String(value).replace(/\s+/g, ' ').trim()
      : undefined;
  };
  const oneOf = <Word extends string>(name: keyof typeof KEYS, words: readonly Word[]): Word | undefined => {
    const found = take(name);
    const word = words.find((one) => one === String(found?.value).toLowerCase());
    if (found && !word) lose(found.key, `\`${found.key}: ${String(found.value)}\` has no counterpart.`);
    return word;
  };
  const day = (name: keyof typeof KEYS): Day | undefined => {
    const found = take(name);
    const value = found && dayFrom(found.value);
    if (found && !value) lose(found.key, `\`${found.key}\` names no day: ${JSON.stringify(found.value)}.`);
    return value;
  };

  const edited = KEYS.edited
    .filter((key) => values.has(key))
    .flatMap((key) => {
      used.add(key);
      const written = values.get(key)?.value;
      const value = dayFrom(isTable(written) ? written.date : written);
      if (!value && !isBlank(written)) lose(key, `\`${key}\` names no day: ${JSON.stringify(written)}.`);
      return value ? [value] : [];
    })
    .sort();
  const reviewed = day('reviewed') ?? edited.filter((one) => one <= today).at(-1);
  const order = take('order');
  const tags = list(take('tags')?.value);
  const groups = list(take('groups')?.value);
  const taxonomies = [...values].filter(([key]) => key.startsWith('taxonomies.'));
  for (const [key] of taxonomies) used.add(key);
  const terms = taxonomies.flatMap(([key, { value }]) => (key === 'taxonomies.tags' ? [] : list(value)));
  tags.push(...list(values.get('taxonomies.tags')?.value));
  const allGroups = [...groups, ...terms];

  used.add('draft').add('published').add('unlisted').add('noindex');
  for (const key of ['unlisted', 'noindex']) {
    if (values.get(key)?.value === true)
      lose(key, `\`${key}\`: the article is listed and found like any other.`);
  }
  const mapped: MappedFrontmatter = {
    title: text('title'),
    description: text('description'),
    type: oneOf('type', ARTICLE_TYPES),
    level: oneOf('level', LEVELS),
    tags: [...new Set([...tags, ...allGroups])],
    owner: text('owner'),
    reviewed: reviewed && reviewed <= today ? reviewed : undefined,
    draft: values.get('draft')?.value === true || values.get('published')?.value === false,
    publishAt: day('publishAt') ?? edited.find((one) => one > today),
    expiresAt: day('expiresAt'),
    order: Number.isInteger(order?.value) ? (order?.value as number) : document.order,
    slug: text('slug'),
    addresses: KEYS.addresses.flatMap((key) => {
      used.add(key);
      return list(values.get(key)?.value);
    }),
    translationKey: text('translationKey'),
    group: allGroups.length === 1 ? allGroups[0] : undefined,
  };

  const unknown = [...values.keys()].filter(
    (key) => !used.has(key) && !KNOWN.has(key) && !isBlank(values.get(key)?.value),
  );
  if (unknown[0] !== undefined) {
    const names = unknown.map((key) => `\`${values.get(key)?.name}\` (line ${lineOf(key)})`).join(', ');
    lose(unknown[0], `No place in our front matter: ${names}.`);
  }
  return { mapped, losses };
}

interface Value {
  value: unknown;
  /** As written, e.g. `extra.menu_title`. */
  name: string;
  /** The top-level key that it stands in. */
  top: string;
}

/** Values by their key in small letters without `-` and `_`; what stands at the top counts before what stands in a table. */
function flatten(frontmatter: SourceDocument['frontmatter']): Map<string, Value> {
  const values = new Map<string, Value>();
  const tables: [string, Record<string, unknown>][] = [];
  for (const [top, value] of Object.entries(frontmatter)) {
    const key = plain(top);
    if (['extra', 'params', 'taxonomies'].includes(key) && isTable(value)) tables.push([top, value]);
    else if (!values.has(key)) values.set(key, { value, name: top, top });
  }
  for (const [top, table] of tables) {
    for (const [inner, value] of Object.entries(table)) {
      const key = plain(top) === 'taxonomies' ? `taxonomies.${inner}` : plain(inner);
      if (!values.has(key)) values.set(key, { value, name: `${top}.${inner}`, top });
    }
  }
  return values;
}

function plain(key: string): string {
  return key.toLowerCase().replace(/[-_]/g, '');
}

function list(value: unknown): string[] {
  const all = typeof value === 'string' ? value.split(',') : Array.isArray(value) ? value : [];
  return all
    .flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one).trim()] : []))
    .filter(Boolean);
}

function isBlank(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

function isTable(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

import { addressPart, RESERVED_FOLDERS } from '../readers/content-folder.ts';
import type { SourceDocument, SourceSection } from './document.ts';
import type { Layout } from './layout.ts';
import type { Loss } from './loss.ts';
import type { PreparedDocument } from './prepared-document.ts';

/** Where an article will stand. */
export interface Target {
  /** Path in the content folder, e.g. `de/abrechnung/erstattung.md`. */
  path: string;
  locale: string;
  folder: string;
  slug: string;
  /** Stable name, the same in every language. */
  id: string;
  title: string;
}

/** A category as it will be described. */
export interface PlannedCategory {
  locale: string;
  folder: string;
  id: string;
  title: string;
  description?: string;
  order?: number;
}

export interface Plan {
  targets: ReadonlyMap<SourceDocument, Target>;
  categories: readonly PlannedCategory[];
}

/** Folders whose names say nothing about what is in them. */
const NAMELESS = new Set([
  '',
  'content',
  'docs',
  'doc',
  'src',
  'data',
  'pages',
  'site',
  'website',
  'articles',
]);
const GENERAL: Record<string, string> = {
  de: 'Allgemeines',
  en: 'General',
  es: 'General',
  fr: 'Général',
  it: 'Generale',
};

/**
 * Gives every document its place: the first folder is the category, deeper folders are joined into the slug
 * (`photos/features/share` becomes `photos/features-share`). What lies in no folder goes into a category named after
 * the root. The text of a folder's own page becomes the article `overview`.
 */
export function planTargets(
  prepared: readonly PreparedDocument[],
  sections: readonly SourceSection[],
  layout: Layout,
  locales: readonly string[],
  losses: Loss[],
): Plan {
  const rootName = addressPart(layout.root.split('/').at(-1) ?? '');
  const rootFolder = NAMELESS.has(rootName) || layout.root === '' ? 'general' : rootName;
  const folderOf = ({ parts, isSection }: SourceDocument) => {
    const inRoot = parts.length === 0 || (parts.length === 1 && !isSection);
    const folder = inRoot ? rootFolder : addressPart(parts[0] ?? '');
    return RESERVED_FOLDERS.has(folder) ? `${folder}-help` : folder;
  };

  const taken = new Set<string>();
  const targets = new Map<SourceDocument, Target>();
  const groups = Map.groupBy(
    prepared,
    ({ document, mapped }) => mapped.translationKey ?? document.parts.join('/'),
  );
  for (const group of groups.values()) {
    const ordered = group.toSorted(
      (a, b) => locales.indexOf(a.document.locale) - locales.indexOf(b.document.locale),
    );
    let id: string | undefined;
    const placed = new Set<string>();
    for (const one of ordered) {
      const { document, mapped } = one;
      if (document.isSection && one.body.text.trim() === '') continue;
      const folder = folderOf(document);
      const wanted = slugOf(document, mapped.slug);
      let slug = wanted;
      for (let number = 2; taken.has(`${document.locale}/${folder}/${slug}`); number++)
        slug = `${wanted}-${number}`;
      if (slug !== wanted) {
        const message = `The name \`${wanted}\` is taken in \`${folder}\`; the article is called \`${slug}\`.`;
        losses.push({ kind: 'address', file: document.file, line: 1, message });
      }
      taken.add(`${document.locale}/${folder}/${slug}`);
      id ??= `${folder}/${slug}`;
      // `share.md` beside `share/index.md` is an article of its own.
      const own = placed.has(document.locale) ? `${folder}/${slug}` : id;
      placed.add(document.locale);
      const path = `${document.locale}/${folder}/${slug}.${one.format}`;
      targets.set(document, { path, locale: document.locale, folder, slug, id: own, title: titleOf(one) });
    }
  }
  return { targets, categories: planCategories() };

  function planCategories(): PlannedCategory[] {
    const byCategory = Map.groupBy(targets, ([, { locale, folder }]) => `${locale}/${folder}`);
    const pages = prepared.filter(({ document }) => document.isSection && document.parts.length < 2);
    return [...byCategory].map(([key, entries]) => {
      const [locale = '', folder = ''] = key.split('/');
      const page = pages.find(({ document }) => document.locale === locale && folderOf(document) === folder);
      const section = sections.find(
        (one) => one.locale === locale && addressPart(one.parts[0] ?? '') === folder,
      );
      const names = new Set(
        entries.map(([document]) => prepared.find((one) => one.document === document)?.mapped.group),
      );
      const shared = names.size === 1 ? [...names][0] : undefined;
      const isRoot = folder === rootFolder;
      const raw = entries.find(([document]) => document.parts.length > 1)?.[0].parts[0] ?? folder;
      const fallback =
        isRoot && folder === 'general' ? (GENERAL[locale] ?? 'General') : nameOf(isRoot ? folder : raw);
      const ids = new Set(entries.map(([, { id }]) => id.split('/')[0] ?? folder));
      return {
        locale,
        folder,
        id: ids.size === 1 ? ([...ids][0] ?? folder) : folder,
        title:
          (page && !(isRoot && folder === 'general') ? titleOf(page) : undefined) ??
          section?.title ??
          shared ??
          fallback,
        description: isRoot && folder === 'general' ? undefined : page?.mapped.description,
        order: page?.mapped.order ?? section?.order,
      };
    });
  }
}

/** The title that front matter or text gives, else the name of the file in words. */
export function titleOf({ document, mapped, heading }: PreparedDocument): string {
  return mapped.title || heading || nameOf(document.parts.at(-1) ?? 'overview');
}

function slugOf({ parts, isSection }: SourceDocument, own: string | undefined): string {
  const below = parts.slice(1);
  if (parts.length < 2 && isSection) return 'overview';
  const names = parts.length < 2 ? [...parts] : below;
  const ownName = own?.split('/').filter(Boolean).at(-1);
  if (ownName && /[a-z0-9]/i.test(ownName)) names[names.length - 1] = ownName;
  return addressPart(names.join('-'));
}

/** `getting-started` becomes `Getting started`. */
function nameOf(part: string): string {
  const words = part.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

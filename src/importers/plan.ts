import { addressPart, RESERVED_FOLDERS } from '../readers/content-folder.ts';
import type { SourceDocument } from './document.ts';
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

/** Category of what lies in no folder, where the root has no telling name either. */
export const GENERAL = 'general';
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

/** The folder of a document's category: its first folder, or one named after the root for what lies in none. */
export function categoryFolder({ parts, isSection }: SourceDocument, layout: Layout): string {
  const isInRoot = parts.length === 0 || (parts.length === 1 && !isSection);
  const root = addressPart(layout.root.split('/').at(-1) ?? '');
  const nameOfRoot = layout.root === '' || NAMELESS.has(root) ? GENERAL : root;
  const folder = isInRoot ? nameOfRoot : addressPart(parts[0] ?? '');
  return RESERVED_FOLDERS.has(folder) ? `${folder}-help` : folder;
}

/**
 * Gives every document its place: the first folder is the category, deeper folders are joined into the slug
 * (`photos/features/share` becomes `photos/features-share`). The text of a folder's own page becomes the article
 * `overview`. Translations share the id of the first of `locales` that has the document.
 */
export function planTargets(
  prepared: readonly PreparedDocument[],
  layout: Layout,
  locales: readonly string[],
  losses: Loss[],
): Map<SourceDocument, Target> {
  const lose = (kind: Loss['kind'], { file }: SourceDocument, message: string) => {
    losses.push({ kind, file, line: 1, message });
  };
  const taken = new Set<string>();
  const targets = new Map<SourceDocument, Target>();
  const groups = Map.groupBy(
    prepared,
    ({ document, mapped }) => mapped.translationKey ?? document.parts.join('/'),
  );
  for (const group of groups.values()) {
    const byLocale = group.toSorted(
      (a, b) => locales.indexOf(a.document.locale) - locales.indexOf(b.document.locale),
    );
    const placed = new Set<string>();
    let sharedId: string | undefined;
    for (const one of byLocale) {
      const { document, mapped, format } = one;
      const { locale } = document;
      if (!hasText(one)) {
        if (!document.isSection) lose('file', document, 'The file has no text and is left out.');
        continue;
      }
      const folder = categoryFolder(document, layout);
      const wanted = slugOf(document, mapped.slug);
      let slug = wanted;
      for (let number = 2; taken.has(`${locale}/${folder}/${slug}`); number++) slug = `${wanted}-${number}`;
      if (slug !== wanted) {
        const message = `The name \`${wanted}\` is taken in \`${folder}\`; the article is called \`${slug}\`.`;
        lose('address', document, message);
      }
      taken.add(`${locale}/${folder}/${slug}`);
      sharedId ??= `${folder}/${slug}`;
      // `share.md` beside `share/index.md` is an article of its own.
      const id = placed.has(locale) ? `${folder}/${slug}` : sharedId;
      placed.add(locale);
      const path = `${locale}/${folder}/${slug}.${format}`;
      targets.set(document, { path, locale, folder, slug, id, title: titleOf(one) });
    }
  }
  return targets;
}

/** The title that front matter or text gives, else the name of the file in words. */
export function titleOf({ document, mapped, heading }: PreparedDocument): string {
  return mapped.title || heading || wordsOf(document.parts.at(-1) ?? 'overview');
}

/** The name of a file or folder as words: `getting-started` becomes `Getting started`. */
export function wordsOf(name: string): string {
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Is there more than headings and comments? */
function hasText({ tree }: PreparedDocument): boolean {
  return tree.children.some(
    (node) =>
      node.type !== 'heading' && !(node.type === 'html' && /^<!--[\s\S]*-->$/.test(node.value.trim())),
  );
}

function slugOf({ parts, isSection }: SourceDocument, own: string | undefined): string {
  if (parts.length < 2 && isSection) return 'overview';
  const names = parts.length < 2 ? [...parts] : parts.slice(1);
  const ownName = own?.split('/').filter(Boolean).at(-1);
  if (ownName && /[a-z0-9]/i.test(ownName)) names[names.length - 1] = ownName;
  return addressPart(names.join('-'));
}

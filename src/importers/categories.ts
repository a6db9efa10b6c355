import { addressPart } from '../readers/content-folder.ts';
import type { SourceDocument, SourceSection } from './document.ts';
import type { Layout } from './layout.ts';
import { categoryFolder, GENERAL, type Target, titleOf, wordsOf } from './plan.ts';
import type { PreparedDocument } from './prepared-document.ts';

/** A category as it will be described. */
export interface PlannedCategory {
  locale: string;
  folder: string;
  id: string;
  title: string;
  description?: string;
  order?: number;
}

const GENERAL_TITLES: Record<string, string> = {
  de: 'Allgemeines',
  fr: 'Général',
  it: 'Generale',
  pt: 'Geral',
};

/**
 * Describes every folder that got articles. Its title is that of the source's section page or settings, in the
 * category's language or else in another; else the one word by which all its articles are grouped (`taxonomies`,
 * `categories`); else the folder's name.
 */
export function planCategories(
  prepared: readonly PreparedDocument[],
  targets: ReadonlyMap<SourceDocument, Target>,
  sections: readonly SourceSection[],
  layout: Layout,
): PlannedCategory[] {
  const pages = prepared.filter(({ document }) => document.isSection && document.parts.length < 2);
  const groupOf = new Map(prepared.map(({ document, mapped }) => [document, mapped.group]));
  const byCategory = Map.groupBy(targets, ([, { locale, folder }]) => `${locale}/${folder}`);
  return [...byCategory.values()].map((entries): PlannedCategory => {
    const [, { locale, folder }] = entries[0] as [SourceDocument, Target];
    const inFolder = pages.filter(({ document }) => categoryFolder(document, layout) === folder);
    const page = inFolder.find(({ document }) => document.locale === locale);
    const named = sections.filter(
      ({ parts }) => parts.length === 1 && addressPart(parts[0] ?? '') === folder,
    );
    const section = named.find((one) => one.locale === locale);
    const groups = new Set(entries.map(([document]) => groupOf.get(document)));
    const group = groups.size === 1 ? [...groups][0] : undefined;
    const id = sharedCategory(entries.map(([, target]) => target)) ?? folder;
    if (folder === GENERAL) {
      return { locale, folder, id, title: GENERAL_TITLES[locale] ?? 'General' };
    }
    const raw = entries.find(([{ parts }]) => parts.length > 1)?.[0].parts[0] ?? folder;
    const other = inFolder[0] ? titleOf(inFolder[0]) : named[0]?.title;
    return {
      locale,
      folder,
      id,
      title: (page && titleOf(page)) ?? section?.title ?? group ?? other ?? wordsOf(raw),
      description: page?.mapped.description,
      order: page?.mapped.order ?? inFolder[0]?.mapped.order ?? section?.order ?? named[0]?.order,
    };
  });
}

/** The category that the ids of all articles name, where it is one: translations may lie in a folder of another name. */
function sharedCategory(targets: readonly Target[]): string | undefined {
  const names = new Set(targets.map(({ id }) => id.split('/')[0]));
  return names.size === 1 ? [...names][0] : undefined;
}

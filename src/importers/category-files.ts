import path from 'node:path';
import { readTextFile } from '../readers/text-file.ts';
import { parseYaml } from '../readers/yaml-source.ts';
import type { SourceSection } from './document.ts';
import { type Layout, placeOf } from './layout.ts';
import type { SourceFolder } from './source-folder.ts';

/** Reads the `_category_.json` and `_category_.yml` with which Docusaurus names the folders of its documents. */
export async function readCategoryFiles(folder: SourceFolder, layout: Layout): Promise<SourceSection[]> {
  const sections: SourceSection[] = [];
  for (const file of folder.files.filter((one) => /(^|\/)_category_\.(?:json|ya?ml)$/.test(one))) {
    const place = placeOf(file.replace(/\.\w+$/, '.md'), layout);
    // YAML understands JSON.
    const value = parseYaml((await readTextFile(path.join(folder.dir, file))).text).value;
    if (!place || typeof value !== 'object' || value === null) continue;
    const { label, position } = value as { label?: unknown; position?: unknown };
    if (typeof label !== 'string') continue;
    sections.push({
      locale: place.locale ?? layout.defaultLocale,
      parts: place.folders.map((name) => name.replace(/^\d{1,3}[-_. ]+(?=\D)/, '')),
      title: label,
      order: Number.isInteger(position) ? (position as number) : undefined,
    });
  }
  return sections;
}

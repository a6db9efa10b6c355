import type { Finding } from '../finding.ts';
import type { Check } from './check.ts';

/** Folders of articles that nobody described, and descriptions of empty folders. */
export const categories: Check = ({ articles, categories: described }) => {
  const key = (locale: string, folder: string) => `${locale}/${folder}`;
  const folders = new Set(articles.map(({ locale, category }) => key(locale, category)));
  const known = new Set(described.map(({ locale, folder }) => key(locale, folder)));
  const findings: Finding[] = [];
  for (const folder of folders) {
    if (known.has(folder)) continue;
    findings.push({
      rule: 'undescribed-category',
      severity: 'warning',
      file: `${folder}/index.md`,
      line: 1,
      message: `The category ${folder} has no index.md.`,
      hint: 'Write one with `title` and `description`, so that readers see its name.',
    });
  }
  const first = new Map<string, string>();
  for (const { id, locale, folder } of described) {
    const earlier = first.get(key(locale, id));
    first.set(key(locale, id), folder);
    if (earlier === undefined) continue;
    findings.push({
      rule: 'duplicate-id',
      severity: 'error',
      file: `${locale}/${folder}/index.md`,
      line: 1,
      message: `The category id \`${id}\` already belongs to ${locale}/${earlier}.`,
      hint: 'Give this category an `id` of its own.',
    });
  }
  return findings;
};

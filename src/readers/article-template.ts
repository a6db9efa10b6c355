import { readFile } from 'node:fs/promises';
import { stringify } from 'yaml';
import type { ArticleType } from '../core/article.ts';
import type { Day } from '../core/calendar.ts';

const FOLDER = new URL('../templates/', import.meta.url);

/** The template of a type of article in a language, or in English where the language has none. */
export async function readTemplate(type: ArticleType, locale: string): Promise<string> {
  const read = (language: string) => readFile(new URL(`${language}/${type}.md`, FOLDER), 'utf8');
  return read(locale).catch(() => read(locale.split('-')[0] ?? locale).catch(() => read('en')));
}

/**
 * A new article from a template: `%title%`, `%owner%` and `%today%` are filled in; without an owner, its line stays as
 * a comment.
 */
export function fillTemplate(
  template: string,
  fields: { title: string; owner?: string; today: Day },
): string {
  const asYaml = (text: string) => stringify(text, { lineWidth: 0 }).trim();
  return template
    .replace('%title%', () => asYaml(fields.title))
    .replace('owner: %owner%', () => (fields.owner ? `owner: ${asYaml(fields.owner)}` : '# owner:'))
    .replace('%today%', () => fields.today);
}

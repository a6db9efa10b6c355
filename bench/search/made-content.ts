import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { stringify } from 'yaml';
import type { LongDocument } from './search-set.ts';

const CATEGORY = 'help';

/** Writes documents as the content folder of a help centre in one language. */
export async function writeContent(
  dir: string,
  documents: readonly LongDocument[],
  lang: string,
): Promise<void> {
  const category = path.join(dir, lang, CATEGORY);
  await mkdir(category, { recursive: true });
  const site = { title: { [lang]: 'Help' }, url: 'https://help.example.com', locales: [lang] };
  await writeFile(path.join(dir, 'site.yaml'), stringify(site));
  await writeFile(
    path.join(category, 'index.md'),
    file({ title: 'Help', description: 'Everything there is.' }, ''),
  );
  for (const { id, title, body, parts = [] } of documents) {
    const sections = parts.map(({ heading, body }) => `## ${escaped(heading)}\n\n${paragraphs(body)}`);
    const frontmatter = {
      title: title.slice(0, 120).trim(),
      description: body.slice(0, 150).trim(),
      type: 'faq',
    };
    await writeFile(
      path.join(category, `${id}.md`),
      file(frontmatter, [paragraphs(body), ...sections].join('\n\n')),
    );
  }
}

function file(frontmatter: Record<string, string>, text: string): string {
  return `---\n${stringify(frontmatter)}---\n\n${text}\n`;
}

function paragraphs(text: string): string {
  return text
    .split('\n')
    .filter((line) => line.trim())
    .map(escaped)
    .join('\n\n');
}

/** The text as it is: none of its signs means anything in Markdown, and nothing becomes a link or a list. */
function escaped(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_{}[\]()#+\-.!|<>~&:@]/g, '\\$&');
}

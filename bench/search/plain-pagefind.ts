import * as pagefind from 'pagefind';
import type { IndexFile } from '../../src/search/index-files.ts';
import type { LongDocument } from './search-set.ts';

/** Builds Pagefind's own index of documents: a page each, with a heading and paragraphs. */
export async function buildPlainPagefind(
  documents: readonly LongDocument[],
  lang: string,
): Promise<IndexFile[]> {
  const { index, errors } = await pagefind.createIndex({ forceLanguage: lang, writePlayground: false });
  if (!index) throw new Error(`Pagefind does not start: ${errors.join('; ')}`);
  for (const document of documents) {
    const url = `/${encodeURIComponent(document.id)}/`;
    const { errors } = await index.addHTMLFile({ url, content: pageOf(document, lang) });
    if (errors.length > 0) throw new Error(`Pagefind refuses ${document.id}: ${errors.join('; ')}`);
  }
  const { files, errors: problems } = await index.getFiles();
  if (problems.length > 0) throw new Error(`Pagefind's index failed: ${problems.join('; ')}`);
  await index.deleteIndex();
  return files;
}

function pageOf({ title, body, questions, parts = [] }: LongDocument, lang: string): string {
  return [
    `<html lang="${lang}"><body><main data-pagefind-body>`,
    `<h1>${escapeHtml(title)}</h1>`,
    ...paragraphs([...questions, body].join('\n')),
    ...parts.flatMap((part) => [`<h2>${escapeHtml(part.heading)}</h2>`, ...paragraphs(part.body)]),
    '</main></body></html>',
  ].join('\n');
}

function paragraphs(text: string): string[] {
  const lines = text.split('\n').filter((line) => line.trim());
  return lines.map((line) => `<p>${escapeHtml(line)}</p>`);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

import type { Import } from './import-folder.ts';
import { LOSS_KINDS } from './loss.ts';

const NAMES: Record<(typeof LOSS_KINDS)[number], [one: string, many: string]> = {
  file: ['file', 'files'],
  address: ['address', 'addresses'],
  markup: ['piece of markup', 'pieces of markup'],
  link: ['link', 'links'],
  image: ['picture', 'pictures'],
  frontmatter: ['piece of front matter', 'pieces of front matter'],
};

/** What an import did, for a terminal: every loss with file and line, then the figures. */
export function importReport(
  { articles, locales, copies, losses }: Import,
  content: string,
  { dryRun = false }: { dryRun?: boolean } = {},
): string {
  const lines = losses.map(({ file, line, message }) => `${file}:${line}  ${message}`);
  if (lines.length > 0) lines.push('');
  const languages = [...locales].map(([locale, number]) => `${locale} ${number}`).join(', ');
  const pictures = [...copies.keys()].filter((file) => /\/images\/[^/]+$/.test(file)).length;
  const others = copies.size - pictures;
  lines.push(
    `${dryRun ? 'Would import' : 'Imported'} ${count(articles.length, ['article', 'articles'])} in ` +
      `${count(locales.size, ['language', 'languages'])} (${languages}), ${count(pictures, ['picture', 'pictures'])}` +
      `${others > 0 ? ` and ${count(others, ['other file', 'other files'])}` : ''} into ${content}.`,
  );
  const kinds = LOSS_KINDS.flatMap((kind) => {
    const number = losses.filter((loss) => loss.kind === kind).length;
    return number > 0 ? [count(number, NAMES[kind])] : [];
  });
  lines.push(
    kinds.length > 0
      ? `Not carried over, or not as it was: ${kinds.join(', ')}. Each stands above with file and line.`
      : 'Everything was carried over.',
  );
  if (!dryRun) lines.push(`Next: npm run check -- --content ${content}`);
  return lines.join('\n');
}

function count(number: number, [one, many]: readonly [string, string]): string {
  return `${number} ${number === 1 ? one : many}`;
}

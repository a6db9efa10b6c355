import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../core/user-error.ts';
import type { Import } from './import-folder.ts';

/** What a file is made of: a text, or another file as it is. */
type Piece = { text: string } | { from: string };

/**
 * Writes an import into a content folder, which is made if it is missing. Settings and, without `force`, descriptions
 * of categories that are there already stay; files that are there with the same content are left alone.
 *
 * @throws {UserError} if another file would be replaced and `force` is not set, in which case nothing is written; or
 * if the folder cannot be written to
 */
export async function writeImport(
  { texts, copies, site }: Pick<Import, 'texts' | 'copies' | 'site'>,
  content: string,
  { force = false, dryRun = false }: { force?: boolean; dryRun?: boolean } = {},
): Promise<void> {
  const pieces = new Map<string, Piece>([['site.yaml', { text: site }]]);
  for (const [file, text] of texts) pieces.set(file, { text });
  for (const [file, from] of copies) pieces.set(file, { from });

  const inTheWay: string[] = [];
  for (const [file, piece] of pieces) {
    const there = await readFile(path.join(content, file)).catch(() => undefined);
    if (there === undefined) continue;
    const stays = file === 'site.yaml' || (!force && /^[^/]+\/[^/]+\/index\.md$/.test(file));
    const isSame = there.equals('text' in piece ? Buffer.from(piece.text) : await readFile(piece.from));
    if (stays || isSame) pieces.delete(file);
    else if (!force) inTheWay.push(file);
  }
  if (inTheWay.length > 0) {
    const more = inTheWay.length > 1 ? ` and ${inTheWay.length - 1} more` : '';
    throw new UserError(
      `In ${content} there is already ${inTheWay[0]}${more}; nothing was written.`,
      'Import into an empty folder with --content DIR, or replace these files with --force.',
    );
  }
  if (dryRun) return;
  try {
    for (const [file, piece] of pieces) {
      const to = path.join(content, file);
      await mkdir(path.dirname(to), { recursive: true });
      if ('text' in piece) await writeFile(to, piece.text);
      else await copyFile(piece.from, to);
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(`Cannot write into ${content}: ${reason}.`, 'Choose a folder that you may write to.');
  }
}

import { constants } from 'node:fs';
import { type FileHandle, open, realpath } from 'node:fs/promises';
import path from 'node:path';
import { parseAccept } from 'hono/utils/accept';
import { getMimeType, mimes } from 'hono/utils/mime';

/** How the build compresses files, the smallest first, and how these are named. */
const ENCODINGS = [
  { name: 'br', ending: '.br' },
  { name: 'gzip', ending: '.gz' },
] as const;

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** Types of what may stand beside an article, with those that hono does not know. */
const TYPES: Record<string, string> = {
  ...mimes,
  vtt: 'text/vtt; charset=utf-8',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
};

/** A file of the site, opened: what is said of it and what is sent belong together, even if it is just built anew. */
export interface SiteFile {
  handle: FileHandle;
  /** In bytes, as it is sent. */
  size: number;
  modified: Date;
  /** Another one for every content and every compression. */
  tag: string;
  /** E.g. `text/html; charset=utf-8` */
  type: string;
  /** How it is compressed. E.g. `br` */
  encoding?: string;
}

/**
 * Opens the file at an address of the site, compressed if there is such a form of it. Whoever opens it closes it.
 *
 * @param root folder of the built site
 * @param address decoded, e.g. `/en/`
 * @param accepted the value of `Accept-Encoding`
 * @returns `undefined` if there is none, or only a link that leads out of the folder
 */
export async function openSiteFile(
  root: string,
  address: string,
  accepted: string | undefined,
): Promise<SiteFile | undefined> {
  const file = await placeInside(root, address.endsWith('/') ? `${address}index.html` : address);
  if (!file) return undefined;
  const type = getMimeType(file, TYPES) ?? 'application/octet-stream';
  for (const { name, ending } of encodingsFor(accepted)) {
    const compressed = await openAs(`${file}${ending}`, { type, encoding: name });
    if (compressed) return compressed;
  }
  return openAs(file, { type });
}

/** Is there a page at an address that lacks its slash? */
export async function isFolderOfPage(root: string, address: string): Promise<boolean> {
  return (await placeInside(root, `${address}/index.html`)) !== undefined;
}

/** Where a file is, links followed; `undefined` if that is outside of the folder, or nowhere. */
async function placeInside(root: string, address: string): Promise<string | undefined> {
  const [folder, file] = await Promise.all([
    realpath(root).catch(nothingThere),
    realpath(path.join(root, address)).catch(nothingThere),
  ]);
  return folder && file?.startsWith(folder + path.sep) ? file : undefined;
}

async function openAs(
  file: string,
  form: { type: string; encoding?: string },
): Promise<SiteFile | undefined> {
  const handle = await open(file, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0)).catch(nothingThere);
  if (!handle) return undefined;
  const stat = await handle.stat();
  if (!stat.isFile()) {
    await handle.close();
    return undefined;
  }
  const { size, mtime, mtimeMs } = stat;
  const tag = [size.toString(36), mtimeMs.toString(36), form.encoding].filter(Boolean).join('-');
  return { handle, size, modified: mtime, tag: `"${tag}"`, ...form };
}

/** Those that the reader's program can read, the one that it likes best first. */
function encodingsFor(accepted: string | undefined) {
  const wishes = new Map(parseAccept(accepted ?? '').map(({ type, q }) => [type.toLowerCase(), q]));
  const wish = (name: string) => wishes.get(name) ?? wishes.get('*') ?? 0;
  return ENCODINGS.filter(({ name }) => wish(name) > 0).sort((a, b) => wish(b.name) - wish(a.name));
}

const NOTHING_THERE = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EISDIR', 'EACCES', 'EPERM']);

/** Too many open files, or a disk that fails, is not the same as a file that does not exist. */
function nothingThere(failure: NodeJS.ErrnoException): undefined {
  if (!NOTHING_THERE.has(failure.code ?? '')) throw failure;
}

import { Readable } from 'node:stream';
import type { Context } from 'hono';
import { byteRange } from './byte-range.ts';
import type { SiteFile } from './site-file.ts';

/** Larger files go out piece by piece. */
const AT_ONCE = 256 * 1024;

/**
 * Answers with a file: the whole of it, the part that is asked for, or only that it has not changed (RFC 9110, sections
 * 13 and 14). Closes it.
 */
export async function sendFile(c: Context, file: SiteFile): Promise<Response> {
  const { handle, size, modified, tag, type, encoding } = file;
  const headers: Record<string, string> = {
    ETag: tag,
    'Last-Modified': modified.toUTCString(),
    Vary: 'Accept-Encoding',
  };
  if (isKnown(c, file)) {
    await handle.close();
    return c.body(null, 304, headers);
  }
  const range = isSameFile(c.req.header('If-Range'), file) ? byteRange(c.req.header('Range'), size) : 'whole';
  headers['Accept-Ranges'] = 'bytes';
  if (range === 'none') {
    await handle.close();
    return c.body(null, 416, { ...headers, 'Content-Range': `bytes */${size}` });
  }
  const { start, end } = range === 'whole' ? { start: 0, end: size - 1 } : range;
  headers['Content-Type'] = type;
  headers['Content-Length'] = String(end - start + 1);
  if (encoding) headers['Content-Encoding'] = encoding;
  if (range !== 'whole') headers['Content-Range'] = `bytes ${start}-${end}/${size}`;
  const status = range === 'whole' ? 200 : 206;
  if (c.req.method === 'HEAD' || size === 0) {
    await handle.close();
    return c.body(null, status, headers);
  }
  return c.body(await bytesOf(handle, start, end), status, headers);
}

async function bytesOf(handle: SiteFile['handle'], start: number, end: number) {
  const length = end - start + 1;
  if (length > AT_ONCE) {
    return Readable.toWeb(handle.createReadStream({ start, end })) as ReadableStream<Uint8Array>;
  }
  try {
    const { buffer } = await handle.read(new Uint8Array(length), 0, length, start);
    return buffer;
  } finally {
    await handle.close();
  }
}

/** Has the reader's program this very file already? */
function isKnown(c: Context, { tag, modified }: SiteFile): boolean {
  const tags = c.req.header('If-None-Match');
  if (tags !== undefined) {
    return tags.split(',').some((known) => known.trim() === '*' || known.trim().replace(/^W\//, '') === tag);
  }
  return c.req.header('If-Modified-Since') === modified.toUTCString();
}

/** Is the part that is asked for one of the file as it stands? */
function isSameFile(condition: string | undefined, { tag, modified }: SiteFile): boolean {
  return condition === undefined || condition === tag || condition === modified.toUTCString();
}

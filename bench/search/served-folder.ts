import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.wasm': 'application/wasm',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};
/** Milliseconds without a request after which a page is done. */
const QUIET = 150;
/** As servers compress while they answer. */
const BROTLI_LEVEL = 5;
const brotli = promisify(zlib.brotliCompress);

/** A temporary folder that is served over loopback, compressed as a good host does. */
export interface ServedFolder extends AsyncDisposable {
  dir: string;
  /** E.g. `http://127.0.0.1:40123`, without a slash at its end. */
  address: string;
  /** Writes files into a folder of it. */
  write(folder: string, files: readonly { path: string; content: Uint8Array | string }[]): Promise<void>;
  /** What was answered so far, once nothing more is asked for. */
  sent(): Promise<Sent>;
  /** Reads and compresses every file, so that no answer waits for it. */
  prepare(): Promise<void>;
}

export interface Sent {
  /** With the heads of the answers. */
  bytes: number;
  answers: number;
}

/** Serves a new temporary folder on a free port until it is disposed of. */
export async function serveFolder(): Promise<ServedFolder> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'kundig-search-'));
  const ready = new Map<string, Reply>();
  const sent: Sent = { bytes: 0, answers: 0 };
  let running = 0;
  let lastDone = 0;
  const server = createServer(async (request, response) => {
    const before = request.socket.bytesWritten;
    running++;
    response.once('close', () => {
      sent.bytes += request.socket.bytesWritten - before;
      sent.answers++;
      running--;
      lastDone = performance.now();
    });
    const name = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = path.join(dir, name.endsWith('/') ? `${name}index.html` : name);
    const reply = ready.get(file) ?? (await replyWith(file, false).catch(() => undefined));
    const mayCompress = String(request.headers['accept-encoding']).includes('br');
    if (!reply) response.writeHead(404).end();
    else if (reply.headers['content-encoding'] && !mayCompress) response.writeHead(406).end();
    else response.writeHead(200, reply.headers).end(reply.bytes);
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    dir,
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async write(folder, files) {
      for (const file of files) {
        const target = path.join(dir, folder, file.path);
        await mkdir(path.dirname(target), { recursive: true });
        await writeFile(target, file.content);
      }
    },
    async sent() {
      while (running > 0 || performance.now() - lastDone < QUIET) await setTimeout(QUIET / 5);
      return { ...sent };
    },
    async prepare() {
      const entries = await readdir(dir, { recursive: true, withFileTypes: true });
      for (const entry of entries.filter((one) => one.isFile())) {
        const file = path.join(entry.parentPath, entry.name);
        ready.set(file, await replyWith(file, true));
      }
    },
    async [Symbol.asyncDispose]() {
      server.close();
      server.closeAllConnections();
      await rm(dir, { recursive: true });
    },
  };
}

interface Reply {
  headers: Record<string, string | number>;
  bytes: Uint8Array;
}

/** Compressed where that makes the answer smaller, which it does not for chunks that are compressed already. */
async function replyWith(file: string, isCompressed: boolean): Promise<Reply> {
  const plain = await readFile(file);
  const small = isCompressed
    ? await brotli(plain, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL } })
    : plain;
  const bytes = small.length < plain.length ? small : plain;
  return {
    headers: {
      'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream',
      'content-length': bytes.length,
      'cache-control': 'public, max-age=3600',
      ...(bytes === small && isCompressed ? { 'content-encoding': 'br' } : {}),
    },
    bytes,
  };
}

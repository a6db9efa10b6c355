import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { explain, gitEnvironment } from './git.ts';

interface Request {
  resolve(content: Buffer | undefined): void;
  reject(error: Error): void;
}

/**
 * Reads contents out of git's store by their names, however many, with one `git cat-file` that starts at the first
 * request.
 *
 * @example
 * const objects = new GitObjects('content');
 * await objects.read(commit.blob);
 * await objects.close();
 */
export class GitObjects {
  readonly #root: string;
  /** In the order in which git answers them. */
  readonly #requests: Request[] = [];
  /** Those that git has not been asked for yet. */
  readonly #names: string[] = [];
  #process?: ChildProcessWithoutNullStreams;
  #failure?: Error;
  #received: Buffer[] = [];
  #length = 0;
  /** Bytes that must be there before there is anything to take. */
  #wanted = 1;

  constructor(root: string) {
    this.#root = root;
  }

  /** The content with this name; `undefined` where the store does not have it. */
  read(name: string): Promise<Buffer | undefined> {
    if (!/^[0-9a-f]{40,64}$/.test(name)) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      if (this.#failure) return reject(this.#failure);
      this.#requests.push({ resolve, reject });
      if (this.#names.push(name) === 1) setImmediate(() => this.#ask());
    });
  }

  /** Asks for all at once what was asked for in the same breath: a write costs more than a content. */
  #ask(): void {
    const names = this.#names.splice(0);
    if (names.length === 0 || this.#failure) return;
    this.#process ??= this.#start();
    this.#process.stdin.write(`${names.join('\n')}\n`);
  }

  /** Ends git; whatever is still asked for is answered first. */
  async close(): Promise<void> {
    this.#ask();
    const process = this.#process;
    if (!process || process.exitCode !== null || this.#failure) return;
    const closed = new Promise((resolve) => process.once('close', resolve));
    process.stdin.end();
    await closed;
  }

  #start(): ChildProcessWithoutNullStreams {
    const process = spawn('git', ['-C', this.#root, 'cat-file', '--batch'], { env: gitEnvironment() });
    let complaint = '';
    process.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    process.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
    // Its end says more than the pipe that it broke.
    process.stdin.on('error', () => {});
    const fail = (error: Error) => {
      this.#failure ??= explain(error, complaint, this.#root);
      for (const { reject } of this.#requests.splice(0)) reject(this.#failure);
    };
    process.on('error', fail);
    process.on('close', (code) => {
      if (code !== 0 || this.#requests.length > 0) fail(new Error(`git cat-file ended with ${code}`));
    });
    return process;
  }

  #take(chunk: Buffer): void {
    this.#received.push(chunk);
    this.#length += chunk.length;
    if (this.#length < this.#wanted) return;
    let all = this.#received.length > 1 ? Buffer.concat(this.#received) : chunk;
    this.#wanted = 1;
    for (let end = all.indexOf(0x0a); end >= 0; end = all.indexOf(0x0a)) {
      const size = Number(/ (\d+)$/.exec(all.toString('latin1', 0, end))?.[1] ?? Number.NaN);
      if (Number.isNaN(size)) {
        this.#requests.shift()?.resolve(undefined);
        all = all.subarray(end + 1);
        continue;
      }
      // The content ends with a line break of git's own.
      const next = end + 1 + size + 1;
      if (all.length < next) {
        this.#wanted = next;
        break;
      }
      this.#requests.shift()?.resolve(all.subarray(end + 1, next - 1));
      all = all.subarray(next);
    }
    this.#received = all.length > 0 ? [all] : [];
    this.#length = all.length;
  }
}

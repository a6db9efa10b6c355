import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** A temporary folder that goes away with the test. */
export function aFolder(): string {
  const dir = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'kundig-')));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A real git repository in a temporary folder. */
export class ARepository {
  readonly dir = aFolder();

  constructor() {
    this.git('init', '--quiet', '--initial-branch=main');
  }

  /** Runs git in the repository, with a fixed person and without the settings of this machine. */
  git(...args: string[]): string {
    return this.#on('2026-01-01', args);
  }

  write(file: string, text: string): this {
    const place = path.join(this.dir, file);
    mkdirSync(path.dirname(place), { recursive: true });
    writeFileSync(place, text);
    return this;
  }

  /** Commits all that changed on this day. */
  commit(day: string, message: string): this {
    this.git('add', '--all');
    this.#on(day, ['commit', '--quiet', '--allow-empty', '-m', message]);
    return this;
  }

  merge(day: string, branch: string): this {
    this.#on(day, ['merge', '--quiet', '--no-ff', '-m', `Merge ${branch}`, branch]);
    return this;
  }

  #on(day: string, args: string[]): string {
    const date = `${day}T12:00:00Z`;
    return execFileSync('git', args, {
      cwd: this.dir,
      encoding: 'utf8',
      env: {
        PATH: process.env.PATH,
        HOME: this.dir,
        GIT_CONFIG_GLOBAL: os.devNull,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_AUTHOR_NAME: 'Ada Writer',
        GIT_AUTHOR_EMAIL: 'ada@example.com',
        GIT_COMMITTER_NAME: 'Ada Writer',
        GIT_COMMITTER_EMAIL: 'ada@example.com',
        GIT_AUTHOR_DATE: date,
        GIT_COMMITTER_DATE: date,
      },
    });
  }
}

import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findMistakes } from '../../src/core/checks/index.ts';
import { importFolder } from '../../src/importers/import-folder.ts';
import { writeImport } from '../../src/importers/write-import.ts';
import { readContent } from '../../src/readers/content-folder.ts';

const FIXTURES = path.join(import.meta.dirname, '../fixtures/import');
const TODAY = '2026-01-01';

/**
 * Each fixture is a `source` folder in the shape of a system, and the content folder that must come of it, whole:
 * texts, pictures, and in `losses.txt` what could not be carried over. `UPDATE=1` writes the latter two anew.
 */
describe.each(['hugo', 'zola', 'vitepress', 'docusaurus', 'jekyll', 'json', 'numbered'])(
  'a folder of %s',
  (name) => {
    test('becomes exactly the expected content folder', async () => {
      const dir = await mkdtemp(path.join(os.tmpdir(), 'kundig-import-'));
      onTestFinished(() => rm(dir, { recursive: true, force: true }));
      const imported = await importFolder(path.join(FIXTURES, name, 'source'), { today: TODAY });
      await writeImport(imported, dir);
      const losses = imported.losses
        .map(({ kind, file, line, message }) => `${kind} ${file}:${line} ${message}\n`)
        .join('');

      const expected = path.join(FIXTURES, name, 'expected');
      if (process.env.UPDATE) {
        await rm(expected, { recursive: true, force: true });
        await mkdir(expected, { recursive: true });
        await writeImport(imported, expected);
        await writeFile(path.join(FIXTURES, name, 'losses.txt'), losses);
      }
      expect(await filesIn(dir)).toEqual(await filesIn(expected));
      expect(losses).toBe(await readFile(path.join(FIXTURES, name, 'losses.txt'), 'utf8'));
    });

    test('has no mistakes but those of the source, which the import has named', async () => {
      const expected = path.join(FIXTURES, name, 'expected');
      const mistakes = findMistakes(await readContent(expected), TODAY).filter(
        ({ severity }) => severity === 'error',
      );
      const losses = await readFile(path.join(FIXTURES, name, 'losses.txt'), 'utf8');
      for (const { message } of mistakes) {
        const written = /`([^`]*)`/.exec(message)?.[1] ?? message;
        expect(losses).toContain(written.replace(/^[^#]*(?=#)/, ''));
      }
    });
  },
);

/** Every file below a folder with its text, by path. */
async function filesIn(dir: string): Promise<Record<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.map(async (file) => [path.relative(dir, file), await readFile(file, 'utf8')] as const),
  );
  return Object.fromEntries(texts);
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';

/** The smallest settings that a site needs. */
export const SITE = 'title: { en: Help }\nurl: https://help.example.com\nlocales: [en]\n';

/** An article with the frontmatter that every article needs, other lines of it, and a text. */
export function articleText(lines = '', body = 'The answer.\n'): string {
  return `---\ntitle: Get a refund\ndescription: How to get your money back.\ntype: faq\n${lines}---\n\n${body}`;
}

/**
 * Writes a content folder that is deleted after the test.
 *
 * @param files text or bytes by path; `site.yaml` is there unless it is given as `undefined`
 * @returns its absolute path
 */
export async function contentFolder(files: Record<string, string | Uint8Array | undefined>): Promise<string> {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'kundig-content-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  await writeContent(dir, files);
  return dir;
}

/** Writes the same into a folder that the caller deletes. */
export async function writeContent(
  dir: string,
  files: Record<string, string | Uint8Array | undefined>,
): Promise<void> {
  const all = { 'site.yaml': SITE, 'en/billing/index.md': CATEGORY, ...files };
  for (const [file, content] of Object.entries(all)) {
    if (content === undefined) continue;
    await mkdir(path.join(dir, path.dirname(file)), { recursive: true });
    await writeFile(path.join(dir, file), content);
  }
}

const CATEGORY = '---\ntitle: Billing\ndescription: Invoices and payments.\n---\n';

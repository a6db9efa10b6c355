import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';
import { openExistingStore } from '../../src/stores/existing.ts';
import { openStore } from '../../src/stores/open.ts';

function aPlace(): string {
  const dir = mkdtempSync(path.join(os.tmpdir(), 'kundig-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return path.join(dir, 'data', 'feedback.db');
}

test('a database that does not exist is not made by looking for it', async () => {
  const place = aPlace();
  expect(await openExistingStore(place)).toBeUndefined();
  expect(existsSync(path.dirname(place))).toBe(false);
});

test('a database that exists is opened', async () => {
  const place = aPlace();
  await (await openStore(place)).close();
  const store = await openExistingStore(place);
  expect(await store?.summary()).toEqual({ articles: [], searches: [], contacts: [], aside: [] });
  await store?.close();
});

test('an address that is no database is refused, not taken for a missing file', async () => {
  await expect(openExistingStore('mysql://127.0.0.1/feedback')).rejects.toThrow(UserError);
});

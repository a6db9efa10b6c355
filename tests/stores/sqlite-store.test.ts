import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { describeFeedbackStore } from './store-contract.ts';

let folder = '';
let places = 0;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kundig-sqlite-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** In a folder that does not exist yet, as `data/` on the first start. */
async function newPlace(): Promise<string> {
  places += 1;
  return join(folder, `place ${places} größer`, 'data', 'feedback.db');
}

describeFeedbackStore('SQLite', newPlace);

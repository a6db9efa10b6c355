import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { StoredAnswers } from '../../../src/core/feedback.ts';
import { SheetReader } from '../../../src/core/survey/sheet-reader.ts';
import { MAX_TEXT } from '../../../src/core/survey/survey-answer.ts';
import { openStore } from '../../../src/stores/open.ts';
import { answers, search, uuid, vote } from '../../stores/submissions.ts';
import { type HelpCentre, openHelpCentre, stored, survey } from '../help-centre.ts';

const SECRETS = ['max.m@example.com', '0170 1234567', 'DE89 3704 0044 0532 0130 00', '4111 1111 1111 1111'];
const WRITTEN = `Write to max.m@example.com or call 0170 1234567. IBAN: DE89 3704 0044 0532 0130 00, card: 4111 1111 1111 1111. Thanks!`;
const KEPT = 'Write to [email] or call [phone]. IBAN: [iban], card: [card]. Thanks!';

/** A help centre that keeps its feedback in a file, and everything in the folder of that file, byte by byte. */
async function onDisk(): Promise<{ centre: HelpCentre; bytes: () => Promise<string> }> {
  const folder = await mkdtemp(path.join(tmpdir(), 'kundig-scrubbed-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const store = await openStore(path.join(folder, 'feedback.db'));
  const bytes = async () => {
    const files = await readdir(folder);
    return (await Promise.all(files.map((file) => readFile(path.join(folder, file), 'latin1')))).join('');
  };
  return { centre: await openHelpCentre({ store }), bytes };
}

async function expectNothingOf(bytes: () => Promise<string>): Promise<void> {
  const found = await bytes();
  expect(found).toContain('[email]');
  for (const secret of SECRETS) {
    expect(found).not.toContain(secret);
    expect(found).not.toContain(secret.replaceAll(' ', ''));
  }
}

test('personal data that readers write into a survey sheet never reach the disk', async () => {
  const { centre, bytes } = await onDisk();
  await centre.json('POST', '/api/answers', answers(1, { answers: { nps: 9, more: WRITTEN } }));
  await centre.form('/api/answers', [
    ['id', uuid(2)],
    ['locale', 'en'],
    ['answers.nps', '3'],
    ['answers.more', WRITTEN],
  ]);
  expect(await stored(centre)).toMatchObject([
    { answers: { nps: 9, more: KEPT } },
    { answers: { more: KEPT } },
  ]);
  await expectNothingOf(bytes);
});

test('personal data in the comment of a vote never reach the disk', async () => {
  const { centre, bytes } = await onDisk();
  const { receipt } = await (await centre.json('POST', '/api/votes', vote(1))).json();
  await centre.json('PATCH', `/api/votes/${uuid(1)}`, { receipt, comment: WRITTEN });
  expect(await stored(centre)).toMatchObject([{ comment: KEPT }]);
  await expectNothingOf(bytes);
});

test('personal data that readers search for never reach the disk, and what they look for does', async () => {
  const { centre, bytes } = await onDisk();
  const sent = await centre.json('POST', '/api/signals', [
    ...SECRETS.map((secret, number) => search(number, `change ${secret} please`, 0)),
    search(9, 'Fehler 0x80070057 bei X-4711', 0),
  ]);
  expect(sent.status).toBe(201);
  expect(await stored(centre)).toMatchObject([
    { query: 'change [email] please' },
    { query: 'change [phone] please' },
    { query: 'change [iban] please' },
    { query: 'change [card] please' },
    { query: 'Fehler 0x80070057 bei X-4711' },
  ]);
  await expectNothingOf(bytes);
});

test('a query that is longer once it is scrubbed is still one', async () => {
  const { centre } = await onDisk();
  await centre.json('POST', '/api/signals', [search(1, 'a@b.co '.repeat(28).trim(), 0)]);
  expect(await stored(centre)).toMatchObject([{ query: '[email] '.repeat(25) }]);
});

test('a text that is longer once it is scrubbed is still an answer', async () => {
  const { centre } = await onDisk();
  const more = 'a@b.co '.repeat(285).trim();
  await centre.json('POST', '/api/answers', answers(1, { answers: { nps: 9, more } }));
  const kept = '[email] '.repeat(285).trim();
  expect(kept.length).toBeGreaterThan(MAX_TEXT);
  const [sheet] = (await stored(centre)) as StoredAnswers[];
  const read = sheet && new SheetReader(survey, ['en', 'de']).read(sheet);
  expect([...(read ?? [])].map(([{ id }, value]) => [id, value])).toEqual([
    ['nps', 9],
    ['more', kept],
  ]);
});

test('nothing is taken that would come together in the store and was apart before it', async () => {
  const { centre } = await onDisk();
  const apart = { nps: 9, more: 'max.m\0@example.com, 0170\0 1234567' };
  expect((await centre.json('POST', '/api/answers', answers(1, { answers: apart }))).status).toBe(400);
  expect(await stored(centre)).toEqual([]);
});

test('a link that was made for one person does not name them, and other links keep their names', async () => {
  const { centre } = await onDisk();
  const sources = ['max.m@example.com', 'newsletter-2026-03', 'mail_20260301', '+49 170 1234567'];
  for (const [number, source] of sources.entries()) {
    await centre.json('POST', '/api/answers', answers(number, { source }));
  }
  expect(await stored(centre)).toMatchObject([
    { source: '[email]' },
    { source: 'newsletter-2026-03' },
    { source: 'mail_20260301' },
    { source: '[phone]' },
  ]);
});

test('products, years and amounts that readers name stay as they are', async () => {
  const { centre } = await onDisk();
  const more = 'Since version 2.4 (2026) the export of 1.200 € fails with error 404.';
  await centre.json('POST', '/api/answers', answers(1, { answers: { nps: 9, more } }));
  expect(await stored(centre)).toMatchObject([{ answers: { more } }]);
});

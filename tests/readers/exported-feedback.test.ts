import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { AuditTally } from '../../src/core/audit-feedback/audit-tally.ts';
import type { Submission } from '../../src/core/feedback.ts';
import { readExport } from '../../src/readers/exported-feedback.ts';
import { SubmissionLines } from '../../src/readers/submission-lines.ts';
import { openHelpCentre, TOKEN } from '../collector/help-centre.ts';
import { answers, help, open, search, uuid, view, vote } from '../stores/submissions.ts';
import { told } from '../stores/told.ts';
import { aFolder } from './a-repository.ts';

const received = '2026-03-01T09:00:00.001Z';
const line = (value: object) => `${JSON.stringify(value)}\n`;
const aVote = (number: number, more: object = {}) =>
  line({ type: 'vote', ...vote(number), received, changed: received, ...more });

async function readFile(file: string): Promise<Submission[]> {
  const found: Submission[] = [];
  await readExport(file, (submission) => found.push(submission));
  return found;
}

/** Writes an export into a file of its own, for as long as the test lasts. */
function aFile(content: string | Uint8Array): string {
  const file = path.join(aFolder(), 'feedback.jsonl');
  writeFileSync(file, content);
  return file;
}

const idsIn = async (content: string | Uint8Array) => (await readFile(aFile(content))).map(({ id }) => id);

/** What is said of a file with this content, without its folder. */
async function toldOf(content: string | Uint8Array): Promise<string> {
  const file = aFile(content);
  return (await told(readFile(file))).replace(file, 'feedback.jsonl');
}

test('what a collector exports is read back whole, and tells an audit the same as the store itself', async () => {
  const centre = await openHelpCentre();
  const text = 'a\r\nb\u2028c\u2029d\u0085e "quoted" \\n 👩‍👩‍👧 \u202e\ufeff';
  const send = async (method: string, to: string, body: unknown) => {
    const response = await centre.json(method, to, body);
    expect(response.ok).toBe(true);
    return response.status === 204 ? undefined : response.json();
  };
  const { receipt } = await send('POST', '/api/votes', vote(1, { level: 'expert', search: uuid(11) }));
  await send('PATCH', `/api/votes/${uuid(1)}`, { receipt, reason: 'outdated', comment: text });
  await send('POST', '/api/votes', vote(2, { helpful: true, locale: 'en' }));
  const withdrawn = await send('POST', '/api/votes', vote(3));
  await send('DELETE', `/api/votes/${uuid(3)}`, withdrawn);
  await send(
    'POST',
    '/api/answers',
    answers(4, {
      source: 'mail',
      answers: { nps: 9, more: text, channels: ['chat'] },
      wordings: { nps: '0123abcd', more: 'ffffffff' },
    }),
  );
  await send('POST', '/api/signals', [
    ...[view(10), search(11, 'Geld \u2028zurück', 3), open(12, 11), search(13, '\u2029?', 0)],
    ...[help(14, 'contact', 'a'), help(15, 'solved', 'a'), { id: uuid(16), kind: 'contact', locale: 'de' }],
  ]);
  const exported = await centre.request('/api/export', { headers: { Authorization: `Bearer ${TOKEN}` } });
  const file = aFile(await exported.text());
  expect(await readFile(file)).toStrictEqual(await Array.fromAsync(centre.store.submissions()));
  const period = { recentFrom: '2026-02-01', until: '2026-03-01' };
  const tally = new AuditTally(period);
  await readExport(file, (submission) => tally.add(submission));
  expect(tally.feedback()).toStrictEqual(await centre.store.auditFeedback(period));
});

test('a submission that stands there twice counts once: the first', async () => {
  const again = aVote(1, { helpful: true, id: uuid(1).toUpperCase() });
  const found = await readFile(aFile(aVote(1) + again + line({ type: 'answers', ...answers(1), received })));
  expect(found).toMatchObject([
    { type: 'vote', helpful: false },
    { type: 'answers', id: uuid(1) },
  ]);
});

test('line ends of Windows, a byte order mark, empty lines and a missing last line end do no harm', async () => {
  const lines = `\ufeff${aVote(1)}\n  \n${aVote(2)}`.replaceAll('\n', '\r\n');
  expect(await idsIn(lines)).toEqual([uuid(1), uuid(2)]);
  expect(await idsIn(`${aVote(1)}\ufeff${aVote(2).trimEnd()}`)).toEqual([uuid(1), uuid(2)]);
  expect(await idsIn('')).toEqual([]);
  expect(await idsIn('\ufeff\n')).toEqual([]);
});

test('lines are read the same however the pieces are cut, also within a letter', () => {
  const bytes = Buffer.from(aVote(1, { comment: 'größer 👍\u2028' }) + aVote(2));
  const read = (length: number) => {
    const found: Submission[] = [];
    const lines = new SubmissionLines({ name: 'it', remedy: 'Again.', take: (one) => found.push(one) });
    for (let at = 0; at < bytes.length; at += length) lines.push(bytes.subarray(at, at + length));
    expect(lines.end()).toEqual({ lines: 2, isComplete: false });
    return found;
  };
  const whole = read(bytes.length);
  expect(whole).toMatchObject([{ comment: 'größer 👍\u2028' }, { id: uuid(2) }]);
  for (const length of [1, 2, 3, 7, 64]) expect(read(length)).toStrictEqual(whole);
});

test('a line that is longer than any can be is refused before its end has come', () => {
  const lines = new SubmissionLines({ name: 'it', remedy: 'Again.', take: () => {} });
  const push = () => lines.push(new Uint8Array(600_000).fill(65));
  push();
  expect(push).toThrow(/^it is not an export of feedback: it begins with A{40}…$/);
});

test('a last line may say how many there are, also where exports are put together', async () => {
  const end = (submissions: number) => line({ type: 'end', submissions });
  expect(await idsIn(aVote(1) + end(1) + aVote(2) + aVote(3) + end(2))).toEqual([1, 2, 3].map(uuid));
  expect(await toldOf(aVote(1) + aVote(2) + end(3))).toBe(
    'Line 3 of feedback.jsonl is damaged: it says that there are 3 submissions above it, not 2.',
  );
});

test.for<[string, string | Uint8Array, string]>([
  [
    'a line with a wrong value',
    aVote(1) + aVote(2, { helpful: 'yes' }) + aVote(3),
    'Line 2 of feedback.jsonl is damaged: `helpful` must be true or false.',
  ],
  [
    'a line that is not JSON',
    `${aVote(1)}\n{"type":"vote",,}\n${aVote(2)}`,
    'Line 3 of feedback.jsonl is damaged: it is not JSON: {"type":"vote",,}.',
  ],
  [
    'a line that holds something else',
    `${aVote(1)}[1]\n`,
    'Line 2 of feedback.jsonl is damaged: it is not a submission.',
  ],
  [
    'a file that was cut off',
    (aVote(1) + aVote(2)).slice(0, -30),
    'feedback.jsonl breaks off in the middle of line 2.',
  ],
  [
    'a file that was cut off at once',
    aVote(1).slice(0, 30),
    'feedback.jsonl breaks off in the middle of line 1.',
  ],
  [
    'a web page',
    '<!doctype html>\n<html lang="en"></html>\n',
    'feedback.jsonl is not an export of feedback: it begins with <!doctype html>',
  ],
  [
    'a table',
    `article,helpful,unhelpful,views,firstVote,lastVote\nbilling/refund,1,2,3\n`,
    'feedback.jsonl is not an export of feedback: it begins with article,helpful,unhelpful,views,firstVot…',
  ],
  [
    'the summary',
    line({ articles: [], searches: [], contacts: [] }),
    'Line 1 of feedback.jsonl is damaged: `type` must be one of vote, answers, signal.',
  ],
  [
    'a list of submissions',
    `[\n${aVote(1)}]\n`,
    'feedback.jsonl is not an export of feedback: it begins with [',
  ],
  [
    'a compressed file',
    gzipSync(aVote(1)),
    'feedback.jsonl is compressed with gzip, not an export of feedback.',
  ],
  [
    'text as a shell of Windows writes it',
    Buffer.from(`\ufeff${aVote(1)}`, 'utf16le'),
    'feedback.jsonl is written in UTF-16, not an export of feedback.',
  ],
  [
    'a database',
    Buffer.from('SQLite format 3\0…'),
    'feedback.jsonl is a database, not an export of feedback.',
  ],
])('of %s it is said what is wrong', async ([, content, message]) => {
  expect(await toldOf(content)).toBe(message);
});

test('so it is of a folder, and of a file that is not there', async () => {
  const folder = path.join(aFolder(), 'feedback.jsonl');
  expect(await told(readFile(folder))).toBe(`${folder} does not exist.`);
  mkdirSync(folder);
  expect(await told(readFile(folder))).toBe(`${folder} is a folder.`);
});

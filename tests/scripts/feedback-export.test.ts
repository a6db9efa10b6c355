import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startServer } from '../../src/collector/server/server.ts';
import type { Submission } from '../../src/core/feedback.ts';
import { feedbackHeadings, feedbackRows } from '../../src/reports/feedback-csv.ts';
import { openStore } from '../../src/stores/open.ts';
import type { SqlStore } from '../../src/stores/sql-store.ts';
import { openHelpCentre } from '../collector/help-centre.ts';
import { aFolder } from '../readers/a-repository.ts';
import { fillStore } from '../stores/every-row.ts';
import { answers, open, search, uuid, vote } from '../stores/submissions.ts';
import { runScript } from './run-script.ts';

const AT = new Date('2026-03-01T09:00:00.001Z');

const feedback = (...args: string[]) => runScript('feedback', ...args);

async function aStore(): Promise<{ place: string; store: SqlStore }> {
  const place = path.join(aFolder(), 'feedback.db');
  const store = await openStore(place);
  onTestFinished(() => store.close());
  await fillStore(store);
  return { place, store };
}

test('an export as JSON lines is what the collector gives', async () => {
  const { place, store } = await aStore();
  const { app } = await openHelpCentre({ store, token: 'a token' });
  const { address, close } = await startServer({ app, host: '127.0.0.1', port: 0 });
  onTestFinished(close);
  const response = await fetch(`${address}/api/export`, { headers: { Authorization: 'Bearer a token' } });
  const lines = await response.text();
  expect(lines.split('\n')).toHaveLength(7);
  expect(await feedback('export', '--database', place)).toEqual({ code: 0, stdout: lines, stderr: '' });
});

test('an export into a file is for its owner alone, holds one kind if asked, and overwrites nothing', async () => {
  const { place } = await aStore();
  const folder = path.join(aFolder(), 'exports');
  const file = path.join(folder, 'answers.jsonl');
  const line = `{"type":"answers","id":"${uuid(4)}","locale":"de","source":"mail","answers":{"nps":9},"wordings":{"nps":"0123abcd"},"aside":"bot","received":"2026-03-01T10:00:00.002Z"}\n`;
  const args = ['export', '--kind', 'answers', '--out', file, '--database', place];
  expect(await feedback(...args)).toEqual({
    code: 0,
    stdout: `Wrote 1 submission to ${file}.\n`,
    stderr: '',
  });
  const parsed = JSON.parse(readFileSync(file, 'utf8'));
  expect(parsed).toEqual(JSON.parse(line));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await feedback(...args)).toMatchObject({ code: 3, stdout: '' });
  expect(readdirSync(folder)).toEqual(['answers.jsonl']);
});

test('a table of votes names every column, and runs no formula', async () => {
  const { place, store } = await aStore();
  await store.changeVote(uuid(1), { comment: '=HYPERLINK("http://x.example")' }, AT);
  const { code, stdout } = await feedback(
    'export',
    '--format',
    'csv',
    '--kind',
    'votes',
    '--database',
    place,
  );
  expect(code).toBe(0);
  expect(stdout).toBe(
    [
      '\ufeffid,received,changed,article,locale,revision,helpful,level,search,reason,comment,aside',
      `${uuid(1)},2026-03-01T09:00:00.001Z,2026-03-01T09:00:00.001Z,billing/refund,de,0123456789ab,false,expert,${uuid(9)},wrong,"'=HYPERLINK(""http://x.example"")",`,
      `${uuid(2)},2026-03-01T09:00:00.001Z,2026-03-01T09:00:00.001Z,billing/refund,de,0123456789ab,false,,,,,repeat`,
      '',
    ].join('\r\n'),
  );
});

test('a table of answers has a row for each answer and each choice', () => {
  const sheet = answers(1, {
    source: '+mail',
    level: 'beginner',
    answers: { nps: 0, wishes: ['fast', '@polite'], none: [], more: 'a\r\nb, "c"', minus: -1 },
    wordings: { nps: '0123abcd' },
  });
  const submission: Submission = { type: 'answers', ...sheet, received: AT };
  const before = `${uuid(1)},2026-03-01T09:00:00.001Z,de,'+mail,,beginner,,`;
  expect(feedbackHeadings('answers')).toBe(
    '\ufeffid,received,locale,source,article,level,aside,question,wording,value\r\n',
  );
  expect(feedbackRows(submission)).toBe(
    [
      `${before}nps,0123abcd,0`,
      `${before}wishes,,fast`,
      `${before}wishes,,'@polite`,
      `${before}none,,`,
      `${before}more,,"a\nb, ""c"""`,
      `${before}minus,,-1`,
      '',
    ].join('\r\n'),
  );
  expect(feedbackRows({ type: 'answers', ...answers(2, { answers: {} }), received: AT })).toBe(
    `${uuid(2)},2026-03-01T09:00:00.001Z,de,,,,,,,\r\n`,
  );
});

test('a table of signals has what each kind brings', () => {
  const received = AT;
  const rows: Submission[] = [
    { type: 'signal', ...search(2, '\t=1', 0), received, aside: 'bot' },
    { type: 'signal', ...open(3, 2), received },
  ];
  expect(feedbackHeadings('signals') + rows.map(feedbackRows).join('')).toBe(
    [
      '\ufeffid,received,kind,locale,article,revision,query,results,search,position,aside',
      `${uuid(2)},2026-03-01T09:00:00.001Z,search,de,,,"'\t=1",0,,,bot`,
      `${uuid(3)},2026-03-01T09:00:00.001Z,open,de,billing/refund,,,,${uuid(2)},1,`,
      '',
    ].join('\r\n'),
  );
});

test('a table without a kind is asked for one', async () => {
  const { place } = await aStore();
  expect(await feedback('export', '--format', 'csv', '--database', place)).toEqual({
    code: 2,
    stdout: '',
    stderr: 'A table holds one kind of submission: say --kind votes, or --kind answers, or --kind signals.\n',
  });
});

test('the status says what a database holds', async () => {
  const { place, store } = await aStore();
  await store.addVote(vote(20), AT, 'bot');
  const { code, stdout } = await feedback('status', '--database', place);
  expect(code).toBe(0);
  expect(stdout.replace(/layout \d+, \d\.\d MB/, 'layout L, S MB')).toBe(`${place}: layout L, S MB

         kept  of these repeat  of these bot  of these unproven  withdrawn  first       last
votes       3                1             1                  0          1  2026-03-01  2026-03-01
answers     1                0             1                  0          1  2026-03-01  2026-03-01
signals     3                0             0                  2          0  1969-12-31  2026-03-01
`);
});

test('every verb has help with examples, and what is written wrongly is refused', async () => {
  const verbs = ['copy', 'backup', 'restore', 'export', 'erase', 'status'];
  const helps = await Promise.all(verbs.map((verb) => feedback(verb, '--help')));
  for (const [index, { code, stdout }] of helps.entries()) {
    expect(code).toBe(0);
    expect(stdout).toContain(`Usage: npm run feedback -- ${verbs[index]} `);
    expect(stdout).toContain('\nExamples:\n  npm run ');
  }
  const wrong = [[], ['nothing'], ['copy', 'one'], ['status', '--no-such']];
  for (const answer of await Promise.all(wrong.map((args) => feedback(...args)))) {
    expect(answer).toMatchObject({ code: 2, stdout: '' });
  }
});

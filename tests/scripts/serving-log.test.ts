import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { writeContent } from '../content-folder.ts';
import { startHelpCentre } from '../e2e/help-centre.ts';
import { answers, search, uuid, vote } from '../stores/submissions.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TOKEN = 'a-token-that-is-in-no-log';

/** `npm start` for a small help centre, whose pages are made up. */
async function startWith(env: Record<string, string>) {
  const place = await mkdtemp(path.join(os.tmpdir(), 'kundig-log-'));
  onTestFinished(() => rm(place, { recursive: true, force: true }));
  const [content, dist] = [path.join(place, 'content'), path.join(place, 'dist')];
  await writeContent(content, {
    'site.yaml':
      'title: { de: Hilfe }\nurl: https://help.example.com\nlocales: [de]\nfeedback: { keep: 12 months }\n',
    'en/billing/index.md': undefined,
  });
  await mkdir(path.join(dist, 'de'), { recursive: true });
  await writeFile(path.join(dist, 'de/index.html'), 'Startseite');
  await writeFile(
    path.join(dist, 'articles.json'),
    JSON.stringify({ version: 1, articles: { 'billing/refund': { de: '0123456789ab' } } }),
  );
  const program = await startHelpCentre({
    content,
    dist,
    database: path.join(place, 'feedback.db'),
    token: TOKEN,
    env,
  });
  onTestFinished(async () => void (await program.stop()));
  return program;
}

/** What a reader wrote, or what tells who it is: none of it may be told. */
const MARKS = {
  address: '203.0.113.77',
  agent: 'Agent-4711',
  referrer: 'referrer-4711',
  email: 'max.marker@example.com',
  comment: 'comment-4711',
  query: 'query-4711',
  key: 'key-4711',
  path: 'path-4711',
  guess: 'guess-4711',
};

test('the log holds nothing that a reader wrote, and nothing that tells who it is', async () => {
  const program = await startWith({ LOG_LEVEL: 'debug', TRUSTED_PROXIES: '127.0.0.1' });
  const { address } = program;
  const send = (method: string, at: string, body: string, headers: Record<string, string> = {}) =>
    fetch(`${address}${at}`, {
      method,
      body: method === 'GET' ? undefined : body,
      headers: {
        'Content-Type': 'application/json',
        Origin: new URL(address).origin,
        'User-Agent': MARKS.agent,
        'X-Forwarded-For': MARKS.address,
        Referer: `https://help.example.com/?${MARKS.referrer}`,
        ...headers,
      },
    });
  const post = (at: string, body: unknown, headers?: Record<string, string>) =>
    send('POST', at, JSON.stringify(body), headers);
  const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const { receipt } = await (await post('/api/votes', vote(1))).json();
  const change = { receipt, comment: `${MARKS.comment} ${MARKS.email}` };
  expect((await send('PATCH', `/api/votes/${uuid(1)}`, JSON.stringify(change))).status).toBe(200);
  await post('/api/answers', answers(2, { answers: { more: MARKS.comment } }));
  await post('/api/signals', [search(3, MARKS.query, 0)]);
  await post('/api/votes', { ...vote(4), [MARKS.key]: MARKS.comment });
  await post('/api/votes', vote(5), { Origin: 'https://other.example' });
  await send('POST', '/api/votes', `{"${MARKS.key}": ${MARKS.comment}`);
  await send('POST', '/api/votes', `helpful=${MARKS.comment}&article=${MARKS.path}`, form);
  await send(
    'POST',
    `/api/votes/${MARKS.path}?${MARKS.query}`,
    `_method=DELETE&receipt=${MARKS.guess}`,
    form,
  );
  await send('GET', `/de/search/?q=${MARKS.query}`, '');
  await send('GET', `/${MARKS.path}/?q=${MARKS.query}`, '');
  await send('GET', `/api/${MARKS.path}`, '', { Authorization: `Bearer ${MARKS.guess}` });
  await send('GET', '/api/summary', '', { Authorization: `Bearer ${MARKS.guess}` });
  await send('GET', '/metrics', '', { Authorization: `Bearer ${TOKEN}` });
  expect(await program.stop()).toBe(0);

  const output = program.output();
  for (const mark of [...Object.values(MARKS), TOKEN, receipt, uuid(1)]) expect(output).not.toContain(mark);
  const lines = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const told = lines.map(({ level, msg }) => `${level} ${msg}`);
  expect(told).toEqual(
    expect.arrayContaining([
      `info The help centre runs at ${address}/ (stop it with Ctrl-C)`,
      'info Feedback whose time is up was deleted.',
      expect.stringMatching(/^warn Pages of https:\/\/other\.example tried to send/),
      'info Stopping: what is under way is finished first.',
      'info Stopped.',
    ]),
  );
  const requests = lines.filter(({ msg }) => msg === 'Request.');
  expect(requests).toHaveLength(14);
  expect(requests).toContainEqual(
    expect.objectContaining({
      level: 'debug',
      method: 'PATCH',
      route: '/api/votes/:id',
      status: 200,
      milliseconds: expect.any(Number),
    }),
  );
}, 60_000);

test('requests are told only where somebody asks for them, and people get sentences', async () => {
  const program = await startWith({ LOG_FORMAT: 'plain' });
  await fetch(`${program.address}/de/`);
  expect(await program.stop()).toBe(0);
  expect(program.output()).toMatch(
    /^\d\d:\d\d:\d\d Feedback whose time is up was deleted\. \(submissions: 0\)$/m,
  );
  expect(program.output()).toMatch(/^The help centre runs at http:\S+ \(stop it with Ctrl-C\)$/m);
  expect(program.output()).not.toContain('Request.');
}, 60_000);

test.for([
  [{ LOG_LEVEL: 'loud' }, 'Allowed choices are silent, error, warn, info, debug'],
  [{ LOG_FORMAT: 'xml' }, 'Allowed choices are json, plain'],
  [{ FEEDBACK_PROOF: 'sometimes' }, 'Say on, off, auto or a number above 0'],
  [{ FEEDBACK_PROOF: '0' }, 'Say on, off, auto or a number above 0'],
] as const)(
  'a setting that means nothing is said in plain words: %o',
  { timeout: 60_000 },
  async ([env, words]) => {
    const { message } = await startWith(env).then(
      () => new Error('It started.'),
      (failure: Error) => failure,
    );
    expect(message).toContain('The program ended with 2');
    expect(message).toContain(words);
  },
);

test('what libraries print, and a bug that ends the program, are told by the log', {
  timeout: 60_000,
}, async () => {
  const program = `
    import { servingLog, tellAllTo } from './scripts/serving-log.ts';
    tellAllTo(servingLog({ logLevel: 'info', logFormat: 'json' }));
    console.info('The user aborted a request.');
    console.error(new Error('one "${MARKS.comment}"'));
    setTimeout(() => { throw new TypeError("two '${MARKS.comment}'"); });
  `;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { cwd: ROOT });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  expect(await once(child, 'close')).toEqual([3, null]);
  const lines = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines.map(({ level, msg }) => `${level} ${msg}`)).toEqual([
    'error Error: one "…"',
    "error TypeError: two '…'",
  ]);
});

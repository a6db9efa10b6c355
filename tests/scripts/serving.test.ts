import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { textsOf } from '../../src/core/manifest.ts';
import { manifestOfFolder } from '../../src/readers/manifest.ts';
import { openStore } from '../../src/stores/open.ts';
import { articleText } from '../content-folder.ts';
import { uuid, vote } from '../stores/submissions.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** A folder with a small help centre that looks as if it had been built. */
async function newPlace(): Promise<string> {
  const place = await mkdtemp(path.join(tmpdir(), 'kundig-serving-'));
  onTestFinished(() => rm(place, { recursive: true }));
  await mkdir(path.join(place, 'content'));
  await mkdir(path.join(place, 'dist/de/feedback'), { recursive: true });
  await writeFile(
    path.join(place, 'content/site.yaml'),
    'title: { de: Hilfe }\nurl: https://help.example.com\nlocales: [de]\nfeedback: { keep: 12 months }\n',
  );
  await cp(path.join(ROOT, 'content/survey.yaml'), path.join(place, 'content/survey.yaml'));
  await writeFile(path.join(place, 'dist/de/index.html'), 'Startseite');
  await writeFile(
    path.join(place, 'dist/articles.json'),
    JSON.stringify({ version: 1, articles: { 'billing/refund': { de: '0123456789ab' } } }),
  );
  await writeFile(
    path.join(place, 'dist/de/feedback/index.html'),
    '<title>kundig:title</title><main class="frame"><!--kundig:page--></main>',
  );
  return place;
}

interface Run {
  process: ChildProcess;
  output: () => string;
  ended: Promise<unknown[]>;
}

function run(script: string, place: string, args: string[] = [], env: Record<string, string> = {}): Run {
  const clean = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(PORT|HOST|KUNDIG_|FEEDBACK_)/.test(name)),
  );
  const child = spawn(process.execPath, [path.join(ROOT, 'scripts', script), ...args], {
    cwd: ROOT,
    env: {
      ...clean,
      PORT: '0',
      KUNDIG_CONTENT: path.join(place, 'content'),
      FEEDBACK_DATABASE: path.join(place, 'data/feedback.db'),
      ...env,
    },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const ended = once(child, 'close');
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
  });
  return { process: child, output: () => output, ended };
}

async function addressOf({ output, ended }: Run): Promise<string> {
  let stopped = false;
  void ended.then(() => {
    stopped = true;
  });
  return expect
    .poll(
      () => {
        if (stopped) throw new Error(`it ended: ${output()}`);
        return /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0];
      },
      { timeout: 20_000 },
    )
    .toBeDefined()
    .then(() => /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0] ?? '');
}

const start = (place: string, env?: Record<string, string>) =>
  run('start.ts', place, ['--no-build', '--out', path.join(place, 'dist')], env);

/** A program says that it is one, and what programs send does not count. */
const BROWSER = { 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0' };

function send(
  address: string,
  method: string,
  body: object,
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(address, {
    method,
    body: JSON.stringify(body),
    headers: { 'Content-Type': 'application/json', Origin: new URL(address).origin, ...BROWSER, ...headers },
  });
}

test('start serves site and collector, ends in peace, and remembers after a restart', async () => {
  const place = await newPlace();
  const first = start(place, { FEEDBACK_TOKEN: 'right-token' });
  const address = await addressOf(first);
  expect(await (await fetch(address)).text()).toBe('Startseite');
  const old = await openStore(path.join(place, 'data/feedback.db'));
  const { receipt } = await (await send(`${address}/api/votes`, 'POST', vote(1))).json();
  const page = await fetch(`${address}/api/votes`, {
    method: 'POST',
    headers: { Origin: address, ...BROWSER },
    body: new URLSearchParams({ ...vote(2), helpful: 'false' } as unknown as Record<string, string>),
  });
  expect(await page.text()).toMatch(/<main class="frame"><h1>/);
  const headers = { Authorization: 'Bearer right-token' };
  expect(await (await fetch(`${address}/api/summary`, { headers })).json()).toMatchObject({
    articles: [{ unhelpful: 2 }],
  });
  first.process.kill('SIGTERM');
  expect(await first.ended).toEqual([0, null]);

  // Three years old: deleted at the next start.
  await old.addVote(vote(3), new Date(Date.now() - 3 * 365 * 86_400_000));
  await old.close();
  const second = start(place);
  const again = await addressOf(second);
  expect((await fetch(`${again}/api/summary`, { headers })).status).toBe(403);
  expect((await send(`${again}/api/votes/${uuid(1)}`, 'PATCH', { receipt, reason: 'wrong' })).status).toBe(
    200,
  );
  second.process.kill('SIGINT');
  expect(await second.ended).toEqual([0, null]);
  const store = await openStore(path.join(place, 'data/feedback.db'));
  const kept = await Array.fromAsync(store.submissions());
  await store.close();
  expect(kept).toMatchObject([{ id: uuid(1), reason: 'wrong' }, { id: uuid(2) }]);
}, 60_000);

test('start on a port in use says so before it builds, and exits with 3', async () => {
  const place = await newPlace();
  const first = start(place);
  const { port } = new URL(await addressOf(first));
  const second = run('start.ts', place, ['--out', path.join(place, 'other')], { PORT: port });
  expect(await second.ended).toEqual([3, null]);
  expect(second.output()).toMatch(`Port ${port} is in use.\nStop the other program, or choose another port`);
  expect(second.output()).not.toContain('Building');
}, 60_000);

test('the collector alone takes votes from the site, and answers forms on a page of its own', async () => {
  const place = await newPlace();
  const collector = run('collector.ts', place, ['--manifest', path.join(place, 'dist/articles.json')]);
  const address = await addressOf(collector);
  const headers = { Origin: 'https://help.example.com' };
  const response = await fetch(`${address}/api/votes`, {
    method: 'POST',
    headers,
    body: new URLSearchParams({ ...vote(1), helpful: 'true' } as unknown as Record<string, string>),
  });
  expect(response.status).toBe(201);
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://help.example.com');
  expect(await response.text()).toContain('<a href="https://help.example.com/de/">');
  expect((await fetch(`${address}/de/`)).status).toBe(404);
  collector.process.kill('SIGTERM');
  expect(await collector.ended).toEqual([0, null]);
}, 60_000);

test('a new build needs no restart, and pages of the one before it may be open still', async () => {
  const place = await newPlace();
  const manifest = path.join(place, 'dist/articles.json');
  const publish = (revision: string) =>
    writeFile(manifest, JSON.stringify({ version: 1, articles: { 'billing/refund': { de: revision } } }));
  const address = await addressOf(run('collector.ts', place, ['--manifest', manifest]));
  const voteOn = async (number: number, revision: string) =>
    (await send(`${address}/api/votes`, 'POST', vote(number, { revision }))).status;
  expect(await voteOn(1, 'b00000000000')).toBe(400);
  await publish('b00000000000');
  expect(await voteOn(2, 'b00000000000')).toBe(201);
  expect(await voteOn(3, '0123456789ab')).toBe(201);
  expect(await voteOn(4, 'c00000000000')).toBe(400);
}, 60_000);

test('without a manifest the collector takes votes on what the content folder publishes, edits included', async () => {
  const place = await newPlace();
  const article = path.join(place, 'content/de/billing/refund.md');
  await mkdir(path.dirname(article), { recursive: true });
  await writeFile(article, articleText());
  const textOf = async () => textsOf(await manifestOfFolder(path.join(place, 'content'), '2026-03-01'))[0];
  const address = await addressOf(run('collector.ts', place));
  const before = await textOf();
  expect((await send(`${address}/api/votes`, 'POST', vote(1, before))).status).toBe(201);
  await writeFile(article, articleText('', 'Another answer.\n'));
  const after = await textOf();
  expect(after?.revision).not.toBe(before?.revision);
  expect((await send(`${address}/api/votes`, 'POST', vote(2, after))).status).toBe(201);
}, 60_000);

test('a site that an earlier Kundig built is not served, because nobody could vote on it', async () => {
  const place = await newPlace();
  await rm(path.join(place, 'dist/articles.json'));
  const program = start(place);
  expect(await program.ended).toEqual([3, null]);
  expect(program.output()).toContain('Build the site with `npm run build`');
  expect(program.output()).not.toContain('    at ');
}, 60_000);

test('FEEDBACK_ORIGINS lets other pages send, and what it cannot mean stops the start', async () => {
  const place = await newPlace();
  const wrong = start(place, { FEEDBACK_ORIGINS: '*' });
  expect(await wrong.ended).toEqual([3, null]);
  expect(wrong.output()).toContain('FEEDBACK_ORIGINS names *, which is not the origin of a site.');
  const right = start(place, { FEEDBACK_ORIGINS: 'https://intranet.example.com' });
  const address = await addressOf(right);
  const from = async (number: number, Origin: string) =>
    (await send(`${address}/api/votes`, 'POST', vote(number), { Origin })).status;
  expect(await from(1, 'https://intranet.example.com')).toBe(201);
  expect(await from(2, 'https://help.example.com')).toBe(201);
  expect(await from(3, address.replace('127.0.0.1', 'localhost'))).toBe(201);
  expect(await from(4, 'https://evil.example')).toBe(403);
  await expect.poll(right.output).toContain('https://evil.example');
}, 60_000);

test('slow and idle connections do not hold up the end, and what was sent in whole is stored', async () => {
  const place = await newPlace();
  const program = start(place);
  const { port, href } = new URL(await addressOf(program));
  for (const begin of ['', 'POST /api/votes HTTP/1.1\r\n', 'GET /healthz HTTP/1.1\r\nHost: x\r\n\r\n']) {
    const socket = connect(Number(port), '127.0.0.1').on('error', () => {});
    onTestFinished(() => void socket.destroy());
    await once(socket, 'connect');
    socket.write(begin);
  }
  expect((await send(`${href}api/votes`, 'POST', vote(1))).status).toBe(201);
  program.process.kill('SIGTERM');
  expect(await program.ended).toEqual([0, null]);
  const store = await openStore(path.join(place, 'data/feedback.db'));
  onTestFinished(() => store.close());
  expect(await store.vote(uuid(1))).toBeDefined();
}, 60_000);

test('a survey with a mistake stops the collector, with file and line', async () => {
  const place = await newPlace();
  await writeFile(path.join(place, 'content/survey.yaml'), 'title: { de: Umfrage }\nquestions: none\n');
  const collector = run('collector.ts', place);
  expect(await collector.ended).toEqual([3, null]);
  expect(collector.output()).toMatch(/^survey\.yaml:2 {2}/m);
  expect(collector.output()).not.toContain('    at ');
}, 60_000);

test.for<[string, Record<string, string>, number, string]>([
  ['a port that is none', { PORT: 'abc' }, 2, 'Give a number from 0 to 65535'],
  [
    'a proxy that is no address',
    { TRUSTED_PROXIES: '127.0.0.1,proxy.example.com' },
    3,
    'TRUSTED_PROXIES names "proxy.example.com", which is no address and no range of addresses.',
  ],
  ['a folder that is not there', { KUNDIG_CONTENT: '/nowhere/at/all' }, 3, 'at/all'],
])('%s is said in plain words', { timeout: 60_000 }, async ([, env, code, words]) => {
  const place = await newPlace();
  const collector = run('collector.ts', place, [], env);
  expect(await collector.ended).toEqual([code, null]);
  expect(collector.output()).toContain(words);
});

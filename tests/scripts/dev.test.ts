import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { articleText, contentFolder, SITE, writeContent } from '../content-folder.ts';
import { runScript } from './run-script.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const patience = { timeout: 30_000, interval: 100 };

/** Starts the preview of a folder on a free port. */
async function preview(content: string) {
  // What the test runner says of itself would make Astro serve nothing.
  const { NODE_ENV: _, VITEST: __, ...environment } = process.env;
  const child = spawn(process.execPath, ['scripts/dev.ts', '--content', content, '--port', '0'], {
    cwd: ROOT,
    env: { ...environment, NO_COLOR: '1' },
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  onTestFinished(async () => {
    child.kill();
    await ended;
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text) => (output += text));
  const address = await vi.waitFor(() => {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
    if (!found) throw new Error(`no address in: ${output}`);
    return found;
  }, patience);
  const page = async (place: string) => {
    const response = await fetch(address + place);
    return `${response.status} ${await response.text()}`;
  };
  return {
    address,
    page,
    /** Waits until a page holds a text. */
    shows: (place: string, text: string) =>
      vi.waitFor(async () => expect(await page(place)).toContain(text), patience),
    says: (text: string) => vi.waitFor(() => expect(output).toContain(text), patience),
  };
}

test('in the preview, votes on drafts and on what was just edited can be tried', async () => {
  const content = await contentFolder({ 'en/billing/refund.md': articleText() });
  const { address, page, shows } = await preview(content);
  async function vote(place: string): Promise<number> {
    const [, article, revision] =
      /data-article="([^"]+)"[^>]*data-revision="([^"]+)"/.exec(await page(place)) ?? [];
    const body = { id: randomUUID(), locale: 'en', article, revision, helpful: true };
    const headers = { 'Content-Type': 'application/json', Origin: address.replace('127.0.0.1', 'localhost') };
    const send = (method: string, path: string, sent: object) =>
      fetch(address + path, { method, headers, body: JSON.stringify(sent) });
    const { status, receipt } = await send('POST', '/api/votes', body).then(async (response) => ({
      status: response.status,
      ...(await response.json()),
    }));
    if (receipt) await send('DELETE', `/api/votes/${body.id}`, { receipt });
    return status;
  }
  await shows('/en/billing/refund/', 'data-revision');
  expect(await vote('/en/billing/refund/')).toBe(201);
  await writeContent(content, {
    'en/billing/refund.md': articleText('draft: true\n').replace('Get a refund', 'Edited'),
  });
  await shows('/en/billing/refund/', '<h1>Edited</h1>');
  expect(await vote('/en/billing/refund/')).toBe(201);
});

test('the preview follows what is written, says what is wrong, and goes on', async () => {
  const content = await contentFolder({ 'en/billing/refund.md': articleText() });
  const write = (files: Record<string, string>) => writeContent(content, files);
  const { page, shows, says } = await preview(content);
  await shows('/en/billing/refund/', '<h1>Get a refund</h1>');

  await write({ 'en/billing/refund.md': articleText().replace('Get a refund', 'Edited') });
  await shows('/en/billing/refund/', '<h1>Edited</h1>');
  await write({ 'en/billing/cancel.md': articleText('draft: true\n') });
  await shows('/en/billing/cancel/', '<h1>Get a refund</h1>');

  await write({ 'en/billing/refund.md': articleText('onwer: x\n') });
  await says('en/billing/refund.md:5  `onwer` is not a known key. Did you mean `owner`?');
  await write({ 'en/billing/refund.md': articleText().replace('Get a refund', 'Mended') });
  await shows('/en/billing/refund/', '<h1>Mended</h1>');

  await write({ 'site.yaml': `${SITE}locals: [\n` });
  await says('site.yaml:5  The file is not YAML');
  await shows('/en/billing/refund/', '<title>Mended · Help</title>');
  await write({ 'site.yaml': SITE.replace('Help', 'Assistance') });
  await shows('/en/billing/refund/', '<title>Mended · Assistance</title>');

  await rm(path.join(content, 'en/billing/cancel.md'));
  await shows('/en/billing/cancel/', '404');
  expect(await page('/en/%E0%A4%A')).toMatch(/^[45]\d\d /);
  await shows('/en/billing/refund/', '<h1>Mended</h1>');
});

test('a port in use is said at once, and no other taken instead', async () => {
  const content = await contentFolder({});
  const other = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void other.close());
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  const { code, stderr } = await runScript('dev', '--content', content, '--port', String(port));
  expect(code).toBe(3);
  expect(stderr).toContain(`Port ${port} is in use.`);
});

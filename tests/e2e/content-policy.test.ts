import { appendFile, cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { expect, inject, onTestFinished, test } from 'vitest';
import { startHelpCentre } from './help-centre.ts';
import { eventually, serveSample } from './served-sample.ts';

const sample = serveSample();
const ARTICLE = '/en/writing/write-clearly/';

/** Opens a page; `refused` fills with what the browser refuses because of the policy. */
async function watched(address: string, options: BrowserContextOptions = {}) {
  const refused: string[] = [];
  const page = await sample.open(address, options, async (page) => {
    page.on('console', (message) => {
      if (/content.?security.?policy|trusted/i.test(message.text())) refused.push(message.text());
    });
    page.on('pageerror', (failure) => refused.push(failure.message));
  });
  onTestFinished(() => page.context().close());
  return { page, refused };
}

/** Pages that are no articles, without the topics of the second language, and articles with all that one can hold. */
async function pagesOfEachKind(): Promise<string[]> {
  const dist = inject('dist');
  const files = (await readdir(dist, { recursive: true })).filter((name) => name.endsWith('.html')).sort();
  const isArticle = (name: string) => name.split(path.sep).length > 3;
  const isTopic = (name: string) => /^de[\\/](?!survey|search|contact|feedback)./.test(name);
  const chosen = new Set(files.filter((name) => !isArticle(name) && !isTopic(name)));
  const wanted = ['class="tabs"', '<pre', '<table', '<details', '<img', 'class="callout', 'class="steps"'];
  for (const name of files.filter(isArticle)) {
    const html = await readFile(path.join(dist, name), 'utf8');
    const held = wanted.filter((thing) => html.includes(thing));
    if (held.length > 0) chosen.add(name);
    for (const thing of held) wanted.splice(wanted.indexOf(thing), 1);
  }
  return [...chosen].map(
    (name) =>
      `/${name
        .split(path.sep)
        .join('/')
        .replace(/index\.html$/, '')}`,
  );
}

test('no page of any kind asks for what its policy refuses', async () => {
  const { page, refused } = await watched('/en/');
  const addresses = await pagesOfEachKind();
  expect(addresses).toEqual(
    expect.arrayContaining(['/', '/404.html', '/de/survey/', '/en/search/', '/en/contact/', '/en/feedback/']),
  );
  for (const address of [...addresses, '/en/nothing/here/', '/en/search/?q=synonyms']) {
    await page.goto(`${sample.address}${address}`);
    // By then the page's own scripts have run.
    await page.evaluate(() => new Promise((done) => requestIdleCallback(() => done(undefined))));
    expect([address, refused]).toEqual([address, []]);
    const colour = await page.evaluate(() =>
      getComputedStyle(document.documentElement).getPropertyValue('--brand'),
    );
    expect([address, colour]).toEqual([address, '#0f4c5c']);
  }
});

test('nor does what a reader does on them', async () => {
  const { page, refused } = await watched(ARTICLE);
  await page.getByRole('button', { name: 'No', exact: true }).click();
  await page.getByText('What was missing or wrong?').waitFor();
  await page.getByRole('combobox').fill('synonyms');
  await page.getByRole('option').first().waitFor();
  await page.getByRole('option').first().click();
  await page.waitForURL((url) => url.pathname !== ARTICLE);
  await page.goto(`${sample.address}/en/survey/`);
  await page.locator('main input[type=radio]').first().check({ force: true });
  expect(refused).toEqual([]);
});

test('nor do the answers to plain forms', async () => {
  const { page, refused } = await watched(ARTICLE, { javaScriptEnabled: false });
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await page.waitForURL('**/api/votes');
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
  expect(refused).toEqual([]);
});

/** What an attacker would want to run, and to show. */
const INJECTED = `<script>window.ran = 'script'</script>
<img src="data:," onerror="window.ran = 'handler'">
<a id="link" href="javascript:window.ran='link'">x</a>
<base href="https://evil.example/">
<style>h1 { color: rgb(1, 2, 3) }</style><h1 id="styled" style="color: rgb(3, 2, 1)">x</h1>
<form id="form" action="https://evil.example/"><button>x</button></form>`;

test.each(['header', 'page'] as const)(
  'what gets into a page runs nothing, by the policy in the %s',
  async (where) => {
    const { page } = await watched('/en/');
    await page.route(`**${ARTICLE}`, async (route) => {
      const response = await route.fetch();
      const { 'content-security-policy': policy = '', ...headers } = response.headers();
      const html = (await response.text()).replace('<main', `${INJECTED}<main`);
      const meta = /<meta http-equiv="Content-Security-Policy"[^>]*>/i;
      expect(html).toMatch(meta);
      expect(policy).not.toBe('');
      await route.fulfill({
        status: 200,
        headers: where === 'header' ? { ...headers, 'content-security-policy': policy } : headers,
        body: where === 'header' ? html.replace(meta, '') : html,
      });
    });
    await page.addInitScript(() => {
      const violated: string[] = [];
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
        violated.push(effectiveDirective);
      });
      Object.assign(window, { violated });
    });
    await page.goto(`${sample.address}${ARTICLE}`);
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('#link')?.click();
      document.querySelector<HTMLElement>('#form button')?.click();
    });
    const violated = () =>
      page.evaluate(() => [...new Set((window as unknown as { violated: string[] }).violated)].sort());
    await eventually(violated).toEqual([
      'base-uri',
      'form-action',
      'script-src-attr',
      'script-src-elem',
      'style-src-attr',
      'style-src-elem',
    ]);
    const seen = await page.evaluate(() => ({
      ran: (window as { ran?: string }).ran,
      base: document.baseURI === location.href,
      path: location.pathname,
    }));
    expect(seen).toEqual({ ran: undefined, base: true, path: ARTICLE });
  },
);

test('scripts cannot make HTML of text', async () => {
  const { page } = await watched(ARTICLE);
  const failure = await page.evaluate(() => {
    try {
      document.body.insertAdjacentHTML('beforeend', '<p>x</p>');
      return undefined;
    } catch (error) {
      return (error as Error).name;
    }
  });
  expect(failure).toBe('TypeError');
});

/** Another site, whose pages show what `?of=` names within themselves. */
async function startOtherSite(): Promise<string> {
  const server = createServer((request, response) => {
    const shown = new URL(request.url ?? '/', 'http://localhost').searchParams.get('of');
    response.setHeader('Content-Type', 'text/html').end(`<iframe src="${shown}"></iframe>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => server.closeAllConnections());
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Starts the sample help centre with further settings, which concern only how it is served. */
async function serveWith(settings: string): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kundig-embed-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const content = path.join(folder, 'content');
  await cp('content', content, { recursive: true });
  await appendFile(path.join(content, 'site.yaml'), settings);
  const database = path.join(folder, 'feedback.db');
  const program = await startHelpCentre({ content, dist: inject('dist'), database });
  onTestFinished(async () => void (await program.stop()));
  return program.address;
}

test('another site shows the help centre within itself only where site.yaml names it', async () => {
  const other = await startOtherSite();
  const embedded = await serveWith(`\nembed: [${other}]\n`);
  const { page } = await watched('/en/');
  const headingsIn = async (address: string) => {
    await page.goto(`${other}/?of=${address}/en/`, { waitUntil: 'networkidle' });
    return page.frameLocator('iframe').getByRole('heading', { level: 1 }).count();
  };
  expect([await headingsIn(sample.address), await headingsIn(embedded)]).toEqual([0, 1]);
});

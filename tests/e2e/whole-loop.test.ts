import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runScript } from '../scripts/run-script.ts';
import { startBrowser, USER_AGENT } from './browser.ts';
import { type RunningProgram, startHelpCentre } from './help-centre.ts';

const CONTENT = 'content';
/** An unhelpful article is listed once the votes against it are many enough. */
const VOTES_AGAINST = 12;

let folder: string;
const dist = inject('dist');
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'kundig-loop-'));
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
  await rm(folder, { recursive: true, force: true });
});

/** What differs for a reader whose browser runs no script: the collector answers with pages. */
interface Reader {
  name: string;
  javaScriptEnabled: boolean;
  voteNo(page: Page, comment: string): Promise<void>;
}

const readers: Reader[] = [
  {
    name: 'with script',
    javaScriptEnabled: true,
    async voteNo(page, comment) {
      await page.getByRole('button', { name: 'No', exact: true }).click();
      await page.getByText('your vote is saved').waitFor();
      await page.getByRole('radio', { name: 'Out of date' }).check();
      await page.getByLabel('Would you like to say more?').fill(comment);
      await page.getByRole('button', { name: 'Send', exact: true }).click();
      await page.getByText('Your comment is saved').waitFor();
    },
  },
  {
    name: 'without script',
    javaScriptEnabled: false,
    async voteNo(page, comment) {
      await page.getByRole('button', { name: 'No', exact: true }).click();
      await page.getByRole('radio', { name: 'Out of date' }).check();
      await page.getByRole('textbox').fill(comment);
      await page
        .locator('form:has(textarea) button[type=submit], form:has(textarea) button:not([type])')
        .first()
        .click();
      await page.waitForLoadState();
    },
  },
];

describe.each(readers)('a customer $name', (reader) => {
  let program: RunningProgram;
  let page: Page;
  let database: string;
  const comment = `The button has another name now (${reader.name}).`;
  const wish = `Show more pictures, please (${reader.name}).`;

  beforeAll(async () => {
    database = path.join(folder, `${reader.javaScriptEnabled}.db`);
    program = await startHelpCentre({ content: CONTENT, dist, database });
    const context = await browser.newContext({
      javaScriptEnabled: reader.javaScriptEnabled,
      locale: 'en-GB',
    });
    page = await context.newPage();
  });

  afterAll(async () => {
    await page?.context().close();
    await program?.stop();
  });

  test('searches, opens the answer, votes no with a reason and a comment', async () => {
    await page.goto(`${program.address}/`);
    await page.waitForURL('**/en/');
    await page.getByLabel('Search the help centre').fill('how do I install this');
    await page.getByRole('button', { name: 'Search' }).click();
    const result = page.locator('[data-article="getting-started/install-and-start"]');
    await result.first().waitFor();
    expect(await page.locator('a[data-article]').first().getAttribute('data-article')).toBe(
      'getting-started/install-and-start',
    );
    await result.first().click();
    await page.waitForURL('**/en/getting-started/**');
    expect(await page.locator('article').getAttribute('data-article')).toBe(
      'getting-started/install-and-start',
    );
    await reader.voteNo(page, comment);
  });

  test('fills in the survey', async () => {
    await page.goto(`${program.address}/en/survey/?source=newsletter`);
    for (const group of await page.locator('.scale-scale').all()) {
      await group.locator('label').nth(3).click();
    }
    await page.locator('.scale-nps label').nth(9).click();
    await page.locator('textarea').fill(wish);
    await page.locator('.survey button[type=submit]').click();
    await page.locator('.survey').waitFor({ state: 'detached' });
    expect(await page.locator('main').textContent()).toMatch(/thank/i);
  });

  test('finds nothing lost after the server was restarted', async () => {
    expect(await program.stop()).toBe(0);
    const report = path.join(folder, `${reader.javaScriptEnabled}.html`);
    const written = await runScript(
      'report',
      '--content',
      CONTENT,
      '--database',
      database,
      '--output',
      report,
    );
    expect(written).toMatchObject({ code: 0 });
    const html = await readFile(report, 'utf8');
    expect(html).toContain(comment);
    expect(html).toContain(wish);
    expect(html).toContain('Out of date');
    program = await startHelpCentre({ content: CONTENT, dist, database });
  });

  test('puts the article on the list of work once enough customers say the same', async () => {
    const auditArgs = [
      '--content',
      CONTENT,
      '--database',
      database,
      '--rule',
      'unhelpful',
      '--format',
      'json',
    ];
    expect(findingsIn(await runScript('audit', ...auditArgs))).toEqual([]);
    const { article, locale, revision } = await articleOf(page, program.address);
    for (let voter = 0; voter < VOTES_AGAINST; voter++) {
      const response = await fetch(`${program.address}/api/votes`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Origin: program.address,
          'User-Agent': USER_AGENT,
          'X-Forwarded-For': `203.0.113.${voter}`,
        },
        body: JSON.stringify({ id: crypto.randomUUID(), article, locale, revision, helpful: false }),
      });
      expect(response.status).toBe(201);
    }
    expect(findingsIn(await runScript('audit', ...auditArgs))).toMatchObject([
      {
        rule: 'unhelpful',
        article: 'getting-started/install-and-start',
        locale: 'en',
        file: 'en/getting-started/install-and-start.mdx',
      },
    ]);
  });
});

async function articleOf(page: Page, address: string) {
  await page.goto(`${address}/en/getting-started/install-and-start/`);
  const article = page.locator('article');
  return {
    article: await article.getAttribute('data-article'),
    locale: await article.getAttribute('data-locale'),
    revision: await article.getAttribute('data-revision'),
  };
}

/** The findings that a command printed as JSON. */
function findingsIn({ stdout }: { stdout: string }): unknown[] {
  return JSON.parse(stdout).findings;
}

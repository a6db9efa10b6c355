import type { Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { exportedVotes } from './exported-votes.ts';
import { serveSite } from './served-site.ts';

const TOKEN = 'a-token-for-the-tests';
const ARTICLE = '/en/writing/write-clearly/';

/** A collector that asks everybody for a proof of work, as it does while a flood comes in. */
const site = serveSite(async () => ({
  content: 'content',
  dist: inject('dist'),
  token: TOKEN,
  env: { FEEDBACK_PROOF: 'on' },
}));

const no = (page: Page) => page.getByRole('button', { name: 'No', exact: true });
const status = (page: Page, text: string) => page.locator('.vote-status', { hasText: text }).waitFor();

const votes = () => exportedVotes(site.address, TOKEN);

test('a vote goes through while a proof of work is asked for, and counts', async () => {
  const page = await site.open(ARTICLE);
  const refusals: string[] = [];
  page.on('console', (message) => {
    if (/Content.Security.Policy/i.test(message.text())) refusals.push(message.text());
  });
  const asked = page.waitForResponse((response) => response.status() === 401);
  await no(page).click();
  await status(page, 'Thank you, your vote is saved.');
  expect((await asked).headers()['www-authenticate']).toBe('Altcha realm="kundig"');
  expect(await votes()).toMatchObject([{ helpful: false }]);
  expect((await votes())[0]).not.toHaveProperty('aside');
  const policy = (await fetch(`${site.address}${ARTICLE}`)).headers.get('Content-Security-Policy');
  expect(policy).toContain("default-src 'none'");
  expect(refusals).toEqual([]);
  // A reason follows without further work.
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect.poll(async () => (await votes())[0]?.reason).toBeDefined();
  await page.context().close();
});

test('the solver is loaded only when it is needed', async () => {
  const loaded: string[] = [];
  const page = await site.open(ARTICLE, {}, async (opened) => {
    opened.on('request', (request) => {
      if (request.resourceType() === 'script') loaded.push(request.url());
    });
  });
  const before = loaded.length;
  await no(page).click();
  await status(page, 'Thank you, your vote is saved.');
  expect(loaded.slice(before).filter((url) => /proof/.test(url))).toHaveLength(1);
  await page.context().close();
});

test('without script a vote is kept, and the page says that somebody will look at it', async () => {
  const page = await site.open(ARTICLE, { javaScriptEnabled: false });
  await no(page).click();
  expect(await page.getByText('so a person will look at it').isVisible()).toBe(true);
  expect((await votes()).filter(({ aside }) => aside === 'unproven')).toHaveLength(1);
  await page.context().close();
});

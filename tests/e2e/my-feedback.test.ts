import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { barriersOn } from './barriers.ts';
import { eventually } from './served-sample.ts';
import { serveSite } from './served-site.ts';

const site = serveSite(async () => ({ content: 'content', dist: inject('dist') }));

const ARTICLE = '/en/writing/write-clearly/';
const TITLE = 'Write so that everyone understands';
const items = (page: Page) => page.locator('.mine-list > li');
const status = (page: Page) => page.locator('[data-part=mine-status]');
const kept = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kundig:')).length);
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** A reader who has voted no and said why. */
async function voter(options = {}): Promise<Page> {
  const page = await site.open(ARTICLE, options);
  await press(page, 'No');
  await page.getByRole('radio', { name: 'Out of date' }).check();
  await page.getByLabel('Would you like to say more?').fill('The menu\nhas moved.');
  await press(page, 'Send');
  await page.getByText('Your comment is saved').waitFor();
  return page;
}

/** Hands in a sheet as the survey's page does, and keeps its receipt as that does. */
function handIn(page: Page, answers: Record<string, unknown>): Promise<void> {
  return page.evaluate(async (answers) => {
    const id = crypto.randomUUID();
    const response = await fetch('/api/answers', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ id, locale: 'en', answers }),
    });
    const { receipt } = await response.json();
    localStorage.setItem('kundig:survey-sent', JSON.stringify({ id, receipt, day: '2026-03-01' }));
  }, answers);
}

/** The answer to the question whether the vote of this browser is stored. */
function statusOfVote(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const key = Object.keys(localStorage).find((one) => one.startsWith('kundig:vote:')) ?? '';
    const { id, receipt } = JSON.parse(localStorage.getItem(key) ?? '{}');
    Object.assign(globalThis, { asked: [id, receipt] });
    const headers = { Authorization: `Receipt ${receipt}` };
    return (await fetch(`/api/votes/${id}`, { headers })).status;
  });
}

describe('what was sent from this browser', () => {
  test('is reached from the foot of each page, and shown as it is stored', async () => {
    const page = await voter();
    await page.getByRole('contentinfo').getByRole('link', { name: 'My feedback' }).click();
    await page.waitForURL('**/en/my-feedback/');
    await items(page).getByText('Saved with us.').waitFor();
    const [words = ''] = await items(page).allInnerTexts();
    expect(words).toMatch(/You said on .+: no, this did not answer my question\./);
    expect(words).toContain('What was missing or wrong: Out of date');
    expect(words).toContain('Your comment: The menu\nhas moved.');
    const link = items(page).getByRole('link', { name: TITLE });
    expect(await link.getAttribute('href')).toBe(ARTICLE);
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    await page.context().close();
  });

  test('is withdrawn with the keyboard, and then nowhere any more', async () => {
    const page = await voter();
    const stored = await statusOfVote(page);
    await page.goto(`${site.address}/en/my-feedback/`);
    await items(page).getByText('Saved with us.').waitFor();
    await page.getByRole('button', { name: `Withdraw: ${TITLE}` }).focus();
    await page.keyboard.press('Enter');
    await items(page).getByText('Withdrawn and deleted.').waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Withdrawn and deleted.');
    expect(stored).toBe(200);
    expect(await kept(page)).toBe(0);
    await page.reload();
    await status(page).filter({ hasText: 'knows of no feedback' }).waitFor();
    await page.context().close();
  });

  test('is withdrawn all at once, sheets of the survey too', async () => {
    const page = await voter();
    await handIn(page, { recommend: 9 });
    await page.goto(`${site.address}/en/my-feedback/`);
    await eventually(() => items(page).getByText('Saved with us.').count()).toBe(2);
    expect(await items(page).last().textContent()).toContain('You answered the survey on March 1, 2026.');
    page.on('dialog', (dialog) => dialog.accept());
    await press(page, 'Withdraw everything');
    await status(page).filter({ hasText: 'Withdrawn and deleted.' }).waitFor();
    expect(await kept(page)).toBe(0);
    await page.context().close();
  });

  test('stays stored when the device forgets it', async () => {
    const page = await voter();
    expect(await statusOfVote(page)).toBe(200);
    const asked = await page.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
    await page.goto(`${site.address}/en/my-feedback/`);
    page.on('dialog', (dialog) => dialog.accept());
    await press(page, 'Forget on this device');
    await status(page).filter({ hasText: 'has forgotten everything' }).waitFor();
    expect(await kept(page)).toBe(0);
    const again = await page.evaluate(
      async ([id, receipt]) =>
        (await fetch(`/api/votes/${id}`, { headers: { Authorization: `Receipt ${receipt}` } })).status,
      asked,
    );
    expect(again).toBe(200);
    await page.context().close();
  });

  test('and is deleted there is forgotten here', async () => {
    const page = await voter();
    await page.evaluate(async () => {
      const key = Object.keys(localStorage).find((one) => one.startsWith('kundig:vote:')) ?? '';
      const { id, receipt } = JSON.parse(localStorage.getItem(key) ?? '{}');
      const headers = { 'Content-Type': 'application/json' };
      await fetch(`/api/votes/${id}`, { method: 'DELETE', headers, body: JSON.stringify({ receipt }) });
    });
    await page.goto(`${site.address}/en/my-feedback/`);
    await items(page).getByText('We have deleted this.').waitFor();
    expect(await kept(page)).toBe(0);
    await page.context().close();
  });

  test('is called waiting while it is, and withdrawn without having been sent', async () => {
    const page = await site.open(ARTICLE);
    await page.context().route('**/api/**', (route) => route.abort());
    await press(page, 'Yes');
    await page.getByText('has not reached us yet').waitFor();
    await page.goto(`${site.address}/en/my-feedback/`);
    await items(page).getByText('Not sent yet.').waitFor();
    await page.getByRole('button', { name: `Withdraw: ${TITLE}` }).click();
    // It may have arrived: nobody can tell.
    await items(page).getByText('Your withdrawal has not reached us yet.').waitFor();
    await page.context().unroute('**/api/**');
    await page.reload();
    await status(page).filter({ hasText: 'knows of no feedback' }).waitFor();
    expect(await kept(page)).toBe(0);
    await page.context().close();
  });

  test('is remembered where the collector cannot be reached', async () => {
    const page = await voter();
    await page.route('**/api/votes/**', (route) => route.abort());
    await page.goto(`${site.address}/en/my-feedback/`);
    await items(page).getByText('We could not be reached.').waitFor();
    await page.context().close();
  });
});

test('without script the page says how feedback can be withdrawn', async () => {
  const page = await site.open('/de/my-feedback/', { javaScriptEnabled: false });
  expect(await page.getByText('Diese Seite braucht JavaScript').isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Alles zurückziehen' }).isVisible()).toBe(false);
  await page.context().close();
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test('it has no findings of axe and fits 320 pixels', async () => {
    const page = await voter({ colorScheme, viewport: { width: 320, height: 640 } });
    await handIn(page, { recommend: 9 });
    await page.goto(`${site.address}/en/my-feedback/`);
    await eventually(() => items(page).getByText('Saved with us.').count()).toBe(2);
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await page.context().close();
  });
});

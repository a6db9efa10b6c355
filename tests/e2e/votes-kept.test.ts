import type { Page, Route } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { barriersOn } from './barriers.ts';
import { exportedVotes } from './exported-votes.ts';
import { eventually } from './served-sample.ts';
import { serveSite } from './served-site.ts';

const TOKEN = 'a-token-for-the-tests';
const site = serveSite(async () => ({ content: 'content', dist: inject('dist'), token: TOKEN }));

const ARTICLE = '/en/writing/write-clearly/';

const yes = (page: Page) => page.getByRole('button', { name: 'Yes', exact: true });
const no = (page: Page) => page.getByRole('button', { name: 'No', exact: true });
const withdraw = (page: Page) => page.getByRole('button', { name: 'Withdraw my vote' });
const status = (page: Page, text: string) => page.locator('.vote-status', { hasText: text }).waitFor();
const isPressed = async (button: ReturnType<typeof yes>) =>
  (await button.getAttribute('aria-pressed')) === 'true';
const waits = (page: Page) =>
  page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('kundig:outbox:')).length);

/** The votes that the collector has stored since a moment ago. */
async function newVotes(): Promise<() => Promise<Record<string, unknown>[]>> {
  const all = () => exportedVotes(site.address, TOKEN);
  const before = new Set((await all()).map(({ id }) => id));
  return async () => (await all()).filter(({ id }) => !before.has(id));
}

describe('a vote that does not reach the collector', () => {
  test.each([
    ['without a connection', (page: Page) => page.context().setOffline(true), 'You are offline.'],
    [
      'where the collector has no time',
      (page: Page) => page.route('**/api/votes', (route) => route.fulfill({ status: 503 })),
      'This has not reached us yet.',
    ],
    [
      'where too many were sent',
      (page: Page) => page.route('**/api/votes', (route) => route.fulfill({ status: 429 })),
      'This has not reached us yet.',
    ],
  ])('%s waits on the device, is shown, and is sent when it can be', async (_, cut, words) => {
    const stored = await newVotes();
    const page = await site.open(ARTICLE);
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    await cut(page);
    await no(page).click();
    await status(page, words);
    expect(await isPressed(no(page))).toBe(true);
    expect(await page.getByText('What was missing or wrong?').isVisible()).toBe(true);
    expect(await stored()).toEqual([]);
    await page.unrouteAll();
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    await status(page, 'Thank you, your vote is saved.');
    expect(await stored()).toMatchObject([{ helpful: false }]);
    expect(await waits(page)).toBe(0);
    await page.reload();
    expect(await isPressed(no(page))).toBe(true);
    await page.context().close();
  });

  test('is sent by whichever page is opened next, however often its answer was lost, and counts once', async () => {
    const stored = await newVotes();
    const page = await site.open(ARTICLE);
    const loseAnswer = async (route: Route) => {
      await route.fetch();
      await route.abort();
    };
    await page.context().route('**/api/votes', loseAnswer);
    await yes(page).click();
    await status(page, 'This has not reached us yet.');
    await page.reload();
    await status(page, 'This has not reached us yet.');
    expect(await isPressed(yes(page))).toBe(true);
    const context = page.context();
    await page.close();
    await context.unroute('**/api/votes', loseAnswer);
    const other = await context.newPage();
    await other.goto(`${site.address}/en/contact/`);
    await eventually(() => waits(other)).toBe(0);
    expect(await stored()).toMatchObject([{ helpful: true }]);
    await other.goto(`${site.address}${ARTICLE}`);
    expect(await isPressed(yes(other))).toBe(true);
    await withdraw(other).click();
    await status(other, 'Your vote is deleted.');
    expect(await stored()).toEqual([]);
    await context.close();
  });

  test('can be changed and explained meanwhile, and is stored as it was meant last', async () => {
    const stored = await newVotes();
    const page = await site.open(ARTICLE);
    await page.route('**/api/votes**', (route) => route.abort());
    await page.route('**/api/votes/**', (route) => route.abort());
    await yes(page).click();
    await status(page, 'This has not reached us yet.');
    await no(page).click();
    await page.getByRole('radio', { name: 'Out of date' }).check();
    await page.getByLabel('Would you like to say more?').fill('Ask max@example.com, not me.');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.locator('.vote-reason').waitFor({ state: 'hidden' });
    await status(page, 'This has not reached us yet.');
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain('max@example.com');
    await page.unrouteAll();
    await page.reload();
    await eventually(() => waits(page)).toBe(0);
    expect(await isPressed(no(page))).toBe(true);
    expect(await stored()).toMatchObject([
      { helpful: false, reason: 'outdated', comment: 'Ask [email], not me.' },
    ]);
    await page.context().close();
  });

  test('and is withdrawn before it was sent is never sent', async () => {
    const stored = await newVotes();
    const page = await site.open(ARTICLE);
    await page.context().setOffline(true);
    await yes(page).click();
    await status(page, 'You are offline.');
    await withdraw(page).click();
    await status(page, 'Your vote is deleted.');
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().setOffline(false);
    await page.goto(`${site.address}${ARTICLE}`, { waitUntil: 'networkidle' });
    expect(await isPressed(yes(page))).toBe(false);
    expect(await stored()).toEqual([]);
    await page.context().close();
  });

  test('and may have arrived is deleted there too, once that can be asked for', async () => {
    const stored = await newVotes();
    const page = await site.open(ARTICLE);
    await page.route('**/api/votes', async (route) => {
      await route.fetch();
      return route.abort();
    });
    await yes(page).click();
    await status(page, 'This has not reached us yet.');
    await withdraw(page).click();
    await status(page, 'This has not reached us yet.');
    expect(await stored()).toHaveLength(1);
    await page.unrouteAll();
    await page.reload();
    await eventually(() => page.evaluate(() => localStorage.length)).toBe(0);
    expect(await isPressed(yes(page))).toBe(false);
    expect(await stored()).toEqual([]);
    await page.context().close();
  });

  test('and is refused in the end is not shown as cast, and the page says so', async () => {
    const page = await site.open(ARTICLE);
    await page.route('**/api/votes', (route) => route.abort());
    await yes(page).click();
    await status(page, 'This has not reached us yet.');
    await page.unrouteAll();
    await page.route('**/api/votes', (route) => route.fulfill({ status: 400, json: {} }));
    await page.goto(`${site.address}/en/contact/`, { waitUntil: 'networkidle' });
    await page.goto(`${site.address}${ARTICLE}`);
    await status(page, 'This vote was not accepted.');
    expect(await isPressed(yes(page))).toBe(false);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await page.context().close();
  });
});

test('clicks that follow each other faster than the answers leave the last one', async () => {
  const stored = await newVotes();
  const page = await site.open(ARTICLE);
  await page.evaluate(() => {
    const [first, second] = document.querySelectorAll<HTMLButtonElement>('.vote-form button');
    for (const button of [first, second, first, second]) button?.click();
  });
  await status(page, 'Thank you, your vote is saved.');
  await eventually(() => waits(page)).toBe(0);
  expect(await isPressed(no(page))).toBe(true);
  expect(await stored()).toMatchObject([{ helpful: false }]);
  await page.context().close();
});

test('a vote in one tab shows in another, and its change there is the same vote', async () => {
  const stored = await newVotes();
  const page = await site.open(ARTICLE);
  const other = await page.context().newPage();
  await other.goto(`${site.address}${ARTICLE}`);
  await yes(page).click();
  await status(page, 'Thank you! Your vote is saved.');
  await eventually(() => isPressed(yes(other))).toBe(true);
  await no(other).click();
  await status(other, 'Thank you, your vote is saved.');
  expect(await stored()).toMatchObject([{ helpful: false }]);
  await page.context().close();
});

test('whoever withdraws a vote in one tab and votes anew in the other has cast one that is stored', async () => {
  const stored = await newVotes();
  const page = await site.open(ARTICLE);
  const other = await page.context().newPage();
  await other.goto(`${site.address}${ARTICLE}`);
  await yes(page).click();
  await status(page, 'Thank you! Your vote is saved.');
  await withdraw(other).click();
  await status(other, 'Your vote is deleted.');
  await eventually(() => isPressed(yes(page))).toBe(false);
  expect(await stored()).toEqual([]);
  await no(page).click();
  await status(page, 'Thank you, your vote is saved.');
  expect(await stored()).toMatchObject([{ helpful: false }]);
  await page.context().close();
});

test('a vote that waits has no findings of axe', async () => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await site.open(ARTICLE, { colorScheme });
    await page.route('**/api/votes', (route) => route.abort());
    await no(page).click();
    await status(page, 'This has not reached us yet.');
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  }
});

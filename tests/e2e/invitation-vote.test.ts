import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { barriersOn } from './barriers.ts';
import { serveSample } from './served-sample.ts';

const sample = serveSample();

const cardOn = (page: Page) => page.getByRole('region', { name: 'How are we doing?' });
const formOf = (page: Page) => page.locator('.vote-reason');
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

/** Opens an article as the second page of a visit. */
async function secondPage(path = '/en/writing/write-clearly/', options = {}): Promise<Page> {
  const page = await sample.open('/en/', options, (before) => before.clock.install());
  await page.goto(`${sample.address}${path}`, { referer: `${sample.address}/en/` });
  return page;
}

async function voteNo(page: Page): Promise<void> {
  await press(page, 'No');
  await page.getByText('your vote is saved').waitFor();
}

describe('after a yes', () => {
  test('the invitation leads to the survey, which learns where it stood, and is said to who listens', async () => {
    const page = await secondPage();
    const yes = page.getByRole('button', { name: 'Yes', exact: true });
    await yes.click();
    await cardOn(page).waitFor();
    expect(await yes.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await page.locator('.invitation-place [role=status]').textContent()).toBe(
      'You are invited to a survey.',
    );
    await cardOn(page).getByRole('link', { name: 'Go to the survey' }).click();
    await page.waitForURL('**/en/survey/?source=vote&article=writing%2Fwrite-clearly');
    await page.context().close();
  });

  test('it is reached and declined with the keyboard, and the focus goes to the answer', async () => {
    const page = await secondPage();
    await press(page, 'Yes');
    await cardOn(page).waitFor();
    // No, withdraw my vote, the link, and “No, thanks”.
    for (let presses = 0; presses < 4; presses += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await cardOn(page).isVisible()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'All right, we won’t ask you again on this device.',
    );
    await page.context().close();
  });
});

describe('after a no', () => {
  test('the reader is asked once the reason is sent', async () => {
    const page = await secondPage();
    await voteNo(page);
    expect(await cardOn(page).isVisible()).toBe(false);
    await page.getByRole('radio', { name: 'Out of date' }).check();
    await press(page, 'Send');
    await page.getByText('Your comment is saved').waitFor();
    expect(await cardOn(page).isVisible()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('vote-status');
    await page.context().close();
  });

  test('or leaves the form alone for twenty seconds; it stays where it is', async () => {
    const page = await secondPage();
    await voteNo(page);
    await page.clock.runFor(19_000);
    expect(await cardOn(page).isVisible()).toBe(false);
    const before = await formOf(page).boundingBox();
    await page.clock.runFor(1_000);
    expect(await cardOn(page).isVisible()).toBe(true);
    expect(await formOf(page).boundingBox()).toEqual(before);
    await page.context().close();
  });

  test('but not while they fill it in, or have begun to', async () => {
    const page = await secondPage();
    await voteNo(page);
    await page.getByLabel('Would you like to say more?').focus();
    await page.clock.runFor(60_000);
    expect(await cardOn(page).isVisible()).toBe(false);
    await page.keyboard.type('Step 3 is');
    await page.locator('main').focus();
    await page.clock.runFor(60_000);
    expect(await cardOn(page).isVisible()).toBe(false);
    await page.getByLabel('Would you like to say more?').fill('');
    await page.locator('main').focus();
    await page.clock.runFor(20_000);
    expect(await cardOn(page).isVisible()).toBe(true);
    await page.context().close();
  });

  test('nor once the vote is withdrawn', async () => {
    const page = await secondPage();
    await voteNo(page);
    await press(page, 'Withdraw my vote');
    await page.getByText('Your vote is deleted.').waitFor();
    await page.clock.runFor(60_000);
    expect(await cardOn(page).isVisible()).toBe(false);
    await page.context().close();
  });
});

test('nobody is asked by a vote that waits to be sent', async () => {
  const page = await secondPage();
  await page.route('**/api/votes', (route) => route.abort());
  await press(page, 'Yes');
  await page.getByText('has not reached us yet').waitFor();
  expect(await cardOn(page).isVisible()).toBe(false);
  await page.context().close();
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test('the invitation, and the answer to “No, thanks”, have no findings of axe and fit 320 pixels', async () => {
    const page = await secondPage('/de/schreiben/verstaendlich-schreiben/', {
      colorScheme,
      viewport: { width: 320, height: 640 },
    });
    await press(page, 'Ja');
    const card = page.getByRole('region', { name: 'Wie zufrieden sind Sie mit uns?' });
    await card.waitFor();
    expect(await barriersOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await press(page, 'Nein, danke');
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  });
});

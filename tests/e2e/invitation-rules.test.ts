import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { eventually, serveSample } from './served-sample.ts';

const sample = serveSample();
const ARTICLE = '/en/writing/write-clearly/';
const TODAY = new Date('2026-08-20T10:00:00Z');

const cardOn = (page: Page) => page.getByRole('region', { name: 'How are we doing?' });
const keptOn = (page: Page) =>
  page.evaluate(() => ({
    asked: JSON.parse(localStorage.getItem('kundig:survey-asked') ?? 'null'),
    drawn: JSON.parse(sessionStorage.getItem('kundig:survey-drawn') ?? 'null'),
  }));

/** Opens an article as the second page of a visit, in a browser that keeps what is given. */
async function secondPage(
  kept: Record<string, unknown> = {},
  prepare: (page: Page) => Promise<unknown> = async () => {},
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await sample.open('/en/', options, async (before) => {
    await before.clock.setFixedTime(TODAY);
    await prepare(before);
  });
  await page.evaluate((entries) => {
    for (const [key, value] of entries) localStorage.setItem(key, JSON.stringify(value));
  }, Object.entries(kept));
  await goOn(page);
  return page;
}

async function goOn(page: Page, path = ARTICLE): Promise<void> {
  await page.goto(`${sample.address}${path}`, { referer: `${sample.address}/en/` });
}

/** Votes yes and waits until that is saved, by which an invitation is shown or is not. */
async function voteYes(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await page.getByText('Thank you! Your vote is saved.').waitFor();
}

/** Whether a reader is invited after a vote. */
async function isInvited(page: Page): Promise<boolean> {
  await voteYes(page);
  return cardOn(page).isVisible();
}

describe('a reader is invited', () => {
  test('on the second page of a visit, and that is noted', async () => {
    const page = await secondPage();
    expect(await isInvited(page)).toBe(true);
    expect(await keptOn(page)).toEqual({ asked: { day: '2026-08-20' }, drawn: null });
    await page.context().close();
  });

  test.each([
    ['was asked 90 days ago', { 'kundig:survey-asked': { day: '2026-05-22' } }],
    ['sent the survey 90 days ago', { 'kundig:survey-sent': { id: 'a', receipt: 'b', day: '2026-05-22' } }],
  ])('who %s', async (_, kept) => {
    const page = await secondPage(kept);
    expect(await isInvited(page)).toBe(true);
    await page.context().close();
  });
});

describe('a reader is not invited', () => {
  test('on the first page of a visit, also after they have loaded it again, and nothing is noted', async () => {
    const page = await sample.open(ARTICLE);
    await page.reload();
    expect(await isInvited(page)).toBe(false);
    expect(await keptOn(page)).toEqual({ asked: null, drawn: null });
    await page.context().close();
  });

  test.each<[string, Record<string, unknown>]>([
    ['was asked 89 days ago', { 'kundig:survey-asked': { day: '2026-05-23' } }],
    ['said “No, thanks”', { 'kundig:survey-asked': { never: true } }],
    ['sent the survey 89 days ago', { 'kundig:survey-sent': { id: 'a', receipt: 'b', day: '2026-05-23' } }],
  ])('who %s', async (_, kept) => {
    const page = await secondPage(kept);
    expect(await isInvited(page)).toBe(false);
    expect((await keptOn(page)).asked).toEqual(kept['kundig:survey-asked'] ?? null);
    await page.context().close();
  });

  test('twice, on the next article', async () => {
    const page = await secondPage();
    expect(await isInvited(page)).toBe(true);
    await goOn(page, '/en/writing/frontmatter/');
    expect(await isInvited(page)).toBe(false);
    await page.context().close();
  });

  test('again after “No, thanks”, not even years later', async () => {
    const page = await secondPage();
    await voteYes(page);
    await cardOn(page).getByRole('button', { name: 'No, thanks' }).click();
    expect((await keptOn(page)).asked).toEqual({ never: true });
    await page.clock.setFixedTime(new Date('2031-01-01T10:00:00Z'));
    await goOn(page, '/en/writing/frontmatter/');
    expect(await isInvited(page)).toBe(false);
    await page.context().close();
  });

  test('where nothing can be kept, and they are thanked for their vote all the same', async () => {
    const page = await secondPage({}, (before) =>
      before.addInitScript(() => {
        Storage.prototype.setItem = () => {
          throw new DOMException('off', 'QuotaExceededError');
        };
      }),
    );
    expect(await isInvited(page)).toBe(false);
    await page.context().close();
  });
});

describe('where only a share of visits is asked', () => {
  /** The site as it is with a share of a half, and a browser that draws a number. */
  const drawing = (random: number) => async (page: Page) => {
    await page.route(`**${ARTICLE}`, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      expect(html).toContain('data-share="1"');
      await route.fulfill({ response, body: html.replace('data-share="1"', 'data-share="0.5"') });
    });
    await page.addInitScript((drawn) => {
      Math.random = () => drawn;
    }, random);
  };

  test('a visit that is drawn is asked', async () => {
    const page = await secondPage({}, drawing(0.49));
    expect(await isInvited(page)).toBe(true);
    expect((await keptOn(page)).drawn).toBe(true);
    await page.context().close();
  });

  test('one that is not stays so, whatever a second draw would give', async () => {
    const page = await secondPage({}, drawing(0.5));
    expect(await isInvited(page)).toBe(false);
    expect(await keptOn(page)).toEqual({ asked: null, drawn: false });
    await page.getByRole('button', { name: 'Withdraw my vote' }).click();
    await page.getByText('Your vote is deleted.').waitFor();
    await page.addInitScript(() => {
      Math.random = () => 0;
    });
    await page.reload();
    expect(await isInvited(page)).toBe(false);
    await page.context().close();
  });

  test('a visit without an occasion draws nothing', async () => {
    const page = await secondPage({}, drawing(0.49));
    await page.waitForLoadState('networkidle');
    expect((await keptOn(page)).drawn).toBeNull();
    await page.context().close();
  });
});

test('whoever comes back from the survey is not shown the invitation again', async () => {
  const page = await secondPage();
  expect(await isInvited(page)).toBe(true);
  // As browsers do it that keep the page in memory while another is shown.
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await eventually(() => cardOn(page).isVisible()).toBe(false);
  await page.context().close();
});

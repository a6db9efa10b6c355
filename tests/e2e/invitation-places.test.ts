import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { barriersOn } from './barriers.ts';
import { eventually, serveSample } from './served-sample.ts';

const sample = serveSample((siteYaml) =>
  siteYaml.replace(/^feedback:$/m, 'feedback:\n  invite: { at: [corner, contact] }'),
);
const ARTICLE = '/en/writing/write-clearly/';
const CONTACT = '/en/contact/?article=writing/write-clearly';
const WIDE = { viewport: { width: 1440, height: 900 } };
const NARROW = { viewport: { width: 390, height: 844 } };

const cardOn = (page: Page) => page.getByRole('region', { name: 'How are we doing?' });

/** Opens a page as the second one of a visit. */
async function secondPage(path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await sample.open('/en/', options);
  await page.goto(`${sample.address}${path}`, { referer: `${sample.address}/en/` });
  return page;
}

/** Where the parts of a page stand, counted from its top. */
function placesOf(page: Page, parts: string): Promise<DOMRect[]> {
  return page.locator(parts).evaluateAll((elements) =>
    elements.map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return new DOMRect(x, y + scrollY, width, height).toJSON();
    }),
  );
}

const scrollToEnd = (page: Page) => page.evaluate(() => scrollTo(0, document.body.scrollHeight));

describe('in the corner', () => {
  test.each([
    ['beside what follows the article', WIDE],
    ['below it where there is no room beside', NARROW],
  ])(
    'the invitation comes when the reader has come to the end, %s; it covers and moves nothing',
    async (_, options) => {
      const page = await secondPage(ARTICLE, options);
      const parts = '.article-page > article, .after-article > *';
      const before = await placesOf(page, parts);
      await page.evaluate(() => scrollTo(0, innerHeight / 2));
      expect(await cardOn(page).isVisible()).toBe(false);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
      await scrollToEnd(page);
      await cardOn(page).waitFor();
      expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('BODY');
      expect(await placesOf(page, parts)).toEqual(before);
      // Nor anywhere on the way back up, where it stays at the lower edge while there is room.
      const height = await page.evaluate(() => document.body.scrollHeight);
      for (let top = height; top > 0; top -= 300) {
        await page.evaluate((y) => scrollTo(0, y), top);
        const [card] = await placesOf(page, '.invitation');
        const covered = before.filter((part) => card && overlap(part, card));
        expect(covered, `at ${top}`).toEqual([]);
      }
      await page.context().close();
    },
  );

  test('names the corner as the source of the answers', async () => {
    const page = await secondPage(ARTICLE, WIDE);
    await scrollToEnd(page);
    await cardOn(page).getByRole('link').click();
    await page.waitForURL('**/en/survey/?source=corner&article=writing%2Fwrite-clearly');
    await page.context().close();
  });

  test('nobody is asked after a vote where the site does not say so', async () => {
    const page = await secondPage(ARTICLE, WIDE);
    expect(await page.locator('.vote [data-invitation]').count()).toBe(0);
    await page.context().close();
  });
});

describe('on the page with the ways to a person', () => {
  test('a reader is asked once their question is answered', async () => {
    const page = await secondPage(CONTACT);
    expect(await cardOn(page).isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Yes, the article helped' }).click();
    await cardOn(page).getByRole('link').click();
    await page.waitForURL('**/en/survey/?source=contact&article=writing%2Fwrite-clearly');
    await page.context().close();
  });

  test('a reader is asked once they have used a way that leaves the page open', async () => {
    const page = await secondPage('/en/contact/');
    await page.getByRole('link', { name: 'E-mail our support team' }).click();
    await cardOn(page).waitFor();
    expect(await cardOn(page).getByRole('link').getAttribute('href')).toBe('/en/survey/?source=contact');
    await page.context().close();
  });

  test('a reader who is led away is asked when they are back', async () => {
    const page = await secondPage('/en/contact/');
    const link = page.getByRole('link', { name: 'Send us your question' });
    await link.evaluate((one) => one.addEventListener('click', (event) => event.preventDefault()));
    await link.click();
    expect(await cardOn(page).isVisible()).toBe(false);
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    // As browsers do it that keep the page in memory while another is shown.
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await eventually(() => cardOn(page).isVisible()).toBe(true);
    await page.context().close();
  });

  test('a reader who comes there first is not asked', async () => {
    const page = await sample.open(CONTACT);
    await page.getByRole('button', { name: 'Yes, the article helped' }).click();
    await page.getByText('Thank you for telling us').waitFor();
    expect(await cardOn(page).isVisible()).toBe(false);
    await page.context().close();
  });
});

test.each([
  ['an article', ARTICLE, scrollToEnd],
  [
    'the ways to a person',
    CONTACT,
    (page: Page) => page.getByRole('button', { name: 'Yes, the article helped' }).click(),
  ],
] as const)('on paper, %s comes without the invitation', async (_, path, act) => {
  const page = await secondPage(path);
  await act(page);
  await cardOn(page).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await cardOn(page).isVisible()).toBe(false);
  await page.context().close();
});

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each([WIDE, NARROW])('invitations in $viewport.width pixels have no findings of axe', async (size) => {
    const page = await secondPage(ARTICLE, { ...size, colorScheme });
    await scrollToEnd(page);
    await cardOn(page).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.evaluate(() => localStorage.clear());
    await page.goto(`${sample.address}${CONTACT}`, { referer: `${sample.address}${ARTICLE}` });
    await page.getByRole('button', { name: 'Yes, the article helped' }).click();
    await cardOn(page).waitFor();
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  });
});

function overlap(a: DOMRect, b: DOMRect): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

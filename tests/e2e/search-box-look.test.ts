import { describe, expect, test } from 'vitest';
import { barriersOn } from './barriers.ts';
import { serveSample } from './served-sample.ts';
import { boxOf, optionsOf, typedIn } from './typed-query.ts';

const sample = serveSample();
const ARTICLE = '/en/writing/write-clearly/';

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test.each(['/en/', ARTICLE])('the open list on %s has no findings of axe', async (path) => {
    const page = await typedIn(sample, 'synonyms', path, { colorScheme });
    await page.keyboard.press('ArrowDown');
    expect(await barriersOn(page)).toEqual([]);
    await page.context().close();
  });
});

describe.each([390, 320])('on a screen of %i pixels', (width) => {
  test.each(['/de/', '/de/schreiben/bausteine/'])(
    'the list of %s is as wide, and scrolls inside',
    async (path) => {
      const page = await typedIn(sample, 'artikel', path, { viewport: { width, height: 640 } });
      const list = await page.locator('.search-popup').boundingBox();
      expect(list?.x).toBeLessThanOrEqual(1);
      expect(list?.width).toBeGreaterThanOrEqual(width - 2);
      expect((list?.y ?? 0) + (list?.height ?? 0)).toBeLessThanOrEqual(640);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      for (const option of await optionsOf(page).all())
        expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44);
      await page.keyboard.press('ArrowUp');
      expect(await page.locator('.search-popup').evaluate((popup) => popup.scrollTop)).toBeGreaterThan(0);
      await page.context().close();
    },
  );
});

test('from right to left the list and its options are mirrored', async () => {
  const page = await sample.open(ARTICLE, { viewport: { width: 1280, height: 800 } });
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  await boxOf(page).fill('synonyms');
  await optionsOf(page).first().waitFor();
  const [title, option] = await Promise.all([
    page
      .locator('.search-option .result-title')
      .first()
      .evaluate((span) => {
        const range = document.createRange();
        range.selectNodeContents(span);
        return range.getBoundingClientRect().right;
      }),
    optionsOf(page)
      .first()
      .evaluate((one) => one.getBoundingClientRect().right),
  ]);
  expect(option - title).toBeLessThan(20);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  await page.context().close();
});

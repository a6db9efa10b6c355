import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { barriersOn } from './barriers.ts';
import { serveSurveySite } from './survey-site.ts';

const site = serveSurveySite();

const send = (page: Page) => page.locator('[data-part=survey-send]');

function choose(page: Page, question: string, answer: string): Promise<void> {
  return page.locator(`[data-question=${question}] input[value="${answer}"]`).check();
}

/** The states in which a reader meets the survey, in their order; each begins with the one before. */
const STATES: readonly [string, (page: Page, isSmall: boolean) => Promise<unknown>][] = [
  ['start', async () => {}],
  [
    'step',
    async (page, isSmall) => {
      await page.locator('[data-question]:visible input').nth(1).check();
      if (isSmall) await send(page).click();
    },
  ],
  [
    'error',
    async (page, isSmall) => {
      for (let steps = 0; isSmall && steps < 6; steps += 1) await send(page).click();
      await send(page).click();
      await page.getByRole('alert').waitFor();
    },
  ],
  ['resumed', (page) => page.reload()],
  [
    'kept for later',
    async (page, isSmall) => {
      await page.route('**/api/answers', (route) => route.fulfill({ status: 503 }));
      await choose(page, 'with-you', '2');
      for (let steps = 0; isSmall && steps < 4; steps += 1) {
        if (await page.locator('[data-question=experience]').isVisible())
          await choose(page, 'experience', 'expert');
        await send(page).click();
      }
      if (!isSmall) await choose(page, 'experience', 'expert');
      await send(page).click();
      await page.locator('.thanks h2').waitFor();
    },
  ],
  [
    'sent',
    async (page) => {
      await page.unroute('**/api/answers');
      await page.locator('.thanks button').first().click();
      await page.locator('.level-offer, .survey-said').first().waitFor();
      await page.locator('.thanks > .link-button').waitFor();
    },
  ],
  ['sent before', (page) => page.reload()],
  [
    'withdrawn',
    async (page) => {
      await page.locator('[data-part=survey-note] button').first().click();
      await page.locator('[data-part=survey-note] button').nth(1).waitFor({ state: 'detached' });
    },
  ],
];

describe.each([
  { locale: 'en', colorScheme: 'light', width: 390 },
  { locale: 'de', colorScheme: 'dark', width: 390 },
  { locale: 'de', colorScheme: 'light', width: 1280 },
  { locale: 'en', colorScheme: 'dark', width: 1280 },
] as const)('in $locale, in $colorScheme colours, at $width pixels', ({ locale, colorScheme, width }) => {
  test('no state of the survey has a barrier, and none is wider than the screen', async () => {
    const page = await site.open(`/${locale}/survey/`, { colorScheme, viewport: { width, height: 800 } });
    for (const [state, reach] of STATES) {
      await reach(page, width < 640);
      expect.soft(await barriersOn(page), state).toEqual([]);
      expect
        .soft(await page.evaluate(() => document.documentElement.scrollWidth), state)
        .toBeLessThanOrEqual(width);
    }
    await page.context().close();
  });
});

test.each([320, 390])('at %i pixels no long word at an end of a scale is broken', async (width) => {
  const page = await site.open('/de/survey/', { viewport: { width, height: 800 }, javaScriptEnabled: false });
  const lines = await page.locator('.scale-ends > :is(:first-child, :last-child)').evaluateAll((ends) =>
    ends.map((end) => {
      end.textContent = 'wahrscheinlich';
      const words = document.createRange();
      words.selectNodeContents(end);
      return words.getClientRects().length;
    }),
  );
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.every((count) => count === 1)).toBe(true);
});

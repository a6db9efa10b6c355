import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { renderDigest } from '../../src/reports/digest/digest-formats.ts';
import { marchDigest } from '../reports/march.ts';
import { barriersOn } from './barriers.ts';
import { startBrowser } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
});

test.each([
  { width: 320, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
] as const)('the mail has no barrier and nothing sticks out at $width pixels, $colorScheme', async (look) => {
  const { width, colorScheme } = look;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
  await page.setContent(
    renderDigest('html', { ...marchDigest('de'), demo: true, missing: ['votes', 'history'] }),
  );
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  const body = page.locator('body > div');
  expect((await body.boundingBox())?.width).toBe(Math.min(width, 640));
  // Text has the colour that the reader's program gives it.
  const colour = await body.evaluate((element) => getComputedStyle(element).color);
  expect(colour).toBe(colorScheme === 'dark' ? 'rgb(255, 255, 255)' : 'rgb(0, 0, 0)');
  expect(await barriersOn(page)).toEqual([]);
  await page.close();
});

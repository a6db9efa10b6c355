import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { reportPage } from '../../src/reports/report-page.ts';
import { aReport, plenty } from '../reports/a-report.ts';
import { startBrowser } from './browser.ts';

let browser: Browser;
let axeSource: string;

beforeAll(async () => {
  browser = await startBrowser();
  axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});

afterAll(async () => {
  await browser?.close();
});

test.each([
  { locale: 'en', width: 390, colorScheme: 'light' },
  { locale: 'de', width: 390, colorScheme: 'dark' },
  { locale: 'de', width: 1440, colorScheme: 'light' },
  { locale: 'en', width: 1440, colorScheme: 'dark' },
] as const)(
  'the report in $locale at $width pixels, $colorScheme, has no barrier and nothing sticks out',
  async ({ locale, width, colorScheme }) => {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme,
      bypassCSP: true,
    });
    const page = await context.newPage();
    await page.setContent(reportPage(aReport(plenty(), locale)));
    await page.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true;
    });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.evaluate(axeSource);
    const found = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
    expect(found.violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    await context.close();
  },
);

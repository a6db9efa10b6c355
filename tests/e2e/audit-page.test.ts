import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { auditPage } from '../../src/reports/audit-page/audit-page.ts';
import type { AuditReport } from '../../src/reports/audit-report.ts';
import {
  anAuditReport,
  HOSTILE,
  READABILITY,
  SEARCH_GAP,
  saying,
  UNHELPFUL,
} from '../reports/an-audit-report.ts';
import { barriersOn } from './barriers.ts';
import { startBrowser } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
});

const REPORTS = {
  nothing: anAuditReport([]),
  'one finding': anAuditReport([UNHELPFUL]),
  'sixty findings': anAuditReport(
    Array.from({ length: 20 }, () => [UNHELPFUL, SEARCH_GAP, READABILITY]).flat(),
  ),
  'what strangers wrote': anAuditReport(HOSTILE.map(saying)),
};

const LOOKS = [
  { width: 390, colorScheme: 'light' },
  { width: 390, colorScheme: 'dark' },
  { width: 1440, colorScheme: 'light' },
  { width: 1440, colorScheme: 'dark' },
] as const;

/** The page as a file that somebody opened. */
async function opened(
  report: AuditReport,
  look: (typeof LOOKS)[number] = LOOKS[0],
  bypassCSP = false,
): Promise<Page> {
  const { width, colorScheme } = look;
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme, bypassCSP });
  await page.setContent(auditPage(report));
  return page;
}

describe.each(Object.entries(REPORTS))('the page of the audit with %s', (_, report) => {
  test.each(LOOKS)('has no barrier and nothing sticks out at $width pixels, $colorScheme', async (look) => {
    const page = await opened(report, look, true);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(look.width);
    expect(await barriersOn(page)).toEqual([]);
    await page.close();
  });
});

test('what strangers wrote runs nothing, fetches nothing and stays text', async () => {
  const page = await browser.newPage();
  const events: string[] = [];
  page.on('request', (request) => events.push(request.url()));
  page.on('dialog', (dialog) => events.push(dialog.message()));
  page.on('console', (message) => events.push(message.text()));
  await page.setContent(auditPage(REPORTS['what strangers wrote']), { waitUntil: 'load' });
  const said = await page.locator('.said blockquote').allTextContents();
  expect(events).toEqual([]);
  expect(said).toHaveLength(HOSTILE.length);
  expect(said[0]).toBe('<script>alert(1)</script>');
  await page.close();
});

test('the list is narrowed by keyboard, without any script', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.setContent(auditPage(anAuditReport([UNHELPFUL, SEARCH_GAP, READABILITY])));
  const shown = () => page.locator('.work:visible .kind a').allTextContents();
  expect(await shown()).toEqual(['unhelpful', 'search-gap', 'readability']);
  await page.getByLabel('Owner').focus();
  await page.keyboard.type('nob');
  expect(await shown()).toEqual(['search-gap']);
  await page.getByLabel('Owner').selectOption('all');
  await page.getByLabel('Language').selectOption('en (2)');
  await page.getByLabel('Severity').selectOption('error (1)');
  expect(await shown()).toEqual(['unhelpful']);
  await context.close();
});

test('a link into the list shows what it asks for, and says what the list does not have', async () => {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'kundig-audit-')), 'audit.html');
  await writeFile(file, auditPage(anAuditReport([UNHELPFUL, SEARCH_GAP, READABILITY])));
  const page = await browser.newPage();
  const shown = () => page.locator('.work:visible .kind a').allTextContents();
  await page.goto(`${pathToFileURL(file)}#rule=search-gap`);
  expect(await shown()).toEqual(['search-gap']);
  expect(await page.getByRole('status').textContent()).toBe('');
  await page.evaluate(() => {
    location.hash = '#rule=readability&owner=nobody%22%5D&locale=xx';
  });
  await page.locator('.work:visible', { hasText: 'readability' }).waitFor();
  expect(await shown()).toEqual(['readability']);
  expect(await page.getByRole('status').textContent()).toBe('There is nothing here for nobody"], xx.');
  await page.close();
  await rm(path.dirname(file), { recursive: true });
});

test('on paper the list is light, whole and without what cannot be chosen there', async () => {
  const page = await opened(REPORTS['sixty findings'], LOOKS[3]);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  expect(await page.locator('.filters').isVisible()).toBe(false);
  expect(await page.locator('.work:visible').count()).toBe(60);
  const colour = await page.locator('body').evaluate((body) => getComputedStyle(body).color);
  expect(colour).toBe('rgb(28, 36, 40)');
  await page.close();
});

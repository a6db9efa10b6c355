import { readFile } from 'node:fs/promises';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReportInput } from '../../src/reports/report.ts';
import { reportPage } from '../../src/reports/report-page.ts';
import { aFullReport } from '../reports/a-full-report.ts';
import { aReport, plenty } from '../reports/a-report.ts';
import { barriersOn } from './barriers.ts';
import { startBrowser } from './browser.ts';

let browser: Browser;

beforeAll(async () => {
  browser = await startBrowser();
});

afterAll(async () => {
  await browser?.close();
});

/** The page as a file that somebody opened. */
async function opened(report: ReportInput, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, ...options });
  await page.setContent(reportPage(report));
  return page;
}

const REPORTS = [
  { name: 'with every figure', make: aFullReport },
  { name: 'of a first month', make: (locale: string) => aReport(plenty(), locale) },
  { name: 'of nothing', make: (locale: string) => aReport([], locale) },
  { name: 'of made-up figures', make: (locale: string) => ({ ...aFullReport(locale), demo: true }) },
];
const LOOKS = [
  { locale: 'en', width: 390, colorScheme: 'light' },
  { locale: 'de', width: 390, colorScheme: 'dark' },
  { locale: 'de', width: 1440, colorScheme: 'light' },
  { locale: 'en', width: 1440, colorScheme: 'dark' },
] as const;

describe.each(REPORTS)('the report $name', ({ make }) => {
  test.each(LOOKS)(
    'in $locale at $width pixels, $colorScheme, has no barrier and nothing sticks out',
    async ({ locale, width, colorScheme }) => {
      const viewport = { width, height: 900 };
      const page = await opened(make(locale), { viewport, colorScheme, bypassCSP: true });
      await page.evaluate(() => {
        for (const details of document.querySelectorAll('details')) details.open = true;
      });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      expect(await barriersOn(page)).toEqual([]);
      await page.close();
    },
  );
});

test('whose answers are shown is chosen by keyboard, without any script', async () => {
  const page = await opened(aFullReport(), { javaScriptEnabled: false });
  const shown = () => page.locator('#summary .whose:visible, #questions .whose:visible').allTextContents();
  expect(await shown()).toEqual(['What everybody said', 'What everybody said']);
  await page.getByLabel('Whose answers do you want to see?').focus();
  await page.keyboard.type('Ger');
  expect(await shown()).toEqual(Array(2).fill('Only this group. By language: German'));
  expect(await page.locator('#summary .tiles:visible').textContent()).toContain('of 80 votes');
  expect(await page.locator('.keep:visible, .find:visible').count()).toBe(0);
  await page.close();
});

test('a table is kept as a file that no spreadsheet runs', async () => {
  const typed = { text: 'fine', source: '=HYPERLINK("https://evil.example","x")', word: 'fine' };
  const page = await opened(aFullReport('en', typed));
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV: By the place of the link' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('by-the-place-of-the-link.csv');
  expect(await readFile(await file.path(), 'utf8')).toBe(
    '\ufeffGroup,Filled in,CSAT,CSAT: change,NPS,NPS: change\r\n' +
      `"'=HYPERLINK(""https://evil.example"",""x"")",60,80%,+20,30,(+10)\r\n`,
  );
  await page.close();
});

test('a field of that file stays one where spreadsheets part fields at semicolons', async () => {
  const page = await opened(aFullReport('en', { text: 'fine', source: 'shop;=1+1;', word: 'fine' }));
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV: By the place of the link' }).click();
  expect(await readFile(await (await coming).path(), 'utf8')).toContain('\r\n"shop;=1+1;",60,');
  await page.close();
});

test('bars are left out of the file of a table, and made-up figures are marked in its name', async () => {
  const page = await opened({ ...aFullReport(), demo: true });
  const coming = page.waitForEvent('download');
  await page.locator('#votes').getByRole('button', { name: 'Save as CSV: Reasons' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toMatch(/^demo-data/);
  const [head, first] = (await readFile(await file.path(), 'utf8')).split('\r\n');
  expect([head, first]).toEqual(['\ufeffReason,Votes,Share', 'Hard to understand,15,100%']);
  await page.close();
});

test('what readers wrote is searched by typing, and with a click on a word that stands out', async () => {
  const page = await opened(
    aFullReport('en', { text: 'Die Rückerstattung dauerte.', source: 'x', word: 'Rückerstattung' }),
  );
  const texts = page.locator('#texts');
  const said = () => texts.locator('blockquote:visible').allTextContents();
  await texts.getByLabel('Search in these texts').fill('called ACCURACY');
  expect(await said()).toEqual(['Nobody called me back about accuracy.']);
  expect(await texts.getByRole('status').textContent()).toBe('Shown: 1 of 8');
  expect(await texts.locator('h3:visible').allTextContents()).toEqual(['From readers who miss Accuracy']);
  await texts.getByLabel('Search in these texts').fill('');
  expect(await said()).toHaveLength(8);
  await texts.getByRole('button', { name: 'Rückerstattung' }).click();
  expect(await said()).toEqual(Array(4).fill('Die Rückerstattung dauerte.'));
  expect(await texts.getByRole('button', { name: 'Rückerstattung', pressed: true }).count()).toBe(1);
  await texts.getByRole('button', { name: 'Rückerstattung' }).click();
  expect(await said()).toHaveLength(8);
  expect(await texts.getByRole('status').textContent()).toBe('');
  await page.close();
});

test('a search opens what was folded away, and folds it again', async () => {
  const page = await opened(aReport(plenty()));
  const comments = page.locator('#comments');
  expect(await comments.locator('.quote:visible').count()).toBe(8);
  await comments.getByLabel('Search in these texts').fill('step');
  expect(await comments.locator('.quote:visible').count()).toBe(20);
  await comments.getByLabel('Search in these texts').fill('');
  expect(await comments.locator('.quote:visible').count()).toBe(8);
  await page.close();
});

test('without script every text that is not folded away is shown, and nothing that does not work', async () => {
  const page = await opened(aFullReport(), { javaScriptEnabled: false });
  expect(await page.locator('#texts blockquote:visible').count()).toBe(8);
  expect(await page.locator('#texts .outstanding li').textContent()).toBe('refund in 4 texts');
  expect(await page.locator('button:visible, input:visible').count()).toBe(0);
  await page.close();
});

test('what strangers wrote runs nothing, fetches nothing and stays text', async () => {
  const evil = '<img src="https://evil.example/x" onerror="alert(1)"><script>alert(2)</script>';
  const page = await browser.newPage();
  const events: string[] = [];
  page.on('request', (request) => events.push(request.url()));
  page.on('dialog', (dialog) => events.push(dialog.message()));
  page.on('console', (message) => events.push(message.text()));
  await page.setContent(reportPage(aFullReport('en', { text: evil, source: evil, word: evil })), {
    waitUntil: 'load',
  });
  await page.locator('#texts').getByRole('button').first().click();
  expect(await page.locator('#texts blockquote:visible').first().textContent()).toBe(evil);
  expect(events).toEqual([]);
  await page.close();
});

describe('on paper', () => {
  test('the report is light and whole, without what cannot be pressed there, and marked where it is made up', async () => {
    const page = await opened({ ...aFullReport(), demo: true }, { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const parts = await page.locator('main > section').evaluateAll((all) => all.map(({ id }) => id));
    expect(parts).toEqual([
      'summary',
      'levels',
      'satisfaction',
      'questions',
      'texts',
      'groups',
      'votes',
      'categories',
      'articles',
      'comments',
      'searches',
      'contacts',
      'locales',
      'notes',
    ]);
    expect(await page.locator('main > section:visible').count()).toBe(parts.length);
    expect(await page.locator('.keep:visible, select:visible, input:visible, summary:visible').count()).toBe(
      0,
    );
    expect(await page.locator('body').evaluate((body) => getComputedStyle(body).color)).toBe(
      'rgb(28, 36, 40)',
    );
    const marks = await page
      .locator('figure.picture:visible')
      .evaluateAll((all) => all.map((picture) => picture.textContent?.match(/Demo data/g)?.length));
    expect(marks.length).toBeGreaterThan(10);
    expect(new Set(marks)).toEqual(new Set([2]));
    expect(await page.locator('figure.picture:visible > .demo:visible').count()).toBe(marks.length);
    expect(await page.locator('figcaption:visible > strong:visible').count()).toBe(marks.length);
    await page.close();
  });

  test('a file for the printer holds every part of the report', async () => {
    const page = await opened(aFullReport());
    const titles = await page.locator('h2').allTextContents();
    const file = (await page.pdf({ format: 'A4', outline: true, tagged: true })).toString('latin1');
    const outlined = [...file.matchAll(/\/Title\s*(?:\(([^)]*)\)|<FEFF([0-9A-F]+)>)/g)].map(
      ([, plain, coded]) =>
        plain ??
        Buffer.from(coded ?? '', 'hex')
          .swap16()
          .toString('utf16le'),
    );
    expect(outlined).toEqual(expect.arrayContaining(titles));
    await page.close();
  });
});

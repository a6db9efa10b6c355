import { expect, test } from 'vitest';
import { createScanners, isProgram } from '../../../src/collector/admission/bots.ts';
import { uuid } from '../../stores/submissions.ts';
import { BROWSER } from '../senders.ts';

const chrome =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';

test.for([
  BROWSER,
  chrome,
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36',
  'w3m/0.5.3+git20230121',
  'Lynx/2.9.2 libwww-FM/2.14',
  'Links (2.29; Linux)',
  'ELinks/0.17',
])('somebody reads with %s', (userAgent) => {
  expect(isProgram(userAgent)).toBe(false);
});

test.for([
  '',
  '  ',
  'curl/8.15.0',
  'node',
  'python-requests/2.32',
  'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120 Safari/537.36 BingPreview/1.0b',
  chrome.replace('Chrome/', 'HeadlessChrome/'),
  `Mozilla/5.0 ${'x'.repeat(1000)}`,
])('nobody reads with %s', (userAgent) => {
  expect(isProgram(userAgent)).toBe(true);
});

test('a browser without a window is known by its brands, whatever it calls itself', () => {
  expect(isProgram(chrome, '"Chromium";v="150", "Not_A Brand";v="8"')).toBe(false);
  expect(isProgram(chrome, '"HeadlessChrome";v="153", "Chromium";v="153"')).toBe(true);
});

const client = { today: 'one', yesterday: undefined };
const click = (number: number, article: string, helpful: boolean) => ({ id: uuid(number), article, helpful });

test('who says yes and no at once about one article after another has no opinion', () => {
  const scanners = createScanners();
  const judged = [1, 2, 3, 4].flatMap((article) =>
    [true, false].map((helpful) =>
      scanners.clicksEverything(
        client,
        click(2 * article + Number(helpful), `a/${article}`, helpful),
        article * 1000,
      ),
    ),
  );
  expect(judged).toEqual([false, false, false, false, false, true, true, true]);
});

test('who has second thoughts, or shares a browser with others of another opinion, is no scanner', () => {
  const scanners = createScanners();
  const votes = [1, 2, 3, 4, 5].flatMap((article) => [
    { at: article * 10_000, ...click(2 * article, `a/${article}`, true) },
    { at: article * 10_000 + 5000, ...click(2 * article + 1, `a/${article}`, false) },
  ]);
  expect(votes.map((vote) => scanners.clicksEverything(client, vote, vote.at))).toEqual(
    votes.map(() => false),
  );
});

test('votes on more articles than a whole course reads within a minute are a program’s, until it rests', () => {
  const scanners = createScanners();
  const judged = Array.from({ length: 200 }, (_, number) =>
    scanners.clicksEverything(client, click(number, `a/${number}`, true), number * 100),
  );
  expect(judged.filter((is) => !is)).toHaveLength(150);
  expect(
    scanners.clicksEverything({ today: 'other', yesterday: undefined }, click(0, 'a/0', true), 20_000),
  ).toBe(false);
  expect(scanners.clicksEverything(client, click(99, 'a/99', true), 80_000)).toBe(false);
});

test('the same vote again is one click', () => {
  const scanners = createScanners();
  for (let time = 0; time < 500; time++) {
    expect(scanners.clicksEverything(client, click(time % 150, `a/${time % 150}`, true), time)).toBe(false);
  }
});

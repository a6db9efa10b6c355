import { existsSync } from 'node:fs';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

/** Installed browsers, where people have them. */
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** What an ordinary browser calls itself: what programs send, headless browsers among them, does not count. */
export const USER_AGENT =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';

/** The browser's name in headers of its own, where it would say that it has no window. */
const ORDINARY = { 'Sec-CH-UA': '"Chromium";v="150", "Not_A Brand";v="8"' };

/** Nothing that would reach for the network, and no sandbox, which root may not have. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--user-agent=${USER_AGENT}`,
];

/**
 * Starts a real browser: the one that `CHROME_PATH` names, else one that is installed, else the Chromium that
 * comes with the npm package `@sparticuz/chromium` (Linux only).
 *
 * @throws if there is none, with what to do
 */
export async function startBrowser(): Promise<Browser> {
  const executablePath =
    process.env.CHROME_PATH || INSTALLED.find((path) => existsSync(path)) || (await fromNpm());
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const newContext = browser.newContext.bind(browser);
  let readers = 0;
  browser.newContext = (options) => {
    readers += 1;
    return newContext({ extraHTTPHeaders: { ...ORDINARY, ...addressOf(readers) }, ...options });
  };
  return browser;
}

/** Every reader sits somewhere else (RFC 2544), as the help centres of the tests are told by what they take for a proxy. */
function addressOf(reader: number): Record<string, string> {
  return { 'X-Forwarded-For': `198.18.${reader >> 8}.${reader & 255}` };
}

async function fromNpm(): Promise<string> {
  if (process.platform === 'linux') return sparticuz.executablePath();
  throw new Error(
    'No browser was found for the tests: install Chrome or Chromium, or set CHROME_PATH to one.',
  );
}

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

/** Nothing that would reach for the network, and no sandbox, which root may not have. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
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
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

async function fromNpm(): Promise<string> {
  if (process.platform === 'linux') return sparticuz.executablePath();
  throw new Error(
    'No browser was found for the tests: install Chrome or Chromium, or set CHROME_PATH to one.',
  );
}

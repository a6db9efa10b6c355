import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import type { ServedSite } from './served-site.ts';

export const boxOf = (page: Page): Locator => page.getByRole('combobox');
export const optionsOf = (page: Page): Locator => page.getByRole('option');

/** Opens a page and types into its search box until results are listed. */
export async function typedIn(
  sample: ServedSite,
  query: string,
  path = '/en/',
  options: BrowserContextOptions = {},
): Promise<Page> {
  const page = await sample.open(path, options);
  await boxOf(page).fill(query);
  await optionsOf(page).first().waitFor();
  return page;
}

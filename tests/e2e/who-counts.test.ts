import { expect, inject, test } from 'vitest';
import { exportedVotes } from './exported-votes.ts';
import { serveSite } from './served-site.ts';

const token = 'a-token-for-the-tests';
const site = serveSite(async () => ({ content: 'content', dist: inject('dist'), token }));

const HEADLESS =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/150.0.0.0 Safari/537.36';

/** Why each vote on an article does not count; nothing where it does. */
async function votesOn(article: string): Promise<(string | undefined)[]> {
  const votes = await exportedVotes(site.address, token);
  return votes.filter((one) => one.article === article).map((one) => one.aside as string | undefined);
}

test.for([
  ['a reader’s vote counts', 'writing/write-clearly', {}, undefined],
  ['a browser without a window does not count', 'writing/frontmatter', { userAgent: HEADLESS }, 'bot'],
  ['nor does it under another name', 'writing/components', { extraHTTPHeaders: {} }, 'bot'],
] as const)('%s, and is answered with thanks', async ([, article, options, aside]) => {
  const page = await site.open(`/en/${article}/`, options);
  await page.getByRole('button', { name: 'Yes', exact: true }).click();
  await page.getByText('Thank you! Your vote is saved.').waitFor();
  expect(await votesOn(article)).toEqual([aside]);
  await page.context().close();
});

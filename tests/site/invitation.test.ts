import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildSite } from '../../src/site/build.ts';
import { articleText, SITE, writeContent } from '../content-folder.ts';

const SURVEY = readFileSync('content/survey.yaml', 'utf8');

/** Builds a small site, and gives the pages that can invite readers, and what they hold of it. */
async function invitationsOf(
  feedback: string,
  survey: string | undefined,
): Promise<Record<string, string[]>> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kundig-invitation-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [contentDir, outDir] = [path.join(folder, 'content'), path.join(folder, 'dist')];
  await writeContent(contentDir, {
    'site.yaml': `${SITE}feedback: ${feedback}\n`,
    'survey.yaml': survey,
    'en/billing/refund.md': articleText(),
  });
  await buildSite({ contentDir, outDir });
  const pages = readdirSync(outDir, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.html'),
  );
  const found = pages.map((page) => {
    const html = readFileSync(path.join(outDir, page), 'utf8');
    return [
      page,
      html.match(/data-invitation="\w+"|<script[^>]+src="[^"]*invitation[^"]*"/gi) ?? [],
    ] as const;
  });
  return Object.fromEntries(found.filter(([, parts]) => parts.length > 0));
}

test.each([
  ['is asked nowhere', '{ invite: { at: [] } }', SURVEY],
  ['is asked in no visit', '{ invite: { at: [vote, corner, contact], share: 0 } }', SURVEY],
  ['has switched its survey off', '{ survey: false, invite: { at: [vote, corner, contact] } }', SURVEY],
  ['has no survey', '{ invite: { at: [vote, corner, contact] } }', undefined],
])('no page of a site that %s has markup or script of an invitation', async (_, feedback, survey) => {
  expect(await invitationsOf(feedback, survey)).toEqual({});
});

test('a site that asks everywhere has them on its articles and beside its ways to a person, and nowhere else', async () => {
  const script = expect.stringContaining('src=');
  expect(await invitationsOf('{ invite: { at: [vote, corner, contact] } }', SURVEY)).toEqual({
    'en/billing/refund/index.html': ['data-invitation="vote"', script, 'data-invitation="corner"'],
    'en/contact/index.html': ['data-invitation="contact"', script],
  });
});

import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { articleText, contentFolder } from '../content-folder.ts';
import { paths, redirect, type Site, startSites, status } from '../links/sites.ts';
import { runScript } from './run-script.ts';

/** A site on this machine whose pages can be taken away, and a help centre that links to them. */
async function aHelpCentre() {
  const pages: Record<string, Site> = {
    '/fine': status(200),
    '/fading': status(200),
    '/moved': redirect(301, '/fine'),
    '/closed': status(403),
    '/prices': status(200, {}, '<p>It costs 5 €.</p>'),
    '/no-longer-linked': status(200),
  };
  const port = await startSites({ '127.0.0.1': (...given) => paths(pages)(...given) });
  const web = `http://127.0.0.1:${port}`;
  const dir = await contentFolder({
    'en/billing/refund.md': articleText(
      `dependsOn: [{ url: "${web}/prices" }]\nreviewed: 2026-02-01\n`,
      `See [a](${web}/fine), [b](${web}/fading#x), [c](${web}/moved),\n[d](${web}/closed), [e](https://nothing.invalid/).\n`,
    ),
    'en/billing/invoice.mdx': articleText('', `<a href="${web}/fading">here</a>\n\n[l](http://10.0.0.1/)\n`),
    'en/billing/draft.md': articleText('draft: true\n', `[d](${web}/of-a-draft)\n`),
  });
  const cache = path.join(dir, '.links.json');
  const common = ['--content', dir, '--today'];
  return {
    pages,
    web,
    dir,
    cache,
    look: (day: string, ...options: string[]) =>
      runScript('links', ...common, day, '--cache', cache, '--pause', '0', '--allow-local', ...options),
    audit: (day: string, ...options: string[]) =>
      runScript('audit', ...common, day, '--links', cache, '--without', 'votes,history', ...options),
  };
}

test('what is missing on two days is on the list of the audit, and off it when it is back', async () => {
  const { pages, web, dir, cache, look, audit } = await aHelpCentre();
  const unlinked = path.join(dir, 'en/billing/unlinked.md');
  await writeFile(unlinked, articleText('', `[n](${web}/no-longer-linked)\n`));
  await writeFile(
    path.join(dir, 'en/billing/invoice.mdx'),
    articleText('', `<a href="${web}/fading">here</a>\n`),
  );

  const first = await look('2026-03-01');
  expect(first).toEqual({
    code: 0,
    stdout: `Missing for the first time; dead if they are so on another day:
  https://nothing.invalid/ since 2026-03-01: no such site

No clear answer, so they count for nothing:
  ${web}/closed: access refused

There, but moved for good; better link to the new address:
  ${web}/moved is now ${web}/fine

Looked at 7 addresses: 5 fine, 0 dead, 1 missing for the first time, 1 without a clear answer.
`,
    stderr: '',
  });
  expect((await audit('2026-03-01', '--rule', 'dead-link')).stdout).toContain('Nothing to mend.');

  pages['/fading'] = status(410);
  pages['/prices'] = status(200, {}, '<p>It costs 6 €.</p>');
  await writeFile(unlinked, articleText('', 'Nothing.\n'));
  await look('2026-03-08');
  const seen = await look('2026-03-15');
  expect(seen.stdout).toContain(`Dead, as they were missing on two days:
  ${web}/fading since 2026-03-08: taken down, 410
  https://nothing.invalid/ since 2026-03-01: no such site
`);
  expect(seen.stdout).toContain(
    'Looked at 6 addresses: 3 fine, 2 dead, 0 missing for the first time, 1 without a clear answer.',
  );

  const list = await audit('2026-03-15', '--rule', 'dead-link,depends-on', '--format', 'json');
  const { findings } = JSON.parse(list.stdout) as { findings: Record<string, unknown>[] };
  expect(findings.map(({ file, line, message, since }) => `${since} ${file}:${line} ${message}`)).toEqual([
    `2026-03-01 en/billing/refund.md:10 https://nothing.invalid/ is gone: on 2026-03-01 and again on 2026-03-15, there was no such site.`,
    `2026-03-08 en/billing/invoice.mdx:7 ${web}/fading is gone: on 2026-03-08 and again on 2026-03-15, the page had been taken down (410).`,
    `2026-03-08 en/billing/refund.md:5 Since the review of 2026-02-01, ${web}/prices was seen to have changed on 2026-03-08.`,
    `2026-03-08 en/billing/refund.md:9 ${web}/fading is gone: on 2026-03-08 and again on 2026-03-15, the page had been taken down (410).`,
  ]);
  expect((await audit('2026-03-15', '--rule', 'dead-link,depends-on', '--format', 'json')).stdout).toBe(
    list.stdout,
  );

  pages['/fading'] = status(200);
  await look('2026-03-22');
  expect((await audit('2026-03-22', '--rule', 'dead-link')).stdout).not.toContain('/fading');
  expect(await readFile(cache, 'utf8')).not.toContain('no-longer-linked');
});

test('an address that is put off is not counted as looked at, whatever is known of it', async () => {
  const { pages, web, dir, look } = await aHelpCentre();
  await writeFile(path.join(dir, 'en/billing/invoice.mdx'), articleText('', 'Nothing.\n'));
  await look('2026-03-01');
  pages['/closed'] = status(429);
  const { stdout } = await look('2026-03-08');
  expect(stdout).toContain(`Put off to the next run, because the site asked for a rest:\n  ${web}/fading\n`);
  expect(stdout).toContain('Looked at 2 addresses: 0 fine, 1 dead, 0 missing for the first time, 1 without');
});

test('addresses of this machine are left out unless they are wanted, and named', async () => {
  const { dir, web, cache } = await aHelpCentre();
  const { code, stdout } = await runScript(
    'links',
    '--content',
    dir,
    '--today',
    '2026-03-01',
    '--cache',
    cache,
  );
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `Missing for the first time; dead if they are so on another day:
  https://nothing.invalid/ since 2026-03-01: no such site

Left out, because only this machine or its network has them (--allow-local):
  http://10.0.0.1/
${['closed', 'fading', 'fine', 'moved', 'prices'].map((page) => `  ${web}/${page}\n`).join('')}
Looked at 1 address: 0 fine, 0 dead, 1 missing for the first time, 0 without a clear answer.
`,
  });
});

test('only so many are looked at as it is said, and what is known of the others is kept', async () => {
  const { dir, look, cache } = await aHelpCentre();
  await writeFile(path.join(dir, 'en/billing/invoice.mdx'), articleText());
  await look('2026-03-01');
  expect((await look('2026-03-08', '--limit', '2')).stdout).toContain('Looked at 2 addresses:');
  const { links } = JSON.parse(await readFile(cache, 'utf8')) as { links: { checked: string }[] };
  expect(links.map(({ checked }) => checked).sort()).toEqual([
    ...Array(4).fill('2026-03-01'),
    ...Array(2).fill('2026-03-08'),
  ]);
});

test('a damaged file stops the command and the audit, and stays as it is', async () => {
  const { cache, look, audit } = await aHelpCentre();
  await writeFile(cache, '{"version": 1, "links": [');
  for (const { code, stderr } of [await look('2026-03-01'), await audit('2026-03-01')]) {
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: `${cache} is damaged, or was not written by npm run links.
Restore it from a backup or delete it. Without it, dead links are known again after runs on two days.
`,
    });
  }
  expect(await readFile(cache, 'utf8')).toBe('{"version": 1, "links": [');
});

test('offline, the command says so and leaves the file as it is', async () => {
  // Names that nobody can own look the same with a network and without.
  const article = articleText('', '[a](https://a.test/) and [b](https://b.test/)\n');
  const dir = await contentFolder({ 'en/billing/refund.md': article });
  const cache = path.join(dir, '.links.json');
  await writeFile(cache, '{"version":1,"links":[]}');
  const options = ['--content', dir, '--cache', cache, '--pause', '0', '--timeout', '5'];
  expect(await runScript('links', ...options)).toEqual({
    code: 3,
    stdout: '',
    stderr: `None of 2 sites answered: this machine seems to be offline.
Try again when it is connected. What earlier runs saw is kept as it was.
`,
  });
  expect(await readFile(cache, 'utf8')).toBe('{"version":1,"links":[]}');
});

test('a file that is named but is not there is asked for', async () => {
  const { cache, audit } = await aHelpCentre();
  const { code, stderr } = await audit('2026-03-01');
  expect({ code, stderr }).toEqual({
    code: 3,
    stderr: `There is no ${cache}.\nWrite it with npm run links -- --cache ${cache}.\n`,
  });
  expect(existsSync(cache)).toBe(false);
});

test.each([
  ['--limit', '0'],
  ['--limit', '1.5'],
  ['--pause', '-1'],
  ['--pause', 'x'],
  ['--timeout', '0'],
])('is used wrongly with %s %s', async (...options) => {
  const { code, stderr } = await runScript('links', ...options);
  expect(code).toBe(2);
  expect(stderr).toContain(`option '${options[0]} <`);
});

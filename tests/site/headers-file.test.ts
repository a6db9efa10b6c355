import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { generalHeaders, policyOfPages } from '../../src/collector/static-site/security-headers.ts';
import { siteSchema } from '../../src/core/site.ts';
import { writeHeaders } from '../../src/site/headers-file.ts';

test('hosts that read _headers send what npm start sends', async () => {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'kundig-headers-file-'));
  onTestFinished(() => rm(dir, { recursive: true }));
  await mkdir(path.join(dir, 'search/en/0123456789ab'), { recursive: true });
  const site = siteSchema.parse({ title: { en: 'Help' }, url: 'https://example.com/help', locales: ['en'] });
  await writeHeaders(site, pathToFileURL(`${dir}/`), '/help');
  const rules = (await readFile(path.join(dir, '_headers'), 'utf8')).split('\n\n');
  const guards = { ...generalHeaders(site), 'Content-Security-Policy': policyOfPages(site) };
  expect(rules).toEqual([
    ['/help/*', ...Object.entries(guards).map(([name, value]) => `  ${name}: ${value}`)].join('\n'),
    '/help/_astro/*\n  Cache-Control: public, max-age=31536000, immutable',
    '/help/search/en/0123456789ab/*\n  Cache-Control: public, max-age=31536000, immutable\n',
  ]);
  // Hosts read no longer lines.
  expect(
    Math.max(
      ...rules
        .join('\n')
        .split('\n')
        .map(({ length }) => length),
    ),
  ).toBeLessThan(2000);
});

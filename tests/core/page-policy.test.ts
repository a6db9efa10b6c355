import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { brandStyle, framePolicy, pagePolicy } from '../../src/core/page-policy.ts';
import { type Site, siteSchema } from '../../src/core/site.ts';

function siteWith(settings: object = {}): Site {
  return siteSchema.parse({
    title: { en: 'Help' },
    url: 'https://help.example.com',
    locales: ['en'],
    ...settings,
  });
}

test('a page may run the files of its own site, and no script that stands in it', () => {
  const hash = createHash('sha256').update(':root{--brand:#0b5cad}').digest('base64');
  expect(pagePolicy(siteWith({ brand: { accent: '#0b5cad' } })).split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self' 'sha256-${hash}'`,
    "img-src 'self' data: https:",
    "media-src 'self' https:",
    "frame-src 'self' https:",
    "font-src 'self'",
    "manifest-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]);
});

test('it may send to a collector that stands elsewhere', () => {
  const policy = pagePolicy(siteWith({ collector: 'https://feedback.example.com/help' })).split('; ');
  expect(policy).toContain("connect-src 'self' https://feedback.example.com");
  expect(policy).toContain("form-action 'self' https://feedback.example.com");
});

test('a style that stands in the page is named by its hash', () => {
  const site = siteWith();
  expect(pagePolicy(site, ['p{}'])).toContain(
    `style-src 'self' ${hashOf(brandStyle(site))} ${hashOf('p{}')};`,
  );
});

test('nobody may show the pages within theirs, but for the sites that are named', () => {
  expect(framePolicy(siteWith())).toBe("frame-ancestors 'none'");
  expect(framePolicy(siteWith({ embed: ['https://app.example.com/', 'http://localhost:3000'] }))).toBe(
    "frame-ancestors 'self' https://app.example.com http://localhost:3000",
  );
});

test.each([
  'https://app.example.com/path',
  'https://app.example.com/?a',
  'https://app.example.com/#a',
  "https://app.example.com; script-src 'unsafe-inline'",
  'https://user@app.example.com',
  'app.example.com',
  'javascript:alert(1)',
  '*',
  'https://*',
  'https://*.example.com',
  'https://app.example.com;x',
  'https://app.example.com https://evil.example',
])('%s is no site that may embed', (address) => {
  const { error } = siteSchema.shape.embed.safeParse([address]);
  expect(error?.issues[0]?.path).toEqual([0]);
});

function hashOf(style: string): string {
  return `'sha256-${createHash('sha256').update(style).digest('base64')}'`;
}

import { expect, test } from 'vitest';
import { cacheControl } from '../../../src/collector/static-site/caching.ts';

test.each([
  ['/_astro/page.abc123.css', 'public, max-age=31536000, immutable'],
  ['/search/en/0123456789ab/terms.json', 'public, max-age=31536000, immutable'],
  ['/search/en/latest/terms.json', 'no-cache'],
  ['/search/en/index.json', 'no-cache'],
  ['/en/_astro/page.html', 'no-cache'],
  ['/en/', 'no-cache'],
])('%s is kept so: %s', (address, header) => {
  expect(cacheControl(address)).toBe(header);
});

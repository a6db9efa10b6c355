import { expect, test } from 'vitest';
import { addressOfPath, resolveTarget } from '../../src/core/link-target.ts';

const from = 'en/billing/refund.md';

test.each([
  ['cancel.md', { kind: 'file', path: 'en/billing/cancel.md' }],
  ['./cancel.md#deadline', { kind: 'file', path: 'en/billing/cancel.md', anchor: 'deadline' }],
  ['../writing/tone.md?x=1#a', { kind: 'file', path: 'en/writing/tone.md', query: '?x=1', anchor: 'a' }],
  ['#deadline', { kind: 'file', path: 'en/billing/refund.md', anchor: 'deadline' }],
  ['#%C3%BCber', { kind: 'file', path: 'en/billing/refund.md', anchor: 'über' }],
  ['cancel%20it.md', { kind: 'file', path: 'en/billing/cancel it.md' }],
  ['/en/billing/cancel/#x', { kind: 'address', address: '/en/billing/cancel/', anchor: 'x' }],
  ['https://example.com/a.md', { kind: 'elsewhere' }],
  ['//example.com', { kind: 'elsewhere' }],
  ['mailto:help@example.com', { kind: 'elsewhere' }],
  ['tel:+4930123', { kind: 'elsewhere' }],
  ['/en/search/?q=a&b#x', { kind: 'address', address: '/en/search/', query: '?q=a&b', anchor: 'x' }],
  ['?q=a', { kind: 'file', path: 'en/billing/refund.md', query: '?q=a' }],
  ['javascript:alert(1)', { kind: 'code' }],
  ['Java\tScript:alert(1)', { kind: 'code' }],
  ['../../../../etc/passwd', { kind: 'file', path: '../../../../etc/passwd' }],
  ['100%.md', { kind: 'file', path: 'en/billing/100%.md' }],
])('%s', (target, expected) => {
  expect(resolveTarget(target, from)).toEqual(expected);
});

test('a path of Markdown has the address of its page', () => {
  expect(['en/billing/refund.md', 'en/billing/refund.mdx', 'en/billing/index.md'].map(addressOfPath)).toEqual(
    ['/en/billing/refund/', '/en/billing/refund/', '/en/billing/'],
  );
});

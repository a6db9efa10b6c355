import { expect, test } from 'vitest';
import type { Finding, Severity } from '../../src/core/finding.ts';
import { isCause, isChosen } from '../../src/core/finding-choice.ts';

function aFinding(given: Partial<Finding>): Finding {
  return { rule: 'unhelpful', severity: 'warning', file: 'a.md', line: 1, message: '', hint: '', ...given };
}

test.each([
  [{}, true],
  [{ owner: 'office' }, true],
  [{ owner: 'off' }, false],
  [{ locale: 'de' }, true],
  [{ locale: 'en' }, false],
  [{ rules: ['review-due', 'unhelpful'] }, true],
  [{ rules: ['review-due'] }, false],
  [{ rules: ['unhelpful'], owner: 'office', locale: 'de' }, true],
  [{ rules: ['unhelpful'], owner: 'office', locale: 'en' }, false],
])('a choice of %j takes a German finding of the office: %s', (choice, taken) => {
  expect(isChosen(aFinding({ owner: 'office', locale: 'de' }), choice)).toBe(taken);
});

test('a choice of an owner leaves out what has none', () => {
  expect(isChosen(aFinding({}), { owner: 'office' })).toBe(false);
});

test.each<[causes: string[], severities: Severity[]]>([
  [[], []],
  [['error'], ['error']],
  [['warning'], ['error', 'warning']],
  [['hint'], ['error', 'warning', 'hint']],
  [['review-due'], []],
  [['unhelpful'], ['error', 'warning', 'hint']],
  [['review-due', 'error'], ['error']],
])('the causes %j are unhelpful findings that are %j', (causes, severities) => {
  const all: Severity[] = ['error', 'warning', 'hint'];
  expect(all.filter((severity) => isCause(aFinding({ severity }), causes))).toEqual(severities);
});

import { expect, test } from 'vitest';
import type { Finding, Severity } from '../../src/core/finding.ts';
import { type FailurePolicy, fails, isChosen } from '../../src/core/finding-choice.ts';

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

test('a choice of categories goes by the folder', () => {
  const folders = new Set(['de/abrechnung']);
  expect(isChosen(aFinding({ file: 'de/abrechnung/erstattung.md' }), { folders })).toBe(true);
  expect(isChosen(aFinding({ file: 'en/abrechnung/erstattung.md' }), { folders })).toBe(false);
  expect(isChosen(aFinding({ file: 'site.yaml' }), { folders })).toBe(false);
});

test('a choice of a day leaves out what is older, and what has no day', () => {
  expect(isChosen(aFinding({ since: '2026-03-01' }), { since: '2026-03-01' })).toBe(true);
  expect(isChosen(aFinding({ since: '2026-02-28' }), { since: '2026-03-01' })).toBe(false);
  expect(isChosen(aFinding({}), { since: '2026-03-01' })).toBe(false);
});

const POLICY: FailurePolicy = {
  causes: [],
  grounds: new Map([
    ['unhelpful', 'votes'],
    ['review-due', 'age'],
    ['dead-link', 'facts'],
  ]),
  touched: new Set(['touched.md']),
};

test.each<[causes: string[], severities: Severity[]]>([
  [[], []],
  [['error'], ['error']],
  [['warning'], ['error', 'warning']],
  [['hint'], ['error', 'warning', 'hint']],
  [['review-due'], []],
  [['dead-link'], ['error', 'warning', 'hint']],
  [['review-due', 'error'], ['error']],
])('the causes %j fail a build on dead links that are %j', (causes, severities) => {
  const all: Severity[] = ['error', 'warning', 'hint'];
  expect(
    all.filter((severity) => fails(aFinding({ rule: 'dead-link', severity }), { ...POLICY, causes })),
  ).toEqual(severities);
});

test('votes fail a build only where they prove it, whatever severity the site gives them', () => {
  const policy = { ...POLICY, causes: ['unhelpful', 'error'] };
  expect(fails(aFinding({ severity: 'error' }), policy)).toBe(false);
  expect(fails(aFinding({ severity: 'warning', proven: true }), policy)).toBe(true);
});

test('age fails no change that touches the file, and facts do', () => {
  const policy = { ...POLICY, causes: ['hint'] };
  expect(fails(aFinding({ rule: 'review-due', file: 'touched.md' }), policy)).toBe(false);
  expect(fails(aFinding({ rule: 'review-due', file: 'other.md' }), policy)).toBe(true);
  expect(fails(aFinding({ rule: 'dead-link', file: 'touched.md' }), policy)).toBe(true);
});

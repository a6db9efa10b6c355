import { expect, test } from 'vitest';
import { figuresJson } from '../../src/reports/figures-json.ts';
import { MARCH } from './march.ts';

test('the figures come out under their own names, with the version of the document first', () => {
  const text = figuresJson(MARCH);
  expect(text.startsWith('{\n  "version": 2,\n  "period": {')).toBe(true);
  expect(text.endsWith('}\n')).toBe(true);
  expect(JSON.parse(text)).toEqual({ version: 2, ...MARCH });
});

test('made-up figures say so', () => {
  expect(JSON.parse(figuresJson(MARCH, true))).toEqual({ version: 2, demo: true, ...MARCH });
});

test('what readers typed neither moves the cursor of a terminal nor is a command in a log', () => {
  const typed = '##vso[task] \u009b2J \u202e';
  const [comment] = MARCH.votes.comments.newest;
  if (!comment) throw new Error('no comment in the fixture');
  const comments = { total: 1, newest: [{ ...comment, text: typed }] };
  const text = figuresJson({ ...MARCH, votes: { ...MARCH.votes, comments } });
  expect(JSON.parse(text).votes.comments.newest[0].text).toBe(typed);
  expect(text).not.toMatch(/##vso|\u009b|\u202e/);
});

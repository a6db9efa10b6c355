import { expect, test } from 'vitest';
import { judgedTogether } from '../../../src/core/figures/judged-together.ts';
import { changeOf, shareOf } from '../../../src/core/figures/share.ts';

function moved(now: number, before: number) {
  const helpful = shareOf(now, 100);
  return { helpful, change: changeOf(helpful, shareOf(before, 100)) };
}

test('a change that is clear by itself is open among many figures that did not move', () => {
  const article = moved(36, 50);
  expect(article.change?.verdict).toBe('worse');
  expect(judgedTogether([article])).toEqual([article]);
  const still = Array.from({ length: 50 }, () => moved(50, 50));
  const [judged, ...others] = judgedTogether([article, ...still]);
  expect(judged).toEqual({ ...article, change: { ...article.change, verdict: 'open' } });
  expect(others).toEqual(still);
});

test('a change that is clear among many stays clear; figures without a change are left alone', () => {
  const still = Array.from({ length: 50 }, () => moved(50, 50));
  const all = [moved(10, 60), moved(90, 60), { helpful: shareOf(3, 9) }, {}, ...still];
  expect(judgedTogether(all)).toEqual(all);
});

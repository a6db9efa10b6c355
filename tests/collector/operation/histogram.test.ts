import { expect, test } from 'vitest';
import { createHistogram } from '../../../src/collector/operation/histogram.ts';

test('each step counts all that took at most so long', () => {
  const histogram = createHistogram('waits_seconds', 'Waits.', [0.5, 1, 2]);
  for (const seconds of [0.25, 0.5, 0.75, 1.5, 4]) histogram.observe(seconds);
  expect(histogram.lines()).toEqual([
    '# HELP waits_seconds Waits.',
    '# TYPE waits_seconds histogram',
    'waits_seconds_bucket{le="0.5"} 2',
    'waits_seconds_bucket{le="1"} 3',
    'waits_seconds_bucket{le="2"} 4',
    'waits_seconds_bucket{le="+Inf"} 5',
    'waits_seconds_sum 7',
    'waits_seconds_count 5',
  ]);
});

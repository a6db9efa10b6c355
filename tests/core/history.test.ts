import { expect, test } from 'vitest';
import { historyUntil } from '../../src/core/history.ts';

test('commits of a clock that is fast count on the day of the audit, in their order', () => {
  const commits = (...days: string[]) => days.map((day) => ({ hash: `of ${day}`, day, subject: 'Edit' }));
  const history = {
    commits: new Map([
      ['en/a.md', commits('2030-01-02', '2026-08-02', '2026-08-01')],
      ['en/b.md', commits('2030-01-02', '2025-01-01')],
    ]),
  };
  const known = historyUntil(history, '2026-08-01');
  expect(known.later).toBe(2);
  expect(
    [...known.history.commits].map(([path, list]) => [path, list.map(({ hash, day }) => [hash, day])]),
  ).toEqual([
    [
      'en/a.md',
      [
        ['of 2030-01-02', '2026-08-01'],
        ['of 2026-08-02', '2026-08-01'],
        ['of 2026-08-01', '2026-08-01'],
      ],
    ],
    [
      'en/b.md',
      [
        ['of 2030-01-02', '2026-08-01'],
        ['of 2025-01-01', '2025-01-01'],
      ],
    ],
  ]);
});

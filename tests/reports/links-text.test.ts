import { expect, test } from 'vitest';
import type { LinkRecord } from '../../src/core/links/link-record.ts';
import { linksText } from '../../src/reports/links-text.ts';

function fine(host: string, more: Partial<LinkRecord> = {}): LinkRecord {
  const seen = { checked: '2026-03-08', answer: 'found', lastSeen: '2026-03-08' } as const;
  return { address: `https://${host}/`, state: 'fine', ...seen, ...more };
}

function missing(host: string, first: string, last: string): LinkRecord {
  return {
    address: `https://${host}/`,
    state: first === last ? 'missing' : 'dead',
    checked: '2026-03-08',
    answer: 'not-found',
    firstMissing: first,
    lastMissing: last,
    missingBecause: 'not-found',
  };
}

test('says what is wrong, worst first, and counts the rest', () => {
  const records = [
    fine('a.test'),
    fine('home.test', { leadsHome: true }),
    fine('old.test', { movedTo: 'https://young.test/' }),
    fine('slow.test', { answer: 'time-out' }),
    missing('b.test', '2026-03-08', '2026-03-08'),
    missing('d.test', '2026-03-01', '2026-03-08'),
    missing('c.test', '2026-02-22', '2026-03-08'),
    { ...missing('hidden.test', '2026-02-01', '2026-02-08'), answer: 'refused-access' as const },
  ];
  const left = {
    postponed: ['https://busy.test/'],
    local: ['http://localhost/'],
    malformed: ['https://\u001b[2J'],
  };
  expect(linksText({ records, ...left })).toBe(`Dead, as they were missing on two days:
  https://c.test/ since 2026-02-22: no such page, 404
  https://d.test/ since 2026-03-01: no such page, 404
  https://hidden.test/ since 2026-02-01: no such page, 404

Missing for the first time; dead if they are so on another day:
  https://b.test/ since 2026-03-08: no such page, 404

No clear answer, so they count for nothing:
  https://slow.test/: too slow

There, but moved for good; better link to the new address:
  https://old.test/ is now https://young.test/

There, but they lead to the home page; see whether that is meant:
  https://home.test/

Put off to the next run, because the site asked for a rest:
  https://busy.test/

Left out, because only this machine or its network has them (--allow-local):
  http://localhost/

Left out, because they are no addresses:
  https:// [2J

Looked at 8 addresses: 3 fine, 3 dead, 1 missing for the first time, 1 without a clear answer.`);
});

test('is one line where all is well', () => {
  const nothing = { postponed: [], local: [], malformed: [] };
  expect(linksText({ records: [fine('a.test')], ...nothing })).toBe(
    'Looked at 1 address: 1 fine, 0 dead, 0 missing for the first time, 0 without a clear answer.',
  );
});

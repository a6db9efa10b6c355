import { expect, test } from 'vitest';
import { createLog, type LogFormat, type LogLevel } from '../../../src/collector/operation/log.ts';
import { UserError } from '../../../src/core/user-error.ts';

function openLog({ level = 'info', format = 'json' }: { level?: LogLevel; format?: LogFormat } = {}) {
  const lines: string[] = [];
  const clock = { now: new Date('2026-03-01T10:00:00Z') };
  const log = createLog({
    level,
    format,
    write: (line) => lines.push(line),
    now: () => clock.now,
  });
  return { log, lines, clock };
}

test('programs get a line of JSON with the time, and nothing about the machine', () => {
  const { log, lines } = openLog();
  log.info('Old feedback was deleted.', { submissions: 3 });
  expect(lines).toEqual([
    '{"level":"info","time":"2026-03-01T10:00:00.000Z","submissions":3,"msg":"Old feedback was deleted."}\n',
  ]);
});

test('people get a sentence', () => {
  const { log, lines } = openLog({ format: 'plain' });
  log.info('Old feedback was deleted.', { submissions: 3 });
  log.warn('Far more comes in than usual.');
  log.failure(new UserError('The database is locked.', 'Stop the other program.'));
  expect(lines).toEqual([
    '10:00:00 Old feedback was deleted. (submissions: 3)\n',
    '10:00:00 WARN Far more comes in than usual.\n',
    '10:00:00 ERROR The database is locked. (hint: Stop the other program.)\n',
  ]);
});

test.for([
  ['silent', []],
  ['error', ['error']],
  ['warn', ['warn', 'error']],
  ['info', ['info', 'warn', 'error']],
  ['debug', ['debug', 'info', 'warn', 'error']],
] as const)('the level %s lets through what is told at it or above', ([level, told]) => {
  const { log, lines } = openLog({ level });
  log.debug('one');
  log.info('two');
  log.warn('three');
  log.failure('four');
  expect(lines.map((line) => JSON.parse(line).level)).toEqual(told);
});

test('a failure is told without what libraries quote of it, but with its place', () => {
  const { log, lines } = openLog();
  const told = (failure: unknown) => {
    log.failure(failure);
    return JSON.parse(lines.at(-1) ?? '');
  };
  expect(told(new SyntaxError('Unexpected token \'S\', "SECRET "at" once" is not JSON'))).toMatchObject({
    msg: 'SyntaxError: Unexpected token \'…\', "…" is not JSON',
    at: expect.stringMatching(/log\.test\.ts:\d+:\d+$/),
  });
  expect(told(new TypeError("Cannot read properties of undefined (reading 'SECRET')"))).toMatchObject({
    msg: "TypeError: Cannot read properties of undefined (reading '…')",
  });
  expect(told(new Error('invalid input: max@example.com')).msg).toBe('Error: invalid input: [email]');
  expect(told('a `SECRET` as text').msg).toBe('a `…` as text');
  // What looks like a place in the message is none.
  expect(told(new Error('one\n    at SECRET (file:1:1)')).at).toMatch(/log\.test\.ts:\d+:\d+$/);
  expect(lines.filter((line) => line.includes('SECRET'))).toHaveLength(1);
});

test('the same failure is told once in ten seconds, and then how often it was not told', () => {
  const { log, lines, clock } = openLog({ format: 'plain' });
  for (let time = 0; time < 1000; time++) log.failure('The disk is full.');
  log.failure('The database is gone.');
  log.failure('The database is gone.');
  clock.now = new Date('2026-03-01T10:00:10Z');
  log.failure('The database is gone.');
  expect(lines).toEqual([
    '10:00:00 ERROR The disk is full.\n',
    '10:00:00 ERROR The database is gone. (untold: 999)\n',
    '10:00:10 ERROR The database is gone. (untold: 1)\n',
  ]);
});

const WIDTH = 24;
const NUMBER = new Intl.NumberFormat('en');

/**
 * How far some work is, in one line.
 *
 * @example barText('Copying votes', 2000, 8000) // 'Copying votes  ██████░░░░░░░░░░░░░░░░░░  2,000 of 8,000'
 */
export function barText(what: string, done: number, all: number): string {
  const filled = all === 0 ? WIDTH : Math.floor((Math.min(done, all) / all) * WIDTH);
  const bar = '█'.repeat(filled) + '░'.repeat(WIDTH - filled);
  return `${what}  ${bar}  ${NUMBER.format(done)} of ${NUMBER.format(all)}`;
}

/** Shows a bar to a person at a terminal, in place of the last one; without figures, the line is wiped. */
export function showBar(what?: string, done = 0, all = 0): void {
  if (!process.stderr.isTTY) return;
  process.stderr.write(what === undefined ? '\r\x1b[K' : `\r\x1b[K${barText(what, done, all)}`);
}

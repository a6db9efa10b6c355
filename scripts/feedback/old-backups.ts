const DAY = /\d{4}-\d{2}-\d{2}/;

/**
 * Which files of a folder are backups of the same name but of other days, and older than the newest so many; with those
 * that broke off. `undefined` if the name holds no day to tell them by.
 *
 * @param keep how many stay, with the named one
 * @example oldBackups(['feedback-2026-03-01.db', 'feedback-2026-03-02.db'], 'feedback-2026-03-02.db', 1) // ['feedback-2026-03-01.db']
 */
export function oldBackups(files: readonly string[], name: string, keep: number): string[] | undefined {
  if (!DAY.test(name)) return undefined;
  const [before = '', after = ''] = name.split(DAY);
  const isBackup = (file: string) =>
    file.startsWith(before) &&
    file.endsWith(after) &&
    file.length === name.length &&
    DAY.test(file.slice(before.length, file.length - after.length));
  const whole = files.filter(isBackup).sort().reverse();
  const broken = files.filter((file) => file.endsWith('.part') && isBackup(file.slice(0, -'.part'.length)));
  return [...whole.slice(keep), ...broken.sort()];
}

import { expect } from 'vitest';
import { UserError } from '../../src/core/user-error.ts';

/** What the person at the keyboard is told when this work fails. Fails itself if there is no hint, or no UserError. */
export async function told(work: Promise<unknown>, secrets: readonly string[] = []): Promise<string> {
  const error = await work.then(
    () => new Error('It worked.'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw error;
  expect(error.hint).not.toBe('');
  for (const secret of secrets) expect(`${error.message} ${error.hint}`).not.toContain(secret);
  return error.message;
}

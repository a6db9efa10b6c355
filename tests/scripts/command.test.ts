import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';

test('a command whose reader has enough ends without a complaint', async () => {
  const script = path.resolve(import.meta.dirname, '../../scripts/check.ts');
  const child = spawn(process.execPath, [script, '--revisions'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  const [said] = await Promise.all([text(child.stderr), once(child, 'close')]);
  expect(said).toBe('');
  expect(child.exitCode).toBe(0);
});

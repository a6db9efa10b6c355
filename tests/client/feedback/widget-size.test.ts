import { gzipSync } from 'node:zlib';
import { rolldown } from 'rolldown';
import { expect, test } from 'vitest';

/** Most bytes that voting may cost each reader of an article, compressed. */
const MOST = 4096;

/** All that a page loads for a script, without what comes only when a reader needs it. */
async function loadedFor(input: string): Promise<string> {
  const bundle = await rolldown({ input });
  const { output } = await bundle.generate({ format: 'esm', minify: true });
  const chunks = output.filter((file) => file.type === 'chunk');
  const loaded = new Set(chunks.filter(({ isEntry }) => isEntry).map(({ fileName }) => fileName));
  for (const name of loaded) {
    for (const needed of chunks.find(({ fileName }) => fileName === name)?.imports ?? []) loaded.add(needed);
  }
  return chunks
    .filter(({ fileName }) => loaded.has(fileName))
    .map(({ code }) => code)
    .join('\n');
}

test('all that voting needs is 4 kB at most: sending, waiting, changing and withdrawing', async () => {
  const code = await loadedFor('src/client/feedback/vote.ts');
  expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(MOST);
  expect(code).toContain('kundig:outbox:');
});

test('what finds personal data comes only to those who write a comment', async () => {
  const code = await loadedFor('src/client/feedback/vote.ts');
  expect(code).not.toContain('iban');
});

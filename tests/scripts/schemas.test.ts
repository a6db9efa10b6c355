import { expect, test } from 'vitest';
import { runScript } from './run-script.ts';

test('the schemas that are kept are those of the code', async () => {
  expect(await runScript('schemas', '--check')).toEqual({
    code: 0,
    stdout: 'The schemas are up to date.\n',
    stderr: '',
  });
});

import { spawn } from 'node:child_process';
import { Option } from 'commander';
import { EXIT, runCommand } from './command.ts';

/** What is tested, in this order; each is a script of package.json. */
const STEPS = ['types', 'lint', 'tests'] as const;

await runCommand<{ only?: (typeof STEPS)[number] }>({
  name: 'test',
  summary:
    'Runs all that there is to test: types, lint, and the tests. Every step runs, whatever the others say.',
  examples: [
    ['npm test', 'everything'],
    ['npm test -- --only tests tests/core', 'the tests of one folder'],
    ['npm test -- --only tests tests/e2e', 'the browser tests'],
  ],
  options: (command) =>
    command
      .argument('[paths...]', 'only tests whose path holds one of these')
      .addOption(new Option('--only <step>', 'only one step').choices(STEPS)),
  run: async ({ only }, paths) => {
    const failed: string[] = [];
    for (const step of STEPS) {
      if (only !== undefined && only !== step) continue;
      console.log(`\n— ${step}`);
      if ((await exitCodeOf(step, step === 'tests' ? paths : [])) !== 0) failed.push(step);
    }
    console.log(failed.length === 0 ? '\nAll is well.' : `\nFailed: ${failed.join(', ')}.`);
    return failed.length === 0 ? EXIT.fine : EXIT.findings;
  },
});

function exitCodeOf(script: string, args: readonly string[]): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '--silent', script, '--', ...args], {
      stdio: 'inherit',
      // On Windows, npm is a batch file, which only a shell can run.
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('close', resolve);
  });
}

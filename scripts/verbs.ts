import type { Command } from 'commander';
import { concluded, type Description, describedCommand } from './command.ts';

/** One of the things that a command does, as in `npm run <command> -- <name>`. */
// biome-ignore lint/suspicious/noExplicitAny: each verb has options of its own
export interface Verb extends Description<any> {
  /** What it does in a few words, for the list of verbs. */
  short: string;
}

/**
 * Runs the verb of a command that does several things, as `runCommand` runs a command that does one.
 *
 * @example await runVerbs({ name: 'feedback', summary: '…', verbs: [copy, backup], examples: [] })
 */
export async function runVerbs(
  description: Pick<Description<object>, 'name' | 'summary' | 'examples'> & { verbs: readonly Verb[] },
): Promise<void> {
  const command = describedCommand(`npm run ${description.name} --`, description);
  let chosen: (() => Promise<number>) | undefined;
  for (const verb of description.verbs) {
    const part: Command = describedCommand(verb.name, verb);
    part.summary(verb.short).action(() => {
      chosen = () => verb.run(part.opts(), part.args);
    });
    command.addCommand(part);
  }
  command.helpCommand(false);
  await concluded(async () => {
    command.parse();
    return chosen ? chosen() : command.help({ error: true });
  });
}

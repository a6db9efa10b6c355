import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { isDay } from '../src/core/calendar.ts';
import { UserError } from '../src/core/user-error.ts';

/** Exit codes of every command. */
export const EXIT = { fine: 0, findings: 1, usedWrongly: 2, couldNotRun: 3 } as const;

/** Where `npm run links` keeps what it saw, unless told otherwise. */
export const LINK_CACHE = 'data/links.json';

export interface Description<Options> {
  /** As in `npm run <name>`. */
  name: string;
  /** One sentence: what the command does, for whom. */
  summary: string;
  /** Whole command lines with what they do, for `--help`. */
  examples: readonly (readonly [line: string, meaning: string])[];
  /** Adds the command's own options and arguments. */
  options?: (command: Command) => void;
  /** Does the work and gives the exit code. */
  run: (options: Options, args: string[]) => Promise<number>;
}

/**
 * Runs a command of the house: arguments in, exit code out. A {@link UserError} is printed as its message and
 * hint with exit code 3; a wrong option is explained with exit code 2; anything else is a bug and keeps its stack.
 */
export async function runCommand<Options extends object>(description: Description<Options>): Promise<void> {
  const command = describedCommand(`npm run ${description.name} --`, description);
  await concluded(() => {
    command.parse();
    return description.run(command.opts<Options>(), command.args);
  });
}

/** A command of the house with its help, before it is parsed. */
export function describedCommand<Options extends object>(
  name: string,
  { summary, examples, options }: Omit<Description<Options>, 'name' | 'run'>,
): Command {
  const command = new Command(name)
    .description(summary)
    .helpOption('-h, --help', 'show this help')
    .exitOverride()
    .allowExcessArguments(false)
    .showHelpAfterError('(add --help for the options and examples)');
  options?.(command);
  const width = Math.max(...examples.map(([line]) => line.length));
  command.addHelpText(
    'after',
    `\nExamples:\n${examples.map(([line, meaning]) => `  ${line.padEnd(width)}  ${meaning}`).join('\n')}`,
  );
  return command;
}

/** Does the work of a command, says what a person can mend, and sets the exit code of the program. */
export async function concluded(work: () => Promise<number>): Promise<void> {
  // Whoever reads on, such as `head`, may have enough before all is said.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
  try {
    process.exitCode = await work();
  } catch (error) {
    if (error instanceof CommanderError) {
      process.exitCode = error.exitCode === 0 ? EXIT.fine : EXIT.usedWrongly;
    } else if (error instanceof UserError) {
      console.error(`${error.message}\n${error.hint}`);
      process.exitCode = EXIT.couldNotRun;
    } else {
      throw error;
    }
  }
}

/** `--content DIR`, the folder with the articles; `KUNDIG_CONTENT` says the same for every command. */
export function contentOption(): Option {
  return new Option('--content <dir>', 'folder with the articles and settings')
    .env('KUNDIG_CONTENT')
    .default('content');
}

/** `--database PLACE`, where readers' feedback is kept. */
export function databaseOption(): Option {
  return new Option('--database <place>', 'feedback: a file, or postgres://…')
    .env('FEEDBACK_DATABASE')
    .default('data/feedback.db');
}

/** `--feedback PLACE`, wherever readers' feedback is kept. */
export function feedbackOption(): Option {
  return new Option(
    '--feedback <place>',
    'a file, postgres://…, a collector (https://…), or an export (….jsonl)',
  )
    .env('FEEDBACK_DATABASE')
    .default('data/feedback.db');
}

/** `--database PLACE` behind `--feedback`, for those who know it from the other commands. */
export function databaseAlias(): Option {
  return new Option('--database <place>', 'the same as --feedback').hideHelp();
}

/** `--today DAY`, so that two runs on the same input give the same answer. */
export function todayOption(): Option {
  return new Option('--today <day>', 'the day to count from, e.g. 2026-03-01')
    .default(new Date().toISOString().slice(0, 10), 'today')
    .argParser(aDay);
}

/** Reads a day that a person wrote behind an option. */
export function aDay(text: string): string {
  if (isDay(text)) return text;
  throw new InvalidArgumentError('Write a day that exists as year-month-day, e.g. 2026-03-01.');
}

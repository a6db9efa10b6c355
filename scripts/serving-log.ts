import { Option } from 'commander';
import {
  createLog,
  LOG_FORMATS,
  LOG_LEVELS,
  type Log,
  type LogFormat,
  type LogLevel,
} from '../src/collector/operation/log.ts';
import { EXIT } from './command.ts';

/** `--log-level LEVEL`, how much is told; `LOG_LEVEL` says the same. */
export function logLevelOption(): Option {
  return new Option('--log-level <level>', 'how much to tell')
    .env('LOG_LEVEL')
    .choices(LOG_LEVELS)
    .default('info');
}

/** `--log-format FORMAT`, for people or for programs; `LOG_FORMAT` says the same. */
export function logFormatOption(): Option {
  return new Option('--log-format <format>', 'lines of JSON, or plain ones')
    .env('LOG_FORMAT')
    .choices(LOG_FORMATS)
    .default(process.stdout.isTTY ? 'plain' : 'json', 'plain on a terminal, else json');
}

/** What a program that serves tells its operator. */
export interface ServingLog extends Log {
  /** Tells what happens at start: on a terminal just so, else as a line of the log. */
  say(text: string): void;
}

export interface LogOptions {
  logLevel: LogLevel;
  logFormat: LogFormat;
}

export function servingLog({ logLevel, logFormat }: LogOptions): ServingLog {
  const log = createLog({
    level: logLevel,
    format: logFormat,
    write: (line) => void process.stdout.write(line),
    now: () => new Date(),
  });
  const say =
    logFormat === 'plain' ? (text: string) => console.log(text) : (text: string) => log.info(text.trim());
  return { ...log, say };
}

/**
 * Sees to it that nothing is printed past the log while the program serves: what libraries print, and what the runtime
 * says of a bug that ends the program, could hold what a reader wrote.
 */
export function tellAllTo(log: Log): void {
  // The server prints that a reader closed the page before it was whole.
  console.info = (text: unknown) => log.debug(String(text));
  console.warn = (text: unknown) => log.warn(String(text));
  console.error = (failure: unknown) => log.failure(failure);
  process.on('uncaughtException', (failure) => {
    log.failure(failure);
    process.exit(EXIT.couldNotRun);
  });
}

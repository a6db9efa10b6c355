import { pino } from 'pino';
import { mask } from '../../core/personal-data.ts';
import { UserError } from '../../core/user-error.ts';

/** What is told, from the least to the most: each includes those before it. */
export const LOG_LEVELS = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** One line of JSON for programs, or a sentence for people. */
export const LOG_FORMATS = ['json', 'plain'] as const;
export type LogFormat = (typeof LOG_FORMATS)[number];

type Facts = Readonly<Record<string, string | number>>;
type Tell = (message: string, facts?: Facts) => void;

/** What an operator reads. No address, no user agent and nothing that a reader wrote goes in here. */
export interface Log {
  /** Does anybody ask for what is told by `debug`? */
  isDebugging: boolean;
  debug: Tell;
  info: Tell;
  warn: Tell;
  /** Tells what went wrong; the same again within ten seconds is only counted, for a full disk fills no sooner. */
  failure(failure: unknown): void;
}

/** For so many milliseconds the same failure is not told again. */
const QUIET = 10_000;

/**
 * @param write takes whole lines, each with its end
 * @example
 * const log = createLog({ level: 'info', format: 'plain', write: (line) => process.stdout.write(line), now });
 * log.info('Old feedback was deleted.', { submissions: 3 }); // 10:00:00 Old feedback was deleted. (submissions: 3)
 */
export function createLog(options: {
  level: LogLevel;
  format: LogFormat;
  write: (line: string) => void;
  now: () => Date;
}): Log {
  const { level, format, write, now } = options;
  const logger = pino(
    {
      level,
      // Neither the name of the machine nor the number of the process: whoever collects logs knows them.
      base: undefined,
      timestamp: () => `,"time":"${now().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    { write: (line: string) => write(format === 'json' ? line : inPlainWords(line)) },
  );
  let last = { message: '', at: Number.NEGATIVE_INFINITY };
  let untold = 0;
  return {
    isDebugging: level === 'debug',
    debug: (message, facts = {}) => logger.debug(facts, message),
    info: (message, facts = {}) => logger.info(facts, message),
    warn: (message, facts = {}) => logger.warn(facts, message),
    failure(failure) {
      const { message, ...facts } = described(failure);
      const at = now().getTime();
      if (message === last.message && Math.abs(at - last.at) < QUIET) {
        untold += 1;
        return;
      }
      logger.error({ ...facts, ...(untold > 0 && { untold }) }, message);
      last = { message, at };
      untold = 0;
    },
  };
}

/**
 * A failure without what a reader may have written: libraries quote in their messages what they could not take, and a
 * stack begins with the message.
 */
function described(failure: unknown): { message: string } & Facts {
  if (failure instanceof UserError) return { message: failure.message, hint: failure.hint };
  if (!(failure instanceof Error)) return { message: withoutQuotes(String(failure)) };
  const begin = `${failure.name}: ${failure.message}\n`;
  const frames = failure.stack?.startsWith(begin) ? failure.stack.slice(begin.length) : '';
  const at = /^\s+at (?:.* \()?(?:file:\/\/)?(.+?:\d+:\d+)\)?$/m.exec(frames)?.[1];
  return { message: `${failure.name}: ${withoutQuotes(failure.message)}`, ...(at && { at }) };
}

function withoutQuotes(message: string): string {
  return mask(message.replace(/(["'`])[\s\S]*\1/g, '$1…$1'));
}

/** A line of JSON as a sentence that begins with the time of day. */
function inPlainWords(line: string): string {
  const { level, time, msg, ...facts } = JSON.parse(line) as Record<string, string | number>;
  const worse = level === 'error' || level === 'warn' ? `${level.toUpperCase()} ` : '';
  const named = Object.entries(facts).map(([name, value]) => `${name}: ${value}`);
  return `${String(time).slice(11, 19)} ${worse}${msg}${named.length > 0 ? ` (${named.join(', ')})` : ''}\n`;
}

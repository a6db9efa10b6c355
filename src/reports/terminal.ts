import type { WriteStream } from 'node:tty';

/** The window that a person reads in. */
export interface Terminal {
  /** Characters in a line. */
  columns: number;
  colour: boolean;
}

/**
 * The terminal behind a stream, or `undefined` where its text goes into a file or another program. Colour is off
 * where the terminal has none or the reader wants none (`NO_COLOR`).
 *
 * @example terminalOf(process.stdout)
 */
export function terminalOf(stream: WriteStream): Terminal | undefined {
  return stream.isTTY ? { columns: stream.columns || 80, colour: stream.hasColors() } : undefined;
}

import { readFile } from 'node:fs/promises';

/** A file's text with `\n` line ends and without a byte order mark, and what had to be put right for that. */
export interface TextFile {
  text: string;
  /** Size on disk in bytes. */
  size: number;
  hasByteOrderMark: boolean;
  hasWindowsLineEnds: boolean;
  /** Not UTF-8: some characters are replaced by `\uFFFD`. */
  isBroken: boolean;
}

/** Reads a text file the way editors save it on any system. */
export async function readTextFile(path: string): Promise<TextFile> {
  return textOf(await readFile(path));
}

/** The text that the bytes of a file stand for. */
export function textOf(bytes: Buffer): TextFile {
  const raw = bytes.toString('utf8');
  const hasByteOrderMark = raw.startsWith('\uFEFF');
  const text = (hasByteOrderMark ? raw.slice(1) : raw).replaceAll('\r\n', '\n');
  return {
    text,
    size: bytes.length,
    hasByteOrderMark,
    hasWindowsLineEnds: raw.includes('\r\n'),
    isBroken: raw.includes('\uFFFD'),
  };
}

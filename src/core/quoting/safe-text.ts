/** Turns the reading direction around or holds it, also of what follows: text can be made to look like another. */
const DIRECTION = /[\u202a-\u202e\u2066-\u2069]/g;
/** Azure Pipelines and others take `##vso[…]` in a log for a command, wherever in a line it stands. */
const LOG_COMMAND = /##(?=\w*\[)/g;
/** GitHub Actions takes `::error::…` for one at the beginning of a line. */
const LINE_COMMAND = /^(\s*):(?=:)/gm;

/**
 * A text as one line that shows what it says and does nothing else: no line breaks, no control characters, no
 * reversed direction, no half characters, no commands to the program that keeps the log. Findings quote what strangers
 * typed.
 */
export function oneLine(text: string): string {
  return harmless(text)
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim();
}

/** The same for a block of lines, which keeps its line breaks, its tabs and its indentation. */
export function manyLines(text: string): string[] {
  return harmless(text)
    .replace(/\r\n?|[\p{Zl}\p{Zp}]/gu, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, ' ')
    .replace(LINE_COMMAND, '$1: ')
    .replace(/\n+$/, '')
    .split('\n');
}

/** JSON that neither moves the cursor of a terminal nor is a command in a log; it says exactly the same. */
export function quietJson(value: unknown): string {
  return JSON.stringify(value, null, 2)
    .replace(LOG_COMMAND, '\\u0023#')
    .replace(/[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g, (character) => {
      return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
    });
}

function harmless(text: string): string {
  return text.toWellFormed().replace(DIRECTION, '').replace(LOG_COMMAND, '# #');
}

/** Nobody sees it, and no program takes what stands around it for one word. */
const WORD_JOINER = '\u2060';
/** Signs that nobody sees, or that turn the direction of what follows. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\s]+|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/**
 * What a reader wrote, as code in Markdown: nothing in it pings an account, refers to another issue, becomes a link or
 * a picture, or is a command to the tracker, whatever it holds. On one line.
 *
 * @example quoted('ask @octocat, see #12') // '`ask @octocat, see #12`'
 */
export function quoted(text: string): string {
  const line = oneLine(text);
  const fence = '`'.repeat(longestRun(line) + 1);
  // A blank at each end belongs to the fence, so that a backquote may stand there.
  return fence.length > 1 ? `${fence} ${line} ${fence}` : `\`${line || ' '}\``;
}

/**
 * A sentence of the audit as Markdown that shows it as it is. What stands between backquotes stays code; in the rest,
 * signs that have a meaning for Markdown, GitHub or GitLab lose it.
 *
 * @example plain('Set `reviewed`, *then* ask @octocat') // 'Set `reviewed`, \\*then\\* ask @\u2060octocat'
 */
export function plain(sentence: string): string {
  return (
    oneLine(sentence)
      .split(/(`[^`]+`)/)
      .map((part, place) => (place % 2 === 1 ? quoted(part.slice(1, -1)) : disarmed(part)))
      .join('')
      // A line that begins with a slash is a command to GitLab.
      .replace(/^\//, '\\/')
  );
}

/** A block of lines that stays as it is, e.g. YAML. */
export function fenced(lines: string, language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(lines) + 1));
  return `${fence}${language}\n${withoutComment(lines).trimEnd()}\n${fence}`;
}

/** A title: trackers show it as it is. */
export function oneLine(text: string): string {
  return withoutComment(text.replace(UNSEEN, ' ').replace(/ {2,}/g, ' ').trim());
}

function disarmed(text: string): string {
  return text
    .replace(/[\\`*_[\]<>|~]|&(?=\w|#)/g, '\\$&')
    .replace(/[@#!%$&^~+](?=[\w"'])|:(?=\/\/)|\b(?:www(?=\.)|GH(?=-\d))/gi, `$&${WORD_JOINER}`);
}

/** What stands in an HTML comment tells the audit which issue is whose. */
function withoutComment(text: string): string {
  return text.replaceAll('<!--', `<!${WORD_JOINER}--`);
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
}

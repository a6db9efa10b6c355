import { type InspectColor, styleText } from 'node:util';
import type { Finding, Severity } from '../core/finding.ts';
import { oneLine } from './one-line.ts';
import type { Terminal } from './terminal.ts';

interface Options {
  /** Folder that the files are in, as the reader would name it: it comes before each, so that editors open them. */
  folder?: string;
  /** Where a person reads it; without it, the text is one plain line a finding. */
  terminal?: Terminal;
}

/**
 * Findings for people, and a last line that counts them. In a terminal, a table as wide as the window: the
 * findings of a file stand together, files in the order of their first finding. Elsewhere one line for each,
 * in the order given, for `grep` and the logs of CI.
 */
export function findingsText(findings: readonly Finding[], { folder, terminal }: Options = {}): string {
  const shown = findings.map((finding) => ({
    ...finding,
    file: oneLine(folder ? `${folder.replace(/\/+$/, '')}/${finding.file}` : finding.file),
    message: oneLine(finding.message),
    hint: oneLine(finding.hint),
  }));
  const blocks = terminal ? groups(shown, terminal) : shown.map(plainLine);
  return [...blocks, countInWords(findings)].join('\n');
}

/**
 * How many findings there are of each severity.
 *
 * @example '1 error, 2 warnings in 3 files.'
 */
export function countInWords(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'Nothing to mend.';
  const counts = (['error', 'warning', 'hint'] as const)
    .map((severity) => [findings.filter((one) => one.severity === severity).length, severity] as const)
    .filter(([count]) => count > 0)
    .map(([count, severity]) => plural(count, severity));
  return `${counts.join(', ')} in ${plural(new Set(findings.map(({ file }) => file)).size, 'file')}.`;
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}

function plainLine({ file, line, severity, rule, message, hint, ...more }: Finding): string {
  const details = detailsOf(more, more.owner).join(', ');
  return `${file}:${line} ${severity} ${rule}: ${message} ${hint}${details && ` (${details})`}`;
}

function detailsOf({ since, impact }: Pick<Finding, 'since' | 'impact'>, owner?: string): string[] {
  return [
    owner && `owner ${owner}`,
    since && `since ${since}`,
    impact !== undefined &&
      impact >= 0.05 &&
      `impact ${impact < 10 ? Number(impact.toFixed(1)) : Math.round(impact)}`,
  ].filter((detail) => typeof detail === 'string');
}

const COLOURS: Record<Severity, InspectColor> = { error: 'red', warning: 'yellow', hint: 'cyan' };
/** The text gets a column of its own if it is at least as wide as this, or else lines of its own. */
const NARROWEST = 40;

function groups(findings: readonly Finding[], { columns, colour }: Terminal): string[] {
  // Whether there is colour was asked of the terminal itself.
  const paint = (format: InspectColor | InspectColor[], text: string) =>
    colour ? styleText(format, text, { validateStream: false }) : text;
  const numbers = widest(findings.map(({ line }) => String(line)));
  const names = widest(findings.map(({ rule }) => rule));
  const before = numbers + names + '  error    '.length + 2;
  const beside = columns - before >= NARROWEST;
  const indent = ' '.repeat(beside ? before : 4);
  const width = Math.max(columns - indent.length, 20);

  return [...Map.groupBy(findings, ({ file }) => file)].map(([file, members]) => {
    const owner = members.find((one) => one.owner)?.owner;
    const gap = owner ? columns - file.length - owner.length : 0;
    const rows = members.flatMap((finding) => {
      const { line, severity, rule, message, hint } = finding;
      const head =
        `${String(line).padStart(numbers)}  ${paint(COLOURS[severity], severity.padEnd(7))}  ` +
        (beside ? `${rule.padEnd(names)}  ` : rule);
      const details = detailsOf(finding).join(', ');
      const text = [
        ...wrap(message, width),
        ...wrap(hint, width - 2).map((part, index) => (index === 0 ? '→ ' : '  ') + part),
        ...(details ? [paint('dim', details)] : []),
      ];
      const [first = '', ...others] = text;
      return beside
        ? [head + first, ...others.map((part) => indent + part)]
        : [head, ...text.map((part) => indent + part)];
    });
    const heading = paint('bold', file) + (owner ? ' '.repeat(Math.max(gap, 2)) + paint('dim', owner) : '');
    return [heading, ...rows, ''].join('\n');
  });
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}

/**
 * Breaks a text into lines of at most so many characters: at spaces, though not within backquotes, so that what
 * stands there can be copied. A longer word gets a line of its own.
 */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.match(/(?:`[^`]*`|[^\s`]|`)+/g) ?? []) {
    const last = lines.at(-1);
    if (last !== undefined && [...last].length + 1 + [...word].length <= width)
      lines.push(`${lines.pop()} ${word}`);
    else lines.push(word);
  }
  return lines;
}

import { type InspectColor, styleText } from 'node:util';
import type { Finding, Severity } from '../core/finding.ts';
import { manyLines } from '../core/quoting/safe-text.ts';
import { detailsOf, proposalHead, quoted } from './finding-details.ts';
import type { Terminal } from './terminal.ts';

const COLOURS: Record<Severity, InspectColor> = { error: 'red', warning: 'yellow', hint: 'cyan' };
/** The text gets a column of its own if it is at least as wide as this, or else lines of its own. */
const NARROWEST = 40;
/** Places of the scale from 0 to 100 % on which a share is drawn. */
const SCALE = 21;

/** Findings as a table for a terminal, one block a file. Their texts are one line each. */
export function findingsTable(findings: readonly Finding[], { columns, colour }: Terminal): string[] {
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
      const { line, severity, rule, message, hint, figure, proposal } = finding;
      const head =
        `${String(line).padStart(numbers)}  ${paint(COLOURS[severity], severity.padEnd(7))}  ` +
        (beside ? `${rule.padEnd(names)}  ` : rule);
      const details = detailsOf(finding).join(', ');
      const text = [
        ...wrap(message, width),
        ...hanging(hint, '→ ', width),
        ...quoted(finding).flatMap((quote) => hanging(quote, '  ', width)),
        ...(figure ? [paint('dim', scale(figure))] : []),
        ...(details ? [paint('dim', details)] : []),
        ...(proposal ? [paint('dim', proposalHead(proposal))] : []),
      ];
      const [first = '', ...others] = text;
      return [
        ...(beside
          ? [head + first, ...others.map((part) => indent + part)]
          : [head, ...text.map((part) => indent + part)]),
        // At the edge of the window, so that it can be copied as it is.
        ...(proposal ? ['', ...manyLines(proposal.text), ''] : []),
      ];
    });
    const heading = paint('bold', file) + (owner ? ' '.repeat(Math.max(gap, 2)) + paint('dim', owner) : '');
    return [heading, ...rows, ...(rows.at(-1) === '' ? [] : [''])].join('\n');
  });
}

/**
 * A share and where it probably lies, from 0 to 100 %.
 *
 * @example '0 ────━━●━━━─────────── 100 %'
 */
function scale({ value, low, high }: NonNullable<Finding['figure']>): string {
  const place = (share: number) => Math.round(Math.min(Math.max(share, 0), 1) * (SCALE - 1));
  const marks = Array.from({ length: SCALE }, (_, index) => {
    if (index === place(value)) return '●';
    return index >= place(low) && index <= place(high) ? '━' : '─';
  });
  return `0 ${marks.join('')} 100 %`;
}

function widest(texts: readonly string[]): number {
  return texts.reduce((most, { length }) => Math.max(most, length), 0);
}

/** Lines of which the first has a mark before it, and the others as much room. */
function hanging(text: string, mark: string, width: number): string[] {
  return wrap(text, width - mark.length).map((part, index) => (index === 0 ? mark : '  ') + part);
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

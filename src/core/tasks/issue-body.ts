import { createHash } from 'node:crypto';
import type { Finding } from '../finding.ts';
import { code, codeBlock, prose } from '../quoting/markdown.ts';
import { type Mark, writeMark } from './mark.ts';

/** More comments of readers than these are left to `npm run report`. */
const MOST_COMMENTS = 10;
/** GitHub takes 65,536 characters; what people write below needs room, too. */
const LONGEST = 45_000;

/** Below this line stands what people wrote. */
const NOTES = '<!-- kundig: notes -->';
/** A line of its own, as nothing else in the body can be: what readers wrote stands between backquotes. */
const NOTES_LINE = /^<!-- kundig: notes -->\r?\n?/m;
const INVITATION = 'Kundig keeps the text above up to date. What you write below stays.';

/** What the body of an issue says, and what is noted on it. */
export interface IssueText extends Omit<Mark, 'digest'> {
  file: string;
  findings: readonly Finding[];
  /** Why it is still open though nothing is found, or why it was closed. */
  state?: string;
}

/** What the audit says in an issue, and what sums it up. The text of people is none of it. */
export function writeBody(text: IssueText): { body: string; digest: string } {
  const { file, findings, state, ...noted } = text;
  const parts = [
    `${code(file)}${noted.owner && ` · owner: ${prose(noted.owner)}`}`,
    ...(state ? [prose(state)] : []),
    ...short(findings.map(section)),
  ];
  const said = parts.join('\n\n');
  const digest = createHash('sha256')
    .update(JSON.stringify([said, noted]))
    .digest('hex')
    .slice(0, 12);
  return { body: `${writeMark({ ...noted, digest })}\n${said}\n\n---\n${INVITATION}\n${NOTES}\n`, digest };
}

/** What people wrote below the text of the audit. */
export function notesIn(body: string): string {
  const line = NOTES_LINE.exec(body);
  return line ? body.slice(line.index + line[0].length) : '';
}

function section({
  rule,
  severity,
  since,
  line,
  file,
  message,
  hint,
  comments = [],
  proposal,
}: Finding): string {
  const where = [severity, since && `since ${since}`, `${file}:${line}`].filter(Boolean).join(', ');
  const quotes = comments
    .slice(0, MOST_COMMENTS)
    .map(({ id, day, text }) => `> ${code(text)} (${day}, ${code(`Resolves-feedback: ${id}`)})`);
  const more = comments.length - quotes.length;
  return [
    `### ${prose(rule)}`,
    `${prose(message)} (${prose(where)})`,
    `**To mend:** ${prose(hint)}`,
    ...(quotes.length > 0 ? [quotes.join('\n>\n')] : []),
    ...(more > 0 ? [`${more} more in \`npm run audit\`.`] : []),
    ...(proposal ? [`For ${code(proposal.file)}:\n\n${codeBlock(proposal.text, proposal.file)}`] : []),
  ].join('\n\n');
}

/** So many of the sections as the tracker takes. */
function short(sections: readonly string[]): string[] {
  let length = 0;
  const fitting = sections.filter((one) => {
    length += one.length;
    return length <= LONGEST;
  });
  const left = sections.length - fitting.length;
  return left > 0 ? [...fitting, `${left} more: \`npm run audit\` lists them.`] : fitting;
}

import type { Finding } from '../core/finding.ts';
import { oneLine } from '../core/quoting/safe-text.ts';
import { plural } from './plural.ts';

/** So many comments stand in a text; the others are in the other formats and in `npm run report`. */
const MOST_QUOTES = 3;
/** Longest comment that is quoted in full, in characters. */
const LONGEST_QUOTE = 240;

/** Since when it is so and what it costs, as far as it is known. */
export function detailsOf({ since, impact }: Pick<Finding, 'since' | 'impact'>): string[] {
  const details = [since && `since ${since}`, impact !== undefined && impactInWords(impact)];
  return details.filter((detail) => typeof detail === 'string');
}

/** An impact too small to round to anything says nothing. */
function impactInWords(impact: number): string | false {
  return impact >= 0.05 && `impact ${impact < 10 ? Number(impact.toFixed(1)) : Math.round(impact)}`;
}

/**
 * The newest comments, one a line, and how many more there are.
 *
 * @example ['“Step 3 is missing.” (2026-05-04, 1f0c9a52)', 'and 2 more comments']
 */
export function quoted({ comments = [] }: Pick<Finding, 'comments'>): string[] {
  const more = comments.length - MOST_QUOTES;
  return [
    ...comments
      .slice(0, MOST_QUOTES)
      .map(({ id, day, text }) => `“${shortened(oneLine(text))}” (${day}, ${shortId(id)})`),
    ...(more > 0 ? [`and ${plural(more, 'more comment')}`] : []),
  ];
}

/** As much of a comment's id as `Resolves-feedback:` in a commit needs. */
export function shortId(id: string): string {
  return oneLine(id).slice(0, 8);
}

/** What stands over lines to copy. */
export function proposalHead({ file }: NonNullable<Finding['proposal']>): string {
  return `Into ${oneLine(file)}:`;
}

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > LONGEST_QUOTE
    ? `${characters.slice(0, LONGEST_QUOTE).join('').trimEnd()}…`
    : text;
}

import { compareText } from './text-order.ts';

/** How much a finding matters: an error stops a publication, a warning is work to do, a hint is advice. */
export const SEVERITIES = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/**
 * One thing that is wrong with the knowledge base, or could be better.
 *
 * Checks and rules return findings; only reports print them.
 *
 * @example
 * { rule: 'frontmatter', severity: 'error', file: 'en/writing/tone.md', line: 3,
 *   message: '`reviewed` is not a date.', hint: 'Write it as year-month-day, e.g. 2026-03-01.' }
 */
export interface Finding {
  /** Permanent name of the rule, e.g. `review-due`. */
  rule: string;
  severity: Severity;
  /** Id of the article, where the finding is about one. */
  article?: string;
  locale?: string;
  /** Path inside the content folder, with `/` on every system. */
  file: string;
  /** First line is 1. */
  line: number;
  /** What is wrong, in one sentence. */
  message: string;
  /** What to do about it. */
  hint: string;
  /** Who looks after the article, from its frontmatter. */
  owner?: string;
  /**
   * Readers affected, for ranking: views of the article's present text (or votes on it, where views are not
   * counted) times how likely it fails them. Missing for plain mistakes.
   */
  impact?: number;
  /** Day since which it is so, e.g. `2026-03-01`. */
  since?: string;
  /** The share that the finding rests on, of so many, and where it probably lies. From 0 to 1. */
  figure?: { value: number; low: number; high: number; of: number };
  /** What readers wrote about it, the newest first. */
  comments?: readonly Quote[];
  /** Lines to put into a file, ready to be copied. */
  proposal?: { file: string; text: string };
  /** Votes prove it, however often one has looked: a build may fail on it. Only of rules that rest on votes. */
  proven?: boolean;
}

/** What one reader wrote. */
export interface Quote {
  /** Of the vote, for `Resolves-feedback:` in a commit. */
  id: string;
  day: string;
  text: string;
}

const weight: Record<Severity, number> = { error: 0, warning: 1, hint: 2 };

/** Orders findings as a reader of a list wants them: by file, then by line, errors first within a line. */
export function byPlace(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    weight[a.severity] - weight[b.severity] ||
    compareText(a.rule, b.rule) ||
    compareText(a.message, b.message)
  );
}

/**
 * Orders findings by how many readers they cost, the most first; then by severity, then those that have stood
 * longest; equals stay in the order of {@link byPlace}.
 */
export function byImpact(a: Finding, b: Finding): number {
  return (
    (b.impact ?? 0) - (a.impact ?? 0) ||
    weight[a.severity] - weight[b.severity] ||
    compareText(a.since ?? '9999', b.since ?? '9999') ||
    byPlace(a, b)
  );
}

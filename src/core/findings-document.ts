import { z } from 'zod';
import { type Finding, SEVERITIES } from './finding.ts';

const share = z.number().min(0).max(1);
const day = z.iso.date();

const quote = z.strictObject({
  /** Of the vote. A commit that deals with it says `Resolves-feedback: <id>`. */
  id: z.string(),
  /** Day on which it came in, in UTC. E.g. `2026-03-01` */
  day,
  /** What the reader wrote, as it came in. */
  text: z.string(),
});

const finding = z.strictObject({
  /** Permanent name of the rule. E.g. `review-due` */
  rule: z.string(),
  /** An error stops a publication, a warning is work to do, a hint is advice. */
  severity: z.enum(SEVERITIES),
  /** Id of the article, the same in every language. E.g. `billing/refund` */
  article: z.string().nullable(),
  /** Language of the article. E.g. `de` */
  locale: z.string().nullable(),
  /** Folder of the category that the file is in. E.g. `billing` */
  category: z.string().nullable(),
  /** Path inside the content folder, with `/`. E.g. `en/billing/refund.md` */
  file: z.string(),
  /** The first line is 1. */
  line: z.int().min(1),
  /** What is wrong, in one sentence. */
  message: z.string(),
  /** What to do about it. */
  hint: z.string(),
  /** Who looks after the article, as its frontmatter says. */
  owner: z.string().nullable(),
  /** About how many readers it costs an answer, for ranking; null for plain mistakes. */
  impact: z.number().min(0).nullable(),
  /** Day since which it is so. E.g. `2026-03-01` */
  since: day.nullable(),
  /** The share that the finding rests on. */
  figure: z
    .strictObject({
      /** From 0 to 1. */
      value: share,
      /** Where the true share probably lies: at least here (95 %). */
      low: share,
      /** At most here. */
      high: share,
      /** The share is one of so many, e.g. votes. */
      of: z.int().min(0),
    })
    .nullable(),
  /** What readers wrote about it, the newest first. */
  comments: z.array(quote),
  /** Lines to put into a file, ready to be copied. */
  proposal: z
    .strictObject({
      /** Path inside the content folder, with `/`. E.g. `synonyms.yaml` */
      file: z.string(),
      /** The lines. */
      text: z.string(),
    })
    .nullable(),
  /** Do votes prove it, however often one has looked? Null for what does not rest on votes. */
  proven: z.boolean().nullable(),
});

/** What `check` and `audit` print with `--format json`. */
export const findingsDocumentSchema = z
  .strictObject({
    /** Rises when a key goes or changes its meaning. */
    version: z.literal(1),
    /** In the order in which they are to be mended. */
    findings: z.array(finding),
  })
  .meta({
    title: 'Findings of Kundig',
    description: 'What npm run check and npm run audit print with --format json.',
  });
export type FindingsDocument = z.infer<typeof findingsDocumentSchema>;

/** Findings in full, for other programs: every key is there, and `null` where a finding does not say it. */
export function findingsDocument(findings: readonly Finding[]): FindingsDocument {
  return { version: 1, findings: findings.map(findingInFull) };
}

/** One of them. */
export function findingInFull(finding: Finding): FindingsDocument['findings'][number] {
  return {
    rule: finding.rule,
    severity: finding.severity,
    article: finding.article ?? null,
    locale: finding.locale ?? null,
    category: categoryOf(finding.file) ?? null,
    file: finding.file,
    line: finding.line,
    message: finding.message,
    hint: finding.hint,
    owner: finding.owner ?? null,
    impact: finding.impact === undefined ? null : roundedImpact(finding.impact),
    since: finding.since ?? null,
    figure: finding.figure ?? null,
    comments: [...(finding.comments ?? [])],
    proposal: finding.proposal ?? null,
    proven: finding.proven ?? null,
  };
}

/** An impact is an estimate: more than two decimals would say what nobody knows. */
export function roundedImpact(impact: number): number {
  return Math.round(impact * 100) / 100;
}

/**
 * Folder of the category that a file is in, if it is in one.
 *
 * @example categoryOf('en/billing/refund.md') // 'billing'
 */
export function categoryOf(file: string): string | undefined {
  const [, category, name] = file.split('/');
  return name === undefined ? undefined : category;
}

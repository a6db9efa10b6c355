import type { Finding } from '../../core/finding.ts';
import type { Source } from '../../core/rules/rule.ts';
import type { ArticlePage } from '../article-pages.ts';
import { meaningOf } from '../headlines-text.ts';
import { climbInWords } from '../page/levels.ts';
import { headlines } from '../page/summary.ts';
import { periodInWords } from '../period-in-words.ts';
import { createReport, type Report, type ReportInput } from '../report.ts';
import { type DigestChange, sureChanges } from './sure-changes.ts';
import { type OwnedTasks, tasksByOwner } from './tasks.ts';

/** So many tasks make a week. */
const MOST_TASKS = 5;

/** What a digest is made of: the figures of a week, and the work that the audit finds. */
export interface DigestInput extends ReportInput {
  /** What costs most readers first. */
  findings: readonly Finding[];
  /** What the audit had to do without. */
  missing: readonly Source[];
}

/** What a digest says, in the language of its readers; a format only arranges it. */
export interface Digest {
  locale: string;
  title: string;
  /** The week, and the one with which it compares. */
  scope: string;
  /** That all of it is made up, if it is. */
  demo?: string;
  changed: {
    heading: string;
    figures: { figure: string; text: string }[];
    changes: DigestChange[];
    /** What the survey says of the levels, or that nothing changed. */
    notes: string[];
  };
  toDo: {
    heading: string;
    owners: OwnedTasks[];
    notes: string[];
    /** The whole list, if it stands somewhere. */
    list?: ArticlePage;
  };
}

/** Says on one screen what changed by more than chance, what to do about it, and who. */
export function createDigest({ findings, missing, ...input }: DigestInput): Digest {
  const report = createReport(input);
  const { words, site, demo } = report;
  const lines = headlines(report);
  const changes = sureChanges(report);
  const nothing = changes.length === 0 && lines.every(({ change }) => !change || change.verdict === 'open');
  const climb = isOpen(report) ? undefined : climbInWords(report);
  const most = findings.slice(0, MOST_TASKS);
  const rest = findings.length - most.length;
  return {
    locale: words.locale,
    title: words.say('digest.title', { site: report.inWords(site.title) }),
    scope: `${periodInWords(report)}.`,
    ...(demo && { demo: words.say('digest.demo') }),
    changed: {
      heading: words.say('digest.changed'),
      figures: lines.map((line) => ({ figure: line.figure, text: meaningOf(line) })),
      changes,
      notes: [
        ...(lines.length === 0
          ? [words.say('digest.empty')]
          : nothing
            ? [words.say('digest.changed.none')]
            : []),
        ...(climb ? [climb] : []),
      ],
    },
    toDo: {
      heading: words.say('digest.do'),
      owners: tasksByOwner(most, report),
      notes: [
        ...(most.length === 0 ? [words.say('digest.do.none')] : []),
        ...(rest > 0 ? [words.count('digest.do.more', rest)] : []),
        ...missing.map((source) => words.say(`digest.missing.${source}`)),
      ],
      ...(input.auditAddress !== undefined && {
        list: { title: words.say('digest.list'), address: input.auditAddress },
      }),
    },
  };
}

/** Do the answers of a week leave open where to begin? Then the list of work knows better: it looks back further. */
function isOpen({ figures }: Report): boolean {
  const { levels = [], isPyramid } = figures.survey?.pyramid ?? {};
  const stop = levels.find(({ verdict }) => verdict !== 'holds' && verdict !== 'not-asked');
  return isPyramid !== false && (stop?.verdict === 'undecided' || stop?.verdict === 'too-few');
}

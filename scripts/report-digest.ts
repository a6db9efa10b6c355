import type { Day } from '../src/core/calendar.ts';
import type { Finding } from '../src/core/finding.ts';
import { findWork } from '../src/core/rules/index.ts';
import type { Source } from '../src/core/rules/rule.ts';
import { readSubject } from './audit-subject.ts';

interface Wish {
  content: string;
  feedback: string;
  today: Day;
  /** The last day of the week. */
  to?: Day;
  demo?: boolean;
}

/**
 * What there is to do, the most urgent first, as the audit finds it. It goes on without a git history and without votes,
 * and says that they are missing.
 */
export async function digestWork({
  content,
  feedback,
  today,
  to = today,
  demo = false,
}: Wish): Promise<{ findings: Finding[]; missing: Source[] }> {
  const missing: Source[] = [];
  const subject = await readSubject({
    content,
    feedback,
    today: to,
    // Made-up votes are on texts that no history knows.
    missing: new Set<Source>(demo ? ['history'] : []),
    goOn: (source) => missing.push(source),
  });
  return { findings: findWork(subject).findings, missing };
}

import type { Day } from './calendar.ts';
import { type Finding, SEVERITIES } from './finding.ts';
import type { Ground } from './rules/rule.ts';

/** Which findings a person asked for; what is left out does not narrow them. */
export interface Choice {
  /** Exactly as the articles name it. */
  owner?: string;
  rules?: readonly string[];
  locale?: string;
  /** Folders of categories, e.g. `de/abrechnung`. */
  folders?: ReadonlySet<string>;
  /** Only what has been so since this day or a later one. */
  since?: Day;
}

/** Is this finding among those that were asked for? */
export function isChosen(finding: Finding, { owner, rules, locale, folders, since }: Choice): boolean {
  return (
    (owner === undefined || finding.owner === owner) &&
    (rules === undefined || rules.includes(finding.rule)) &&
    (locale === undefined || finding.locale === locale) &&
    (folders === undefined || folders.has(finding.file.split('/').slice(0, 2).join('/'))) &&
    (since === undefined || (finding.since !== undefined && finding.since >= since))
  );
}

/** What may fail a build. */
export interface FailurePolicy {
  /** Names of rules, and severities, each of which stands for the worse ones, too. */
  causes: readonly string[];
  /** What each rule rests on, by its name. */
  grounds: ReadonlyMap<string, Ground>;
  /** Files that the change under test touches. */
  touched: ReadonlySet<string>;
}

/**
 * Does this finding fail the build? Votes do only where they prove it, because CI looks again and again, and some
 * look would be unlucky. Age never fails the change that touches the file: that would punish whoever mends a typing
 * error in an old article.
 *
 * @example fails({ rule: 'unhelpful', severity: 'error', proven: true, … }, { causes: ['warning'], … }) // true
 */
export function fails(
  { rule, severity, proven, file }: Finding,
  { causes, grounds, touched }: FailurePolicy,
): boolean {
  const severities: readonly string[] = SEVERITIES;
  const isNamed = causes.some(
    (cause) => cause === rule || severities.indexOf(severity) <= severities.indexOf(cause),
  );
  if (!isNamed) return false;
  const ground = grounds.get(rule);
  if (ground === 'votes') return proven === true;
  return !(ground === 'age' && touched.has(file));
}

import { type Finding, SEVERITIES } from './finding.ts';

/** Which findings a person asked for; what is left out does not narrow them. */
export interface Choice {
  /** Exactly as the articles name it. */
  owner?: string;
  rules?: readonly string[];
  locale?: string;
}

/** Is this finding among those that were asked for? */
export function isChosen(finding: Finding, { owner, rules, locale }: Choice): boolean {
  return (
    (owner === undefined || finding.owner === owner) &&
    (rules === undefined || rules.includes(finding.rule)) &&
    (locale === undefined || finding.locale === locale)
  );
}

/**
 * Is this finding one of the causes? A cause is the name of a rule, or a severity, which stands for the worse
 * ones, too.
 *
 * @example isCause({ severity: 'error', … }, ['warning']) // true
 */
export function isCause({ rule, severity }: Finding, causes: readonly string[]): boolean {
  const severities: readonly string[] = SEVERITIES;
  return causes.some((cause) => cause === rule || severities.indexOf(severity) <= severities.indexOf(cause));
}

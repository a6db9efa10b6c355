import type { Finding } from '../finding.ts';
import { nearest } from '../nearest.ts';
import { RULE_NAMES } from '../rules/index.ts';
import { UNUSED_SILENCE } from '../rules/silences.ts';
import type { Check } from './check.ts';

/** Rules that are silenced, or set in site.yaml, and that the audit does not know. */
export const ruleNames: Check = ({ articles, site, severityLines }) => [
  ...Object.keys(site?.audit.severity ?? {}).flatMap((name): Finding[] =>
    RULE_NAMES.includes(name)
      ? []
      : [{ ...unknownRule(name), file: 'site.yaml', line: severityLines?.[name] ?? 1 }],
  ),
  ...articles.flatMap(({ id, locale, path, lines, frontmatter }) =>
    frontmatter.silence
      .filter(({ rule }) => !RULE_NAMES.includes(rule) || rule === UNUSED_SILENCE)
      .map(
        ({ rule }): Finding => ({
          ...(rule === UNUSED_SILENCE ? NEVER_SILENT : unknownRule(rule)),
          article: id,
          locale,
          file: path,
          line: lines.silence ?? 1,
        }),
      ),
  ),
];

const NEVER_SILENT = {
  rule: 'rule-name',
  severity: 'error',
  message: `\`${UNUSED_SILENCE}\` cannot be silenced.`,
  hint: 'Take out the silences that are not needed any more.',
} as const;

function unknownRule(name: string): Pick<Finding, 'rule' | 'severity' | 'message' | 'hint'> {
  const meant = nearest(name, RULE_NAMES);
  return {
    rule: 'rule-name',
    severity: 'error',
    message: `The audit has no rule \`${name}\`.`,
    hint: meant ? `Did you mean \`${meant}\`?` : `There are ${RULE_NAMES.join(', ')}.`,
  };
}

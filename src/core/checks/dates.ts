import type { Article } from '../article.ts';
import type { Finding } from '../finding.ts';
import type { Check } from './check.ts';

/** Dates that cannot be true together. */
export const dates: Check = ({ articles }, today) =>
  articles.flatMap((article) => {
    const { publishAt, expiresAt, reviewed } = article.frontmatter;
    const findings: Finding[] = [];
    if (publishAt && expiresAt && expiresAt <= publishAt) {
      findings.push(
        wrongDate(
          article,
          'expiresAt',
          `\`expiresAt\` (${expiresAt}) is not after \`publishAt\` (${publishAt}), so the article never appears.`,
          'Swap the two dates, or mend the wrong one.',
        ),
      );
    }
    if (reviewed && reviewed > today) {
      findings.push(
        wrongDate(
          article,
          'reviewed',
          `\`reviewed\` (${reviewed}) lies in the future.`,
          'Write the day on which somebody last confirmed the answer.',
        ),
      );
    }
    return findings;
  });

function wrongDate(article: Article, key: string, message: string, hint: string): Finding {
  return {
    rule: 'dates',
    severity: 'error',
    article: article.id,
    locale: article.locale,
    file: article.path,
    line: article.lines[key] ?? 1,
    message,
    hint,
  };
}

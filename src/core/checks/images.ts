import type { Article } from '../article.ts';
import type { Finding, Severity } from '../finding.ts';
import { resolveTarget } from '../link-target.ts';
import type { Check } from './check.ts';

/** Pictures that are not there, and pictures that say nothing to people who cannot see them. */
export const images: Check = ({ articles, files }) =>
  articles.flatMap((article) =>
    article.outline.images.flatMap(({ source, alternative, line }) => {
      const findings: Finding[] = [];
      const target = resolveTarget(source, article.path);
      if (target.kind === 'file' && !files.has(target.path)) {
        findings.push(
          about(
            article,
            line,
            'missing-image',
            'error',
            `There is no picture \`${source}\`.`,
            'Mend the path, or add the file.',
          ),
        );
      }
      if (alternative.trim() === '') {
        findings.push(
          about(
            article,
            line,
            'missing-alternative',
            'warning',
            `The picture \`${source}\` has no alternative text.`,
            'Say in the square brackets what it shows: ![The form with the button Send](form.png).',
          ),
        );
      }
      return findings;
    }),
  );

function about(
  article: Article,
  line: number,
  rule: string,
  severity: Severity,
  message: string,
  hint: string,
): Finding {
  return {
    rule,
    severity,
    article: article.id,
    locale: article.locale,
    file: article.path,
    line,
    message,
    hint,
  };
}

import type { Article } from '../article.ts';
import { byImpact, type Finding } from '../finding.ts';
import { oneLine } from '../quoting/safe-text.ts';

/** Longest title that both GitHub and GitLab take, in characters. */
const LONGEST_TITLE = 255;

/** All that is to be done on one article in one language, or else on one file. */
export interface Task {
  /** The same in every run, e.g. `en billing/refund`, or `- synonyms.yaml` for a file that is no article. */
  key: string;
  title: string;
  /** Path inside the content folder. */
  file: string;
  /** Empty where nobody owns it. */
  owner: string;
  /** What costs most readers first. */
  findings: readonly Finding[];
  /** Names of the rules that found them. */
  rules: readonly string[];
}

/**
 * Puts findings together to tasks, the one that costs most readers first. Hints alone make no task: they are told
 * beside the work that there is.
 */
export function tasksOf(findings: readonly Finding[], articles: readonly Article[]): Task[] {
  const byKey = new Map(articles.map((article) => [`${article.locale} ${article.id}`, article]));
  return [...Map.groupBy(findings.toSorted(byImpact), keyOf)]
    .filter(([, own]) => own.some(({ severity }) => severity !== 'hint'))
    .map(([key, own]): Task => {
      const article = byKey.get(key);
      const file = article?.path ?? own[0]?.file ?? '';
      const title = article ? `“${article.frontmatter.title}” (${article.locale})` : file;
      return {
        key,
        title: oneLine(`Mend ${title}`).slice(0, LONGEST_TITLE),
        file,
        owner: article?.frontmatter.owner ?? own.find((one) => one.owner)?.owner ?? '',
        findings: own,
        rules: [...new Set(own.map(({ rule }) => rule))].sort(),
      };
    });
}

function keyOf({ article, locale, file }: Finding): string {
  return article && locale ? `${locale} ${article}` : `- ${file}`;
}

import type { Article } from '../article.ts';
import type { Finding } from '../finding.ts';
import { about } from './rule.ts';

interface Silenced {
  /** What is left to say. */
  findings: Finding[];
  /** How many were left out because a writer said so. */
  silenced: number;
}

/**
 * Leaves out what writers have silenced in the frontmatter of their articles, and reports each silence that silences
 * nothing: the reason for it has gone, and it would hide what comes next.
 *
 * @param articles all of them: one that has expired may be silenced, too
 * @param published those that readers can see; of the others most rules say nothing anyway
 * @param hindered names of the rules that could not look at everything this time; a silence of theirs may be needed
 */
export function withoutSilenced(
  findings: readonly Finding[],
  articles: readonly Article[],
  published: readonly Article[],
  hindered: ReadonlySet<string>,
): Silenced {
  const silences = new Set(
    articles.flatMap(({ path, frontmatter }) => frontmatter.silence.map(({ rule }) => `${rule} ${path}`)),
  );
  const paths = new Map(articles.map(({ id, locale, path }) => [`${locale} ${id}`, path]));
  const own = new Set(paths.values());
  const used = new Set<string>();
  const left = findings.filter(({ rule, file, article, locale }) => {
    // What is found in another file, such as queries.yaml, may be about an article all the same.
    const path = own.has(file) ? file : paths.get(`${locale} ${article}`);
    const name = `${rule} ${path}`;
    if (!silences.has(name)) return true;
    used.add(name);
    return false;
  });
  const unused = published.flatMap((article) =>
    article.frontmatter.silence
      .filter(({ rule }) => !hindered.has(rule) && !used.has(`${rule} ${article.path}`))
      .map(
        ({ rule, reason }): Finding => ({
          ...about(article, 'silence'),
          rule: UNUSED_SILENCE,
          severity: 'hint',
          message: `It silences \`${rule}\` (${oneSentence(reason)}), which has nothing to say about it.`,
          hint: 'Take the entry out of `silence`: it would hide what comes next.',
          impact: 0,
        }),
      ),
  );
  return { findings: [...left, ...unused], silenced: findings.length - left.length };
}

/**
 * A rule is silenced for an article in its frontmatter, and has nothing to say about it. This rule cannot be silenced
 * itself.
 *
 * Why: the reason for the silence has gone, and it would hide what comes next.
 *
 * To mend: take the entry out of `silence`.
 *
 * @example
 * // silence: [{ rule: readability, reason: prescribed by law }], and the text reads well since it was shortened
 * 'It silences `readability` (prescribed by law), which has nothing to say about it.'
 */
export const UNUSED_SILENCE = 'unused-silence';

function oneSentence(reason: string): string {
  return reason.replace(/\.$/, '');
}

import { byPlace } from '../core/finding.ts';
import { UserError } from '../core/user-error.ts';
import { readContent } from './content-folder.ts';
import { answerWith } from './in-thread.ts';

await answerWith(async ({ dir }: { dir: string }) => {
  const { site, survey, categories, articles, findings } = await readContent(dir);
  const mistakes = findings
    .filter(({ file, severity }) => severity === 'error' && /^(site|survey)\.yaml$/.test(file))
    .sort(byPlace);
  if (mistakes.length > 0 || !site) {
    throw new UserError(
      mistakes.map(({ file, line, message }) => `${file}:${line}  ${message}`).join('\n'),
      [...new Set(mistakes.map(({ hint }) => hint))].join('\n'),
    );
  }
  return {
    site,
    survey,
    categories,
    articles: articles.map(({ id, locale, category, slug, revision, frontmatter }) => {
      return { id, locale, category, slug, revision, frontmatter };
    }),
  };
});

import type { Article } from '../article.ts';
import type { Finding } from '../finding.ts';
import type { Check } from './check.ts';

/** Articles that are missing in a language, and translations of nothing. */
export const translations: Check = ({ articles, site }) => {
  if (!site) return [];
  const locales = site.locales;
  const byId = Map.groupBy(articles, ({ id }) => id);
  const findings: Finding[] = [];
  for (const article of articles) {
    const about = { article: article.id, locale: article.locale, file: article.path, line: 1 };
    if (!locales.includes(article.locale)) {
      findings.push({
        ...about,
        rule: 'unknown-language',
        severity: 'error',
        message: `\`${article.locale}\` is not a language of the site.`,
        hint: 'Add it to `locales` in site.yaml, or move the article.',
      });
    }
    const { translates, draft } = article.frontmatter;
    const line = article.lines.translates ?? 1;
    if (translates && translates.id !== article.id) {
      findings.push({
        ...about,
        line,
        rule: 'translation-id',
        severity: 'error',
        message: `The article has the id \`${article.id}\`, but translates \`${translates.id}\`.`,
        hint: `A translation has the id of its source: write \`id: ${translates.id}\`.`,
      });
    } else if (translates && !sourceOf(article, byId.get(article.id) ?? [])) {
      findings.push({
        ...about,
        line,
        rule: 'missing-source',
        severity: 'error',
        message: `No article \`${translates.id}\` in another language is the source of this translation.`,
        hint: 'Mend the id, or take `translates` out.',
      });
    }
    if (!translates && !draft) {
      const present = new Set(byId.get(article.id)?.map(({ locale }) => locale));
      const first = byId.get(article.id)?.find((other) => !other.frontmatter.translates);
      const missing = locales.filter((locale) => !present.has(locale));
      if (missing.length > 0 && first === article) {
        findings.push({
          ...about,
          rule: 'missing-translation',
          severity: 'warning',
          message: `The article is missing in ${missing.join(', ')}.`,
          hint: `Translate it into an article with \`id: ${article.id}\`.`,
        });
      }
    }
  }
  return findings;
};

/** The article that a translation was made from: the one of the same id that is not a translation itself. */
export function sourceOf(translation: Article, sameId: readonly Article[]): Article | undefined {
  return sameId.find(({ locale, frontmatter }) => locale !== translation.locale && !frontmatter.translates);
}

import { nearest } from '../nearest.ts';
import type { Check } from './check.ts';

/** Golden queries whose article is not there. */
export const goldenQueries: Check = ({ queries, articles, queryLines }) => {
  const known = new Set(articles.map(({ id, locale }) => `${locale} ${id}`));
  return queries.flatMap(({ query, locale, article }, index) => {
    if (known.has(`${locale} ${article}`)) return [];
    const meant = nearest(
      article,
      articles.filter((one) => one.locale === locale).map(({ id }) => id),
    );
    return [
      {
        rule: 'golden-query',
        severity: 'error',
        article,
        locale,
        file: 'queries.yaml',
        line: queryLines[index] ?? 1,
        message: `The query "${query}" expects the article \`${article}\`, which is not there in ${locale}.`,
        hint: meant ? `Did you mean \`${meant}\`?` : 'Mend the id, or take the query out.',
      },
    ];
  });
};

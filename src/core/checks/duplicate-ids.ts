import type { Check } from './check.ts';

/** Two articles of one language under one id: votes and translations could not tell them apart. */
export const duplicateIds: Check = ({ articles }) => {
  const first = new Map<string, string>();
  return articles.flatMap((article) => {
    const key = `${article.locale} ${article.id}`;
    const earlier = first.get(key);
    if (earlier === undefined) {
      first.set(key, article.path);
      return [];
    }
    return [
      {
        rule: 'duplicate-id',
        severity: 'error',
        article: article.id,
        locale: article.locale,
        file: article.path,
        line: article.lines.id ?? 1,
        message: `The id \`${article.id}\` already belongs to ${earlier}.`,
        hint: 'Give this article an `id` of its own.',
      },
    ];
  });
};

import type { Frontmatter } from './article.ts';

/** Orders articles of a category, and categories of a language: by `order`, those without one last, then by title. */
export function byOrder(
  locale: string,
): (a: Pick<Frontmatter, 'order' | 'title'>, b: Pick<Frontmatter, 'order' | 'title'>) => number {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return (a, b) =>
    (a.order ?? Number.MAX_SAFE_INTEGER) - (b.order ?? Number.MAX_SAFE_INTEGER) || compare(a.title, b.title);
}

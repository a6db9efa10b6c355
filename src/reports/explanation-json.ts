import { addressOf } from '../core/article.ts';
import type { Explanation } from '../core/explanation.ts';

/** Everything that is known of some articles, for other programs. Instants are ISO 8601, shares are counts. */
export function explanationJson(known: readonly Explanation[]): string {
  return JSON.stringify({ version: 1, articles: known.map(inFull) }, null, 2);
}

function inFull({ article, translations, ...known }: Explanation) {
  const { id, locale, path, revision, frontmatter, outline } = article;
  return {
    id,
    locale,
    file: path,
    address: addressOf(article),
    revision,
    frontmatter,
    ...known,
    linksTo: [...new Set(outline.links.map(({ target }) => target))],
    translations: translations.map((one) => one.path),
  };
}

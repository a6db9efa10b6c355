import { addressOf } from '../core/article.ts';
import type { Explanation } from '../core/explanation.ts';
import { quietJson } from '../core/quoting/safe-text.ts';

/** Everything that is known of some articles, for other programs. Instants are ISO 8601, shares are counts. */
export function explanationJson(known: readonly Explanation[]): string {
  return quietJson({ version: 1, articles: known.map(inFull) });
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

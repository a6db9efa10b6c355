import { type Article, addressOf } from './article.ts';
import { resolveTarget } from './link-target.ts';

/**
 * Which articles link to each article, in the order in which they are given, each once. Links by path and by address
 * count, links by an earlier address too; links of an article to itself don't.
 *
 * @param from the articles whose links are followed
 * @param to the articles that they may lead to
 * @returns by the path of the article that is linked to
 */
export function incomingLinks(
  from: readonly Article[],
  to: readonly Article[],
): ReadonlyMap<string, readonly Article[]> {
  const byAddress = new Map<string, string>();
  for (const { path, frontmatter } of to) {
    for (const earlier of frontmatter.redirectFrom) byAddress.set(withSlash(earlier), path);
  }
  // What stands there now comes before what stood there once.
  for (const article of to) byAddress.set(addressOf(article), article.path);
  const paths = new Set(to.map(({ path }) => path));
  const incoming = new Map<string, Article[]>();
  for (const article of from) {
    const targets = new Set<string>();
    for (const { target: written } of article.outline.links) {
      const target = resolveTarget(written, article.path);
      if (target.kind === 'file' && paths.has(target.path)) targets.add(target.path);
      if (target.kind === 'address') targets.add(byAddress.get(withSlash(target.address)) ?? '');
    }
    targets.delete('');
    targets.delete(article.path);
    for (const path of targets) {
      const others = incoming.get(path);
      if (others) others.push(article);
      else incoming.set(path, [article]);
    }
  }
  return incoming;
}

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}

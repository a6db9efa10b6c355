import type { Article } from '../article.ts';
import { linkKey } from './link-record.ts';

/** Where an article names an address outside of the help centre: as a link, a picture, or under `dependsOn`. */
export interface LinkUse {
  kind: 'link' | 'image' | 'dependency';
  line: number;
}

/** Hosts that are kept free for examples (RFC 2606), and that writers use as such. */
const EXAMPLE = /^https?:\/\/(?:[^/?#]+\.)?example\.(?:com|net|org)(?:[:/?#]|$)/;

/**
 * The addresses of the web that an article names, each with every place where it does, in the order of the file. Those of
 * example.com and the like are examples, and left out.
 *
 * @returns places by the name under which the address is known, see {@link linkKey}
 * @example externalLinks(article) // Map { 'https://example.com/terms' => [{ kind: 'link', line: 12 }] }
 */
export function externalLinks({ frontmatter, lines, outline }: Article): Map<string, LinkUse[]> {
  const uses = new Map<string, LinkUse[]>();
  const add = (target: string, use: LinkUse) => {
    const address = target.startsWith('//') ? `https:${target}` : target;
    if (!/^(?:https?|file):/i.test(address)) return;
    const key = linkKey(address);
    if (EXAMPLE.test(key)) return;
    uses.set(key, [...(uses.get(key) ?? []), use]);
  };
  for (const dependency of frontmatter.dependsOn) {
    if ('url' in dependency) add(dependency.url, { kind: 'dependency', line: lines.dependsOn ?? 1 });
  }
  for (const { target, line } of outline.links) add(target, { kind: 'link', line });
  for (const { source, line } of outline.images) add(source, { kind: 'image', line });
  for (const places of uses.values()) places.sort((a, b) => a.line - b.line);
  return uses;
}

import { type Article, addressOf, isPublished } from '../article.ts';
import type { Finding } from '../finding.ts';
import { addressOfPath, isMarkdownPath, type LinkTarget, resolveTarget } from '../link-target.ts';
import { nearest } from '../nearest.ts';
import { siteAddresses } from '../site-addresses.ts';
import type { Check } from './check.ts';

/** Links that lead to an article, a heading or a file that is not there. */
export const links: Check = (content, today) => {
  const byPath = new Map(content.articles.map((article) => [article.path, article]));
  const byAddress = new Map(content.articles.map((article) => [addressOf(article), article]));
  const otherAddresses = new Set([
    ...siteAddresses(content),
    ...content.articles.flatMap(({ frontmatter }) => frontmatter.redirectFrom),
  ]);

  return content.articles.flatMap((article) =>
    article.outline.links.flatMap(({ target, line }) => {
      const problem = problemWith(resolveTarget(target, article.path), article, target);
      return problem ? [{ ...finding(article, line), ...problem }] : [];
    }),
  );

  function problemWith(target: LinkTarget, from: Article, written: string): Problem | undefined {
    if (target.kind === 'elsewhere') return undefined;
    if (target.kind === 'code') {
      return {
        message: `The link \`${written.slice(0, 40)}\` is code instead of an address, and is taken out.`,
        hint: 'Link to a page, or take the link out.',
      };
    }
    if (target.kind === 'file' && !isMarkdownPath(target.path)) return problemWithFile(target.path, written);
    const found = target.kind === 'file' ? byPath.get(target.path) : byAddress.get(withSlash(target.address));
    if (found) return problemWithArticle(found, target.anchor, from, written);
    const isThere =
      target.kind === 'file'
        ? content.files.has(target.path) || otherAddresses.has(addressOfPath(target.path))
        : otherAddresses.has(target.address) ||
          otherAddresses.has(withSlash(target.address)) ||
          isFile(target.address);
    if (isThere) return undefined;
    const candidates = target.kind === 'file' ? byPath.keys() : byAddress.keys();
    const meant = nearest(target.kind === 'file' ? target.path : withSlash(target.address), candidates);
    return {
      message: `The link to \`${written}\` leads to no article.`,
      hint: meant ? `Did you mean ${meant}?` : 'Mend the path, or take the link out.',
    };
  }

  function problemWithFile(path: string, written: string): Problem | undefined {
    if (content.files.has(path)) return undefined;
    const article = [`${path}.md`, `${path}.mdx`, `${path}/index.md`].find((file) => content.files.has(file));
    return {
      message: `The link to \`${written}\` leads to no file.`,
      hint: article
        ? `Write the file's ending too: ${article.split('/').at(-1)}.`
        : 'Mend the path, or take the link out.',
    };
  }

  function problemWithArticle(to: Article, anchor: string | undefined, from: Article, written: string) {
    if (isPublished(from.frontmatter, today) && !isPublished(to.frontmatter, today)) {
      return {
        severity: 'warning' as const,
        message: `The link to \`${written}\` leads to an article that is not published.`,
        hint: `Publish ${to.path}, or take the link out.`,
      };
    }
    if (anchor === undefined) return undefined;
    const anchors = [...to.outline.headings.map((heading) => heading.anchor), ...to.outline.anchors];
    if (anchors.includes(anchor)) return undefined;
    const meant = nearest(anchor, anchors);
    return {
      message: `The link to \`${written}\` leads to a heading that is not there.`,
      hint: meant
        ? `Did you mean #${meant}?`
        : `${to.path} has ${anchors.length > 0 ? `#${anchors.slice(0, 8).join(', #')}` : 'no headings'}.`,
    };
  }
};

type Problem = Pick<Finding, 'message' | 'hint'> & Partial<Pick<Finding, 'severity'>>;

/** A file in `public/` rather than a page; whether it is there, only the build can tell. */
function isFile(address: string): boolean {
  return /\.[a-z0-9]{1,5}$/i.test(address);
}

function withSlash(address: string): string {
  return address.endsWith('/') ? address : `${address}/`;
}

function finding(article: Article, line: number): Finding {
  return {
    rule: 'broken-link',
    severity: 'error',
    article: article.id,
    locale: article.locale,
    file: article.path,
    line,
    message: '',
    hint: '',
  };
}

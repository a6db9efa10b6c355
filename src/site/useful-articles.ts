import type { ArticleData } from './loader.ts';

/** Articles that are shown; more is no recommendation. */
const MOST = 6;

/** The articles that helped readers most, or where too few have voted, those that the writers recommend. */
export function usefulAmong(articles: readonly ArticleData[]): {
  articles: ArticleData[];
  /** Whether readers' votes chose any of them. */
  areVotedFor: boolean;
} {
  const useful = articles
    .filter(({ helpfulShare, frontmatter }) => helpfulShare !== undefined || frontmatter.featured)
    .sort(
      (a, b) =>
        (b.helpfulShare ?? 0) - (a.helpfulShare ?? 0) ||
        Number(b.frontmatter.featured) - Number(a.frontmatter.featured),
    )
    .slice(0, MOST);
  return { articles: useful, areVotedFor: useful.some(({ helpfulShare }) => helpfulShare !== undefined) };
}

import { type Article, type Frontmatter, frontmatterSchema } from '../../src/core/article.ts';
import {
  type AuditFeedback,
  NO_FEEDBACK,
  type RevisionFeedback,
} from '../../src/core/audit-feedback/audit-feedback.ts';

type Given = Partial<Omit<Article, 'frontmatter'>> & {
  frontmatter?: Partial<Frontmatter>;
};

/**
 * An article with as much said about it as a test cares for; the rest is plausible. Its frontmatter keys stand in
 * the file in the order in which they are given, after title, description and type on lines 2 to 4.
 *
 * @example anArticle({ id: 'billing/refund', locale: 'de', frontmatter: { reviewed: '2026-01-15' } })
 */
export function anArticle({ frontmatter = {}, ...given }: Given = {}): Article {
  const id = given.id ?? 'billing/refund';
  const [category = '', slug = ''] = id.split('/');
  const locale = given.locale ?? 'en';
  const written = { title: 'Get a refund', description: 'How and when.', type: 'how-to', ...frontmatter };
  const keys = Object.keys(written);
  return {
    id,
    locale,
    category,
    slug,
    path: `${locale}/${id}.md`,
    frontmatter: frontmatterSchema.parse(written),
    lines: Object.fromEntries(keys.map((key, index) => [key, index + 2])),
    bodyLine: keys.length + 3,
    outline: { headings: [], anchors: [], links: [], images: [], sections: [] },
    revision: 'aaaaaaaaaaaa',
    ...given,
  };
}

/** What readers said and did on the text of an article, or on another of its revisions. */
export function feedbackOn(
  { id, locale, revision }: Article,
  given: Partial<RevisionFeedback> = {},
): RevisionFeedback {
  return {
    article: id,
    locale,
    revision,
    helpful: 0,
    unhelpful: 0,
    reasons: {},
    views: 0,
    days: [],
    ...given,
  };
}

export function aSummary(...articles: RevisionFeedback[]): AuditFeedback {
  return { ...NO_FEEDBACK, articles };
}

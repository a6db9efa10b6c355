import type { AuditFeedback, ContactFeedback, SearchLead } from '../audit-feedback/audit-feedback.ts';
import type { Content } from '../content.ts';
import type { AsideSummary } from '../feedback.ts';
import type { History } from '../history.ts';
import { sumOfFeedback } from './feedback-sum.ts';

/**
 * Hands what readers said of an article under an id that it no longer has to its present id.
 *
 * An article without an `id` in its frontmatter is called after its folder and file, so that a move renames it. Git
 * tells where its file stood before; what readers said of the ids that these places gave it belongs to the article,
 * unless another article in its language has that id today. It is the same where a writer gave an article an `id`
 * later. Of several articles that had an id once, the one that had it last is meant.
 */
export function underPresentIds(
  feedback: AuditFeedback,
  content: Pick<Content, 'articles' | 'categories'>,
  history: History,
): AuditFeedback {
  const presentIds = presentIdsOf(content, history);
  const renamed = <Row extends Named>(row: Row): Row => {
    const article = presentIds.get(nameOf(row));
    return article === undefined ? row : { ...row, article };
  };
  const isFormer = (row: Named) => presentIds.has(nameOf(row));
  const { articles, contacts, comments, leads, aside } = feedback;
  const isFormerAside = ({ article, locale }: AsideSummary) =>
    article !== undefined && isFormer({ article, locale });
  if (
    ![articles, contacts, comments, leads].some((rows) => rows.some(isFormer)) &&
    !aside.some(isFormerAside)
  ) {
    return feedback;
  }
  return {
    ...feedback,
    articles: joined(
      articles.map(renamed),
      (row) => `${nameOf(row)} ${row.revision}`,
      (row, rows) => sumOfFeedback(row, rows),
    ),
    contacts: joined(contacts.map(renamed), nameOf, sumOfContacts),
    comments: comments.map(renamed),
    leads: joined(
      leads.map(renamed),
      (row) => `${nameOf(row)} ${row.query}`,
      (row, rows): SearchLead => ({ ...row, opens: sum(rows, ({ opens }) => opens) }),
    ),
    aside: joined(
      aside.map((row): AsideSummary => {
        const { article, locale } = row;
        return article === undefined ? row : { ...row, article: renamed({ article, locale }).article };
      }),
      ({ kind, article, locale, reason }) => `${kind} ${article ?? ''} ${locale} ${reason}`,
      (row, rows): AsideSummary => ({ ...row, count: sum(rows, ({ count }) => count) }),
    ),
  };
}

interface Named {
  article: string;
  locale: string;
}

function nameOf({ article, locale }: Named): string {
  return `${article} ${locale}`;
}

/** The present id for each id and language that an article had and none has today. */
function presentIdsOf(
  { articles, categories }: Pick<Content, 'articles' | 'categories'>,
  { commits }: History,
): Map<string, string> {
  const taken = new Set(articles.map(({ id, locale }) => nameOf({ article: id, locale })));
  const categoryIds = new Map(categories.map(({ locale, folder, id }) => [`${locale}/${folder}`, id]));
  const found = new Map<string, { id: string; last: string }>();
  for (const { id, path } of articles) {
    const places = [{ path, day: '9999' }, ...(commits.get(path) ?? [])];
    for (const { path: place, day } of places) {
      for (const name of place ? namesAt(place, categoryIds) : []) {
        if (taken.has(name) || (found.get(name)?.last ?? '') >= day) continue;
        found.set(name, { id, last: day });
      }
    }
  }
  return new Map([...found].map(([name, { id }]) => [name, id]));
}

/** What an article in a place is called in its language: after its category, or after the category's folder. */
function namesAt(place: string, categoryIds: ReadonlyMap<string, string>): string[] {
  const [locale = '', folder = '', file = ''] = place.split('/');
  const slug = file.replace(/\.mdx?$/, '');
  const category = categoryIds.get(`${locale}/${folder}`) ?? folder;
  return [...new Set([category, folder])].map((one) => nameOf({ article: `${one}/${slug}`, locale }));
}

function sumOfContacts(first: ContactFeedback, rows: readonly ContactFeedback[]): ContactFeedback {
  const counted = rows.some(({ views }) => views !== undefined);
  return {
    ...first,
    contacts: sum(rows, ({ contacts }) => contacts),
    solved: sum(rows, ({ solved }) => solved),
    ...(counted && { views: sum(rows, ({ views }) => views ?? 0) }),
  };
}

/** Joins the rows that have a key in common into one, which stands where the first of them stood. */
function joined<Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  join: (first: Row, rows: readonly Row[]) => Row,
): Row[] {
  return [...Map.groupBy(rows, keyOf).values()].flatMap((same) =>
    same.slice(0, 1).map((first) => (same.length > 1 ? join(first, same) : first)),
  );
}

function sum<Row>(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((all, row) => all + of(row), 0);
}

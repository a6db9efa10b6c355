/** When the first submission came in, in milliseconds since 1970, and over how long they are spread: two years. */
export const FIRST = 1_709_287_200_000;
export const SPAN = 63_072_000_000;

/** Numbers 1 to COUNT and, for each, one of 2^31 - 1 in an order that looks random, as ids are. */
function numbers(count: number): string {
  return `WITH RECURSIVE numbers (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM numbers WHERE i < ${count}),
    mixed AS (SELECT i, CAST(i AS bigint) * 48271 % 2147483647 AS r FROM numbers)`;
}

const id = (r: string) => `'10000000-0000-4000-8000-' || substr(CAST(1000000000000 + ${r} AS text), 2)`;
const ARTICLE = `'category/article-' || (r % 5000)`;
const LOCALE = `CASE WHEN r % 5000 % 3 = 0 THEN 'en' ELSE 'de' END`;

/**
 * SQL that fills a store with so many votes on 5,000 articles of four revisions each, with a reason for every tenth and
 * a comment for every twentieth; as many views; a search for every fifth vote, and a result that was taken for every
 * tenth. For SQLite and PostgreSQL alike.
 */
export function manySubmissions(votes: number): string[] {
  const at = (count: number) => `${FIRST} + CAST(i AS bigint) * ${Math.floor(SPAN / count)}`;
  const revision = `'0123456789a' || (i * 4 / ${votes + 1})`;
  const [searches, opens] = [Math.round(votes / 5), Math.round(votes / 10)];
  return [
    `${numbers(votes)}
    INSERT INTO votes (id, received, changed, article, locale, revision, helpful, reason, comment)
    SELECT ${id('r')}, ${at(votes)}, ${at(votes)}, ${ARTICLE}, ${LOCALE}, ${revision},
      CASE WHEN r % 10 < 7 THEN 1 ELSE 0 END, CASE WHEN r % 10 >= 7 AND r % 9 < 3 THEN 'outdated' END,
      CASE WHEN r % 20 = 9 THEN 'The button has another name by now: ' || r END FROM mixed`,
    `${numbers(votes)} INSERT INTO signals (id, received, kind, locale, article, revision)
    SELECT ${id('r')}, ${at(votes)}, 'view', ${LOCALE}, ${ARTICLE}, ${revision} FROM mixed`,
    `${numbers(searches)} INSERT INTO signals (id, received, kind, locale, query, phrase, results)
    SELECT ${id('r + 10000000000')}, ${at(searches)}, 'search', ${LOCALE}, 'words ' || (r % 20000),
      'words ' || (r % 20000), r % 5 FROM mixed`,
    `${numbers(opens)} INSERT INTO signals (id, received, kind, locale, search, article, position)
    SELECT ${id('r + 20000000000')}, ${at(opens)}, 'open', ${LOCALE}, ${id('r + 10000000000')}, ${ARTICLE}, 1
    FROM mixed`,
  ];
}

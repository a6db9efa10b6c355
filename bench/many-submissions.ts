import type { Question, Survey } from '../src/core/survey/survey.ts';
import { wordingOf } from '../src/core/survey/survey-wording.ts';

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
 * SQL that fills a store with so many votes on 5,000 articles of four revisions each, half of them from readers who
 * say how well they know the subject, with a reason for every tenth and a comment for every twentieth; as many views; a search for every fifth vote, and a result that was taken for every
 * tenth. For SQLite and PostgreSQL alike.
 *
 * @param article an expression of SQL, in which `r` looks random
 */
export function manySubmissions(votes: number, article = ARTICLE): string[] {
  const at = (count: number) => `${FIRST} + CAST(i AS bigint) * ${Math.floor(SPAN / count)}`;
  const revision = `'0123456789a' || (i * 4 / ${votes + 1})`;
  const [searches, opens] = [Math.round(votes / 5), Math.round(votes / 10)];
  return [
    `${numbers(votes)}
    INSERT INTO votes (id, received, changed, article, locale, revision, helpful, level, reason, comment)
    SELECT ${id('r')}, ${at(votes)}, ${at(votes)}, ${article}, ${LOCALE}, ${revision},
      CASE WHEN r % 10 < 7 THEN 1 ELSE 0 END,
      CASE r % 4 WHEN 0 THEN 'beginner' WHEN 1 THEN 'expert' END, CASE WHEN r % 10 >= 7 AND r % 9 < 3 THEN 'outdated' END,
      CASE WHEN r % 20 = 9 THEN 'The button has another name by now: ' || r END FROM mixed`,
    `${numbers(votes)} INSERT INTO signals (id, received, kind, locale, article, revision)
    SELECT ${id('r')}, ${at(votes)}, 'view', ${LOCALE}, ${article}, ${revision} FROM mixed`,
    `${numbers(searches)} INSERT INTO signals (id, received, kind, locale, query, phrase, results)
    SELECT ${id('r + 10000000000')}, ${at(searches)}, 'search', ${LOCALE}, 'words ' || (r % 20000),
      'words ' || (r % 20000), r % 5 FROM mixed`,
    `${numbers(opens)} INSERT INTO signals (id, received, kind, locale, search, article, position)
    SELECT ${id('r + 20000000000')}, ${at(opens)}, 'open', ${LOCALE}, ${id('r + 10000000000')}, ${article}, 1
    FROM mixed`,
  ];
}

/** Where sheets come from, besides those that do not say. */
const SOURCES = ['newsletter', 'receipt', 'chat', 'app', 'partner', 'fair', 'phone', 'post'];

/** Of ten answers to a level so many are good, from the ground up. */
const GOOD = { accuracy: 9, availability: 8, partnership: 6, expertise: 5 };

/**
 * SQL that adds so many sheets, each with an answer to every question in the wording that it has, from readers of the
 * articles that `article` names: an expression of SQL in which `r` looks random. Two in three are in English. For SQLite
 * and PostgreSQL alike.
 */
export function manySheets(
  sheets: number,
  { questions }: Pick<Survey, 'questions'>,
  article = ARTICLE,
): string {
  const locale = `CASE WHEN r % 3 = 0 THEN 'de' ELSE 'en' END`;
  const level = `CASE r % 4 WHEN 0 THEN 'beginner' WHEN 1 THEN 'experienced' WHEN 2 THEN 'expert' END`;
  const source = SOURCES.map((name, number) => `WHEN ${number} THEN '${name}'`).join(' ');
  const wordings = (language: string) =>
    JSON.stringify(
      Object.fromEntries(questions.map((question) => [question.id, wordingOf(question, language)])),
    );
  const answers = questions
    .map((question, index) => `'"${question.id}":' || ${answerTo(question, 101 + 2 * index)}`)
    .join(` || ',' || `);
  return `${numbers(sheets)}
    INSERT INTO answers (id, received, locale, source, article, level, answers, wordings)
    SELECT ${id('r + 30000000000')}, ${FIRST} + CAST(i AS bigint) * ${Math.floor(SPAN / sheets)}, ${locale},
      CASE r % ${2 * SOURCES.length} ${source} END, ${article}, ${level}, '{' || ${answers} || '}',
      CASE WHEN r % 3 = 0 THEN '${wordings('de')}' ELSE '${wordings('en')}' END FROM mixed`;
}

/** An answer as JSON; another divisor gives another answer. */
function answerTo(question: Question, divisor: number): string {
  const random = `(r / ${divisor})`;
  const good = question.level ? GOOD[question.level] : 8;
  if (question.kind === 'nps') return `(${random} % 8 + ${random} % 4)`;
  if (question.kind === 'scale' || question.kind === 'csat') {
    return `(CASE WHEN ${random} % 10 < ${good} THEN 4 + ${random} % 2 ELSE 1 + ${random} % 3 END)`;
  }
  if ('options' in question) {
    const options = question.options.map(({ id }, number) => `WHEN ${number} THEN '${id}'`).join(' ');
    const one = `'"' || (CASE ${random} % ${question.options.length} ${options} END) || '"'`;
    return question.kind === 'one-of' ? one : `'[' || ${one} || ']'`;
  }
  return `(CASE WHEN ${random} % 5 = 0 THEN '"Please show the button of step ' || r % 1000 || ' in a picture."' ELSE '""' END)`;
}

import type { Article } from '../article.ts';
import type { AnsweredSearch } from './answered-searches.ts';
import { Askings } from './askings.ts';
import { type Evidence, evidenceOf, isEnough } from './evidence.ts';
import type { KnownWords } from './known-words.ts';
import { type FormOf, meaningOf, mostUsed, wordsOf } from './phrasing.ts';

/** Most questions that one article is offered at a time. */
const MOST_QUESTIONS = 5;
/** Longer ones are stories rather than questions. In characters. */
const LONGEST_QUESTION = 120;

/** A line for the `questions` of an article. */
export interface NewQuestion {
  kind: 'question';
  article: Article;
  question: string;
  evidence: Evidence;
}

/**
 * Finds how readers of one language asked for articles that then helped them, where the article does not say so yet.
 * Phrasings that mean the same count together, and the spelling that most used is offered.
 *
 * @param searches of the language
 * @param articles of the language
 */
export function newQuestions(
  searches: readonly AnsweredSearch[],
  articles: readonly Article[],
  known: KnownWords,
  formOf: FormOf,
  fewestReaders: number,
): NewQuestion[] {
  const asked = searches.filter(({ query, locale }) => {
    const last = wordsOf(query, locale).at(-1);
    return last !== undefined && query.length <= LONGEST_QUESTION && !known.isBeginning(last);
  });
  const byMeaning = Map.groupBy(asked, ({ query, locale }) => meaningOf(query, locale, formOf));
  const byArticle = new Map(articles.map((article) => [article.id, article]));
  // What another article says is best answered there.
  const said = new Set(articles.flatMap((article) => meaningsSaid(article, formOf)));
  const found = [...byMeaning].flatMap(([meaning, same]): NewQuestion[] => {
    const best = bestAnswer(same, fewestReaders);
    const article = byArticle.get(best?.[0]?.article ?? '');
    if (!best || !article || said.has(meaning)) return [];
    const evidence = evidenceOf(best);
    const question = mostUsed(best.filter(({ helpful }) => helpful).map(({ query }) => query));
    // A single word that already leads there teaches nothing.
    if (evidence.place === 1 && wordsOf(question, article.locale).length < 2) return [];
    return [{ kind: 'question', article, question, evidence }];
  });
  const askings = new Askings([...titles(articles, formOf), ...foundBy(byMeaning)]);
  const clear = found.filter(
    ({ question, article }) =>
      !askings.leadElsewhere({
        article: article.id,
        meaning: meaningOf(question, article.locale, formOf),
      }),
  );
  return [...Map.groupBy(clear, ({ article }) => article.id).values()].flatMap((ofArticle) =>
    mostTelling(ofArticle, formOf).slice(0, MOST_QUESTIONS),
  );
}

function titles(articles: readonly Article[], formOf: FormOf) {
  return articles.map(({ id, locale, frontmatter }) => ({
    article: id,
    meaning: meaningOf(frontmatter.title, locale, formOf),
  }));
}

/** Each meaning with each article that helped somebody who asked so, be it one reader. */
function foundBy(byMeaning: ReadonlyMap<string, readonly AnsweredSearch[]>) {
  return [...byMeaning].flatMap(([meaning, same]) => {
    const helped = same.filter(({ helpful }) => helpful);
    return [...new Set(helped.map(({ article }) => article))].map((article) => ({ article, meaning }));
  });
}

/**
 * Those of most readers first; of equally many, those whose words the other questions for the article share, because
 * more customers to come will use them too.
 */
function mostTelling(questions: readonly NewQuestion[], formOf: FormOf): NewQuestion[] {
  const formsOf = ({ question, article: { locale } }: NewQuestion) =>
    new Set(wordsOf(question, locale).flatMap((word) => formOf(word, locale) ?? []));
  const allForms = questions.flatMap((question) => [...formsOf(question)]);
  const uses = Map.groupBy(allForms, (form) => form);
  const shared = new Map(
    questions.map((question) => {
      const counts = [...formsOf(question)].map((form) => uses.get(form)?.length ?? 0);
      return [question, counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length)];
    }),
  );
  return questions.toSorted(
    (a, b) =>
      b.evidence.readers - a.evidence.readers ||
      (shared.get(b) ?? 0) - (shared.get(a) ?? 0) ||
      (a.question < b.question ? -1 : 1),
  );
}

/** The searches that led to the article that helped most readers; none if two articles helped equally many. */
function bestAnswer(searches: AnsweredSearch[], fewestReaders: number): AnsweredSearch[] | undefined {
  const answers = [...Map.groupBy(searches, ({ article }) => article).values()]
    .filter((led) => isEnough(led, fewestReaders))
    .sort((a, b) => evidenceOf(b).readers - evidenceOf(a).readers);
  const [first, second] = answers;
  const isTie = first && second && evidenceOf(first).readers === evidenceOf(second).readers;
  return isTie ? undefined : first;
}

function meaningsSaid({ frontmatter, locale }: Article, formOf: FormOf): string[] {
  return [frontmatter.title, ...frontmatter.questions].map((said) => meaningOf(said, locale, formOf));
}

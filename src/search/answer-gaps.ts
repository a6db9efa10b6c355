import type { Article } from '../core/article.ts';
import type { SearchLead } from '../core/audit-feedback/audit-feedback.ts';
import { isFiller } from '../core/learning/fillers.ts';
import { formsBy, wordsOf } from '../core/learning/phrasing.ts';
import type { AnsweredGap, Fit, SearchGap } from '../core/search-gaps/search-gap.ts';
import type { SearchAnswer } from './answer.ts';
import { cutQuery } from './cut-query.ts';
import type { Language } from './language.ts';
import type { SearchIndex } from './open-index.ts';
import { search } from './search.ts';

/** Gaps beyond these cost few readers. */
const MOST_GAPS = 300;
/** Phrasings of a gap that search is asked for. */
const ASKED = 3;
/** Results that are looked through for an article that readers took. */
const LOOKED_AT = 10;
/** So many readers must have taken an article from the results for it to count as what they looked for. */
const FEWEST_LEADS = 2;
/**
 * An article answers a query for certain if its score reaches this share of the rarity of the query's words.
 * `bench/search-gaps.ts`: of Kundig's own articles, with `questions` taken out, 58 % reach it for their golden queries;
 * of those that are taken out altogether, 17 % have a neighbour that does.
 */
const SURE_SCORE = 0.8;
/** Shorter words are abbreviations of anything. In letters. */
const SHORTEST_WORD = 3;

interface Given {
  /** Opened for the languages of the gaps; those of other languages are left out. */
  indexes: ReadonlyMap<string, SearchIndex>;
  /** Those that readers can see today. */
  articles: readonly Article[];
  leads: readonly SearchLead[];
}

/**
 * Asks the search of the site for each gap, to tell an article that is not found from one that is not there.
 *
 * An article fits if readers took it from the results after all, or if it holds most of what a query asks for and
 * the site knows every word of it. It also fits if its title and the query differ in one word only, which no article knows: that word
 * is then likely to be a synonym.
 *
 * @param gaps those with the most failed searches first
 */
export async function answerGaps(
  gaps: readonly SearchGap[],
  { indexes, articles, leads }: Given,
): Promise<AnsweredGap[]> {
  const byId = new Map(articles.map((article) => [`${article.locale} ${article.id}`, article]));
  const byQuery = Map.groupBy(leads, ({ locale, query }) => `${locale} ${query}`);
  const answered: AnsweredGap[] = [];
  for (const gap of gaps.slice(0, MOST_GAPS)) {
    const index = indexes.get(gap.locale);
    if (!index) continue;
    const answers: SearchAnswer[] = [];
    for (const { query } of gap.phrasings.slice(0, ASKED)) {
      answers.push(await search(index, cutQuery(query), { limit: LOOKED_AT }));
    }
    const articleOf = (id: string | undefined) => byId.get(`${gap.locale} ${id}`);
    const taken = gap.phrasings.flatMap(({ query }) => byQuery.get(`${gap.locale} ${query}`) ?? []);
    const fit = fitOf(answers, articleOf(mostTaken(taken)), articleOf, index.language, gap.locale);
    const nearest = answers.flatMap(({ results }) => results)[0]?.article;
    answered.push({ ...gap, ...(fit && { fit }), ...(nearest && { nearest }) });
  }
  return answered;
}

function scoreOf({ evidence }: SearchAnswer): number {
  return evidence?.score ?? 0;
}

type ArticleOf = (id: string | undefined) => Article | undefined;

function fitOf(
  answers: readonly SearchAnswer[],
  taken: Article | undefined,
  articleOf: ArticleOf,
  language: Language,
  locale: string,
): Fit | undefined {
  const [surest] = answers
    .filter((answer) => scoreOf(answer) >= SURE_SCORE && strangeWords(answer, locale).length === 0)
    .sort((a, b) => scoreOf(b) - scoreOf(a));
  const article = taken ?? articleOf(surest?.results[0]?.article);
  const words = answers
    .map((answer) => exchangedWords(answer, article ?? articleOf(answer.results[0]?.article), language))
    .find((found) => found !== undefined);
  const id = article?.id ?? words?.article;
  if (!id) return undefined;
  const at = answers[0]?.results.findIndex((result) => result.article === id) ?? -1;
  return {
    article: id,
    ...(at >= 0 && { place: at + 1 }),
    ...(words && { words: { asked: words.asked, known: words.known } }),
  };
}

/** The article that most of these searches led to, if it is the one of more than half of them. */
function mostTaken(leads: readonly SearchLead[]): string | undefined {
  const opens = new Map<string, number>();
  for (const { article, opens: count } of leads) opens.set(article, (opens.get(article) ?? 0) + count);
  const all = [...opens.values()].reduce((sum, count) => sum + count, 0);
  return [...opens].find(([, count]) => count >= FEWEST_LEADS && count > all / 2)?.[0];
}

/**
 * The one word of a query that no article knows, and the one of an article's title that the query does not say, if
 * they say the same apart from these. Anything more, and nobody can tell which word stands for which.
 */
function exchangedWords(
  answer: SearchAnswer,
  article: Article | undefined,
  { stemOf }: Language,
): { article: string; asked: string; known: string } | undefined {
  if (!article) return undefined;
  const { locale, frontmatter } = article;
  const formOf = formsBy(stemOf);
  const byForm = (text: string) =>
    new Map(
      wordsOf(text, locale).flatMap((word): [string, string][] => {
        const form = formOf(word, locale);
        return form ? [[form, word]] : [];
      }),
    );
  const said = byForm(answer.query);
  const title = byForm(frontmatter.title);
  const [asked, ...more] = [...said].filter(([form]) => !title.has(form)).map(([, word]) => word);
  const [known, ...others] = [...title].filter(([form]) => !said.has(form)).map(([, word]) => word);
  if (!asked || !known || more.length > 0 || others.length > 0) return undefined;
  if (!isWord(asked) || !isWord(known)) return undefined;
  const isStrange = strangeWords(answer, locale).includes(asked.toLowerCase());
  return isStrange ? { article: article.id, asked, known } : undefined;
}

/** The words of a query that say what it is about and that no article knows, in small letters. */
function strangeWords({ words }: SearchAnswer, locale: string): string[] {
  return words
    .filter(({ how, asked }) => how === 'unknown' && !isFiller(asked, locale))
    .map(({ asked }) => asked.toLowerCase());
}

function isWord(word: string): boolean {
  return word.length >= SHORTEST_WORD && !/\d/.test(word);
}

import type { Article } from '../article.ts';
import type { Finding } from '../finding.ts';
import { meaningOf } from '../learning/phrasing.ts';
import { draftFor } from '../search-gaps/draft.ts';
import { failuresOf } from '../search-gaps/find-gaps.ts';
import type { AnsweredGap, Fit } from '../search-gaps/search-gap.ts';
import { synonymLine } from '../search-gaps/synonym-line.ts';
import { yamlText } from '../search-gaps/yaml-text.ts';
import { about, type Rule, type RuleContext } from './rule.ts';
import { figureOf, percent } from './share-in-words.ts';

/** Phrasings that the message names. */
const NAMED = 3;

/**
 * Readers search for something and most of them find nothing, or nothing that they open. Searches that ask for the
 * same in other words are counted together.
 *
 * Why: every one of these searches is a customer who came for help and got none. Either the answer is there in
 * other words than theirs, or nobody has written it yet.
 *
 * To mend: where an article answers it, the finding proposes a line for synonyms.yaml or for the article's `questions`,
 * ready to be copied. Where none does, it proposes the beginning of a new article. Read the proposal before you take
 * it: search knows words, not what they mean.
 *
 * A gap needs five searches; `limits.gapSearches` in site.yaml asks for more. Searches that may tell who asked are
 * never shown.
 *
 * @example
 * // 40 searches, of which 30 found nothing and after 6 no result was opened
 * '40 searches for “cancel my membership”, also “membership cancellation”: 30 found nothing, after 6 no result was ' +
 *   'opened. That is 90 % without an answer (probably 77 to 96 %).'
 */
export const searchGap: Rule = {
  name: 'search-gap',
  summary: 'Readers search for something and find no answer.',
  rests: 'facts',
  needs: ['votes'],
  find: (context) => {
    const byId = new Map(context.articles.map((article) => [`${article.locale} ${article.id}`, article]));
    return (context.searchGaps ?? []).map((gap): Finding => {
      const failures = Math.min(gap.searches, failuresOf(gap));
      const figure = figureOf(failures, gap.searches);
      const article = gap.fit && byId.get(`${gap.locale} ${gap.fit.article}`);
      return {
        ...(article && gap.fit
          ? { ...about(article, 'questions'), ...remedy(gap, gap.fit, article, context) }
          : missing(gap, gap.nearest ? byId.get(`${gap.locale} ${gap.nearest}`) : undefined, context)),
        rule: searchGap.name,
        severity: 'warning',
        message: messageOf(gap, figure),
        impact: failures,
        figure,
      };
    });
  },
};

function messageOf(
  { phrasings, searches, withoutResult, ignored }: AnsweredGap,
  { value, low, high }: NonNullable<Finding['figure']>,
): string {
  const [first, ...others] = phrasings.slice(0, NAMED).map(({ query }) => `“${query}”`);
  const also = others.length > 0 ? `, also ${others.join(', ')}` : '';
  const parts = [
    ...(withoutResult > 0 ? [`${withoutResult} found nothing`] : []),
    ...(ignored > 0 ? [`after ${ignored} no result was opened`] : []),
  ].join(', ');
  return (
    `${searches} searches for ${first}${also}: ${parts}. That is ${percent(value)} % without an ` +
    `answer (probably ${percent(low)} to ${percent(high)} %).`
  );
}

/** What to do where an article seems to answer it. */
function remedy(
  { locale, phrasings }: AnsweredGap,
  { place, words }: Fit,
  { path, frontmatter }: Article,
  { content }: Pick<RuleContext, 'content'>,
): Pick<Finding, 'hint' | 'proposal'> {
  const title = `“${frontmatter.title}”`;
  if (words) {
    const { text, isLonger } = synonymLine(content.synonyms, locale, words);
    return {
      hint:
        `If ${title} answers them, ${isLonger ? 'lengthen the line' : 'add the line'} in synonyms.yaml, so that ` +
        `“${words.asked}” finds what “${words.known}” finds; if not, the article is missing.`,
      proposal: { file: 'synonyms.yaml', text },
    };
  }
  const said = new Set(
    [frontmatter.title, ...frontmatter.questions].map((text) => plainMeaning(text, locale)),
  );
  const unsaid = phrasings.filter(({ query }) => !said.has(plainMeaning(query, locale)));
  if (unsaid.length === 0) {
    return {
      hint: `${title} says so already${place ? ` and comes up at place ${place}` : ''}: let its description promise the answer, and look whether it holds it.`,
    };
  }
  const stands = place === 1 ? 'comes up first, but readers do not open it' : 'seems to hold the answer';
  return {
    hint: `${title} ${stands}. If it answers them, add these \`questions\` to its frontmatter; if not, the article is missing.`,
    proposal: {
      file: path,
      text: `questions:\n${unsaid.map(({ query }) => `  - ${yamlText(query)}\n`).join('')}`,
    },
  };
}

/** What to do where no article answers it: one finding for the category in which it should stand. */
function missing(
  gap: AnsweredGap,
  nearest: Article | undefined,
  { content }: Pick<RuleContext, 'content'>,
): Pick<Finding, 'locale' | 'file' | 'line' | 'hint' | 'proposal'> {
  const own = content.categories
    .filter(({ locale }) => locale === gap.locale)
    .sort((a, b) => (a.order ?? 1e9) - (b.order ?? 1e9) || (a.folder < b.folder ? -1 : 1));
  const category = own.find(({ folder }) => folder === nearest?.category) ?? own[0];
  const folder = category?.folder ?? nearest?.category ?? 'general';
  const draft = draftFor(gap, folder, content.files);
  const instead = nearest
    ? ` Nearest is “${nearest.frontmatter.title}” (${nearest.path}): if that answers them, add their words to its \`questions\` instead.`
    : '';
  return {
    locale: gap.locale,
    file: category ? `${gap.locale}/${category.folder}/index.md` : 'site.yaml',
    line: 1,
    hint: `No article clearly answers it: write one, beginning with ${draft.file}.${instead}`,
    proposal: draft,
  };
}

function plainMeaning(text: string, locale: string): string {
  return meaningOf(text, locale, (word) => word.toLowerCase());
}

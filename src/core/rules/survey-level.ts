import type { Article } from '../article.ts';
import type { ExpectationLevel } from '../expectation-level.ts';
import { EXPECTATION_WORK } from '../expectation-work.ts';
import { LevelTally } from '../figures/level-figures.ts';
import { SheetReader } from '../survey/sheet-reader.ts';
import type { Rule, RuleContext } from './rule.ts';
import { percent } from './share-in-words.ts';

/**
 * The survey says which of the four levels of expectation is the first that the company does not meet: too few readers
 * gave good answers to its questions.
 *
 * Why: the levels rest on each other. Readers who cannot rely on what they read care little for expert advice, so work on
 * a higher level is lost while a lower one is broken.
 *
 * To mend: do the kind of work that the level calls for. Accuracy: mend what is out of date. Availability: close the gaps
 * of the search, and give ways to a person. Partnership: answer the reasons that readers give, and let them reach you
 * easily. Expertise: write the how-tos and the articles for experienced readers that are missing.
 *
 * The share of good answers that a level needs is `limits.levelShare` in site.yaml. As long as the answers leave it open
 * whether a level holds, nothing is said.
 *
 * @example
 * // 100 readers answered; accuracy holds, and 41 gave good answers to the questions on availability
 * 'The first level that is broken is availability: 41 % good answers from 100 readers (probably 33 to 49 %), where 70 % are wanted.'
 */
export const surveyLevel: Rule = {
  name: 'survey-level',
  summary: 'The survey shows a level of expectation that the company does not meet.',
  rests: 'votes',
  needs: ['votes'],
  find: (context) => {
    const broken = levels(context)?.find(({ verdict }) => verdict === 'first-broken');
    if (!broken?.share) return [];
    const { level, share } = broken;
    const { missed, hint, rules } = EXPECTATION_WORK[level];
    return [
      {
        rule: surveyLevel.name,
        severity: 'warning',
        file: 'survey.yaml',
        line: 1,
        message:
          `The first level that is broken is ${level}: ${percent(share.share)} % good answers from ${share.readers} readers ` +
          `(probably ${percent(share.low)} to ${percent(share.high)} %), where ` +
          `${percent(context.site.limits.levelShare)} % are wanted. Readers miss ${missed}.`,
        hint: `${hint}. \`npm run audit -- --rule ${rules.join(',')}\` lists it.${furtherWork(level, context)}`,
        // Those who said so themselves.
        impact: share.readers * (1 - share.share),
        figure: { value: share.share, low: share.low, high: share.high, of: share.readers },
      },
    ];
  },
};

function levels({ content: { survey }, feedback: { sheets }, site }: RuleContext) {
  if (!survey) return undefined;
  const tally = new LevelTally(survey.questions);
  const reader = new SheetReader(survey, site.locales);
  for (const sheet of sheets) tally.add([...reader.read(sheet)]);
  return tally.figures(site.limits.levelShare).levels;
}

/** What the content folder itself says about the work on a level. */
function furtherWork(level: ExpectationLevel, { articles, site }: RuleContext): string {
  if (level === 'availability' && site.contact.length === 0) {
    return ' site.yaml names no way to a person: give one under `contact`.';
  }
  if (level !== 'expertise') return '';
  const howTos = articles.filter(({ frontmatter }) => frontmatter.type === 'how-to').length;
  const advanced = articles.filter(isAdvanced).length;
  return ` Among ${articles.length} articles, how-tos: ${howTos}, for experienced readers or experts: ${advanced}.`;
}

function isAdvanced({ frontmatter: { level } }: Article): boolean {
  return level === 'experienced' || level === 'expert';
}

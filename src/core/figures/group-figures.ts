import { compareText } from '../text-order.ts';
import type { ScoreChange, ScoreFigure } from './score-figure.ts';
import { changeOf, type Share, type ShareChange } from './share.ts';
import type { SheetDivision } from './sheet-groups.ts';
import type { SurveyFigures } from './survey-figures.ts';
import type { SurveyResults } from './survey-results.ts';
import type { VoteGroups } from './vote-groups.ts';

/**
 * By what readers are told apart: a category and an article belong to a language. A further one needs its place in
 * `PLACES` below, its groups in `SheetGroups` and `VoteGroups`, and `report.groups.<name>` in the texts.
 */
export const GROUPINGS = ['locale', 'category', 'article', 'level', 'source'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What one group of readers said. */
export interface GroupFigures {
  by: Grouping;
  /** The language, the id of the category or article, the level of experience, or the source; empty if not said. */
  key: string;
  /** Of a category or an article. */
  locale?: string;
  /** Votes that it cast; missing where sources are told apart, which votes do not have. */
  votes?: { total: number; helpful?: Share; change?: ShareChange };
  /** Missing where too few filled in the survey. Of an article only how many, satisfaction and recommendation. */
  survey?: GroupSurvey;
}

/** A group's answers to the survey. */
export type GroupSurvey = Pick<SurveyFigures, 'sheets'> &
  Partial<Pick<SurveyFigures, 'pyramid' | 'questions'>> & {
    satisfied?: Share;
    satisfiedChange?: ShareChange;
    score?: ScoreFigure;
    scoreChange?: ScoreChange;
  };

/** Most groups of each grouping that are told. */
const MOST_GROUPS = 30;
const MOST_ARTICLES = 100;

/** Where the groups of a grouping lie in the trees of sheets and of votes. */
const PLACES: Record<Grouping, { division: SheetDivision; depth: number; votes?: 'places' | 'levels' }> = {
  locale: { division: 'places', depth: 1, votes: 'places' },
  category: { division: 'places', depth: 2, votes: 'places' },
  article: { division: 'places', depth: 3, votes: 'places' },
  level: { division: 'levels', depth: 1, votes: 'levels' },
  source: { division: 'sources', depth: 1 },
};

/** Both periods of what readers said. */
export interface BothPeriods {
  votes: VoteGroups;
  votesBefore: VoteGroups;
  survey?: SurveyResults;
  surveyBefore?: SurveyResults;
}

/** What groups of readers said, as far as it may be shown, the largest of each grouping first. */
export function groupFigures(periods: BothPeriods): GroupFigures[] {
  return GROUPINGS.flatMap((by) =>
    largest(by, periods).flatMap((keys) => {
      const group = groupOf(by, keys, periods);
      return group.survey || group.votes?.helpful ? [group] : [];
    }),
  );
}

/** The keys of the largest groups. */
function largest(by: Grouping, { votes, survey }: BothPeriods): string[][] {
  const { division, depth, votes: tree } = PLACES[by];
  const known = new Map<string, { keys: string[]; sheets: number; votes: number }>();
  const trees = [...(survey ? [survey.groups.trees[division]] : []), ...(tree ? [votes[tree]] : [])];
  for (const one of trees) {
    for (const group of one.ofDepth(depth)) {
      const keys = one.keysTo(group);
      known.set(keys.join(' '), {
        keys,
        sheets: survey?.size(division, keys) ?? 0,
        votes: tree ? votes.total(keys, tree) : 0,
      });
    }
  }
  return [...known]
    .sort(([a, one], [b, other]) => other.sheets - one.sheets || other.votes - one.votes || compareText(a, b))
    .slice(0, by === 'article' ? MOST_ARTICLES : MOST_GROUPS)
    .map(([, { keys }]) => keys);
}

function groupOf(
  by: Grouping,
  keys: readonly string[],
  { votes, votesBefore, survey, surveyBefore }: BothPeriods,
): GroupFigures {
  const { division, votes: tree } = PLACES[by];
  const answers = surveyBefore && survey?.group(division, keys, surveyBefore, by !== 'article');
  const helpful = tree && votes.share(keys, tree);
  const change = tree && changeOf(helpful, votesBefore.share(keys, tree));
  const total = tree ? votes.total(keys, tree) : 0;
  return {
    by,
    key: keys.at(-1) ?? '',
    ...((by === 'category' || by === 'article') && { locale: keys[0] ?? '' }),
    ...(total > 0 && { votes: { total, ...(helpful && { helpful }), ...(change && { change }) } }),
    ...(answers && { survey: answers }),
  };
}

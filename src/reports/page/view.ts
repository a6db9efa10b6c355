import type { GroupFigures, Grouping, GroupSurvey } from '../../core/figures/group-figures.ts';
import type { SurveyTrends } from '../../core/figures/survey-trends.ts';
import type { Report } from '../report.ts';

/** What can be chosen from. An article's answers are too few for pictures; a table has them. */
export const CHOICES = ['locale', 'category', 'level', 'source'] as const satisfies readonly Grouping[];

/** Most groups of one kind to choose from: each takes some 40 kB of the page. A table has the others. */
const MOST_CHOICES = 12;

/** Whose answers a part of the page shows. */
export interface View {
  /** Its place in the list to choose from; 0 is everybody. */
  place: number;
  /** By what it is told apart; missing of everybody. */
  by?: Grouping;
  /** E.g. `German`. */
  name: string;
  votes?: GroupFigures['votes'];
  survey?: GroupSurvey & { trends?: SurveyTrends };
}

/** Everybody, then the groups that may be shown, each grouping together. */
export function viewsOf(report: Report): View[] {
  const { groups } = report.figures;
  const chosen = CHOICES.flatMap((by) => groups.filter((group) => group.by === by).slice(0, MOST_CHOICES));
  return [
    everybody(report),
    ...chosen.map((group, index) => ({
      place: index + 1,
      by: group.by,
      name: groupName(group, report),
      votes: group.votes,
      survey: group.survey,
    })),
  ];
}

export function everybody({ figures, words }: Report): View {
  return { place: 0, name: words.say('report.everybody'), votes: figures.votes, survey: figures.survey };
}

/** E.g. `German`, `Billing (English)`, `Beginners` or `newsletter`. */
export function groupName(
  { by, key, locale }: Pick<GroupFigures, 'by' | 'key' | 'locale'>,
  { words, categoryName }: Report,
): string {
  const isAbout = (by === 'category' || by === 'article') && locale !== undefined;
  if (key === '' && !isAbout) return words.say('report.groups.unknown');
  if (by === 'locale') return words.language(key);
  if (by === 'level') return words.say(`report.experience.${key}`);
  if (!isAbout) return key;
  return words.say('report.groups.in-language', {
    name: key === '' ? words.say('report.groups.no-article') : categoryName(key, locale),
    language: words.language(locale),
  });
}

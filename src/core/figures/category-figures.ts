import { compareText } from '../text-order.ts';
import { judgedTogether } from './judged-together.ts';
import { changeOf, type Share, type ShareChange } from './share.ts';
import type { SharePoint, Trend } from './trend.ts';
import type { VoteGroups } from './vote-groups.ts';

/** Votes on the articles of a category in one language. */
export interface CategoryFigures {
  /** Id of the category, the same in every language; empty for articles of which nobody knows it. */
  category: string;
  locale: string;
  votes: number;
  helpful?: Share;
  change?: ShareChange;
  /** In steps that all categories share; they may be longer than those of `votes.trend`. */
  trend?: Trend<SharePoint>;
}

/** The category with most votes first. */
export function categoryFigures(groups: VoteGroups, before: VoteGroups): CategoryFigures[] {
  const figures = groups.places.ofDepth(2).map((group) => {
    const [locale = '', category = ''] = groups.places.keysTo(group);
    const helpful = groups.share([locale, category]);
    const change = changeOf(helpful, before.share([locale, category]));
    const trend = groups.steps?.categories.get(group);
    return {
      category,
      locale,
      votes: groups.total([locale, category]),
      ...(helpful && { helpful }),
      ...(change && { change }),
      ...(trend && { trend }),
    };
  });
  return judgedTogether(figures).sort(
    (a, b) => b.votes - a.votes || compareText(a.category, b.category) || compareText(a.locale, b.locale),
  );
}

import type { ArticleFigures } from '../../core/figures/article-figures.ts';
import type { ShareChange } from '../../core/figures/share.ts';
import type { ArticlePage } from '../article-pages.ts';
import { categoryInWords } from '../page/categories.ts';
import { levelTitle } from '../page/question.ts';
import type { Report } from '../report.ts';

/** Most categories, and most articles that gained or lost, that are told of. */
const MOST = 3;

/** A change that chance does not explain. */
export interface DigestChange {
  verdict: 'better' | 'worse';
  /** The verdict in words. */
  label: string;
  subject: ArticlePage;
  /** Language of the subject's title, where that is an article's. */
  language?: string;
  text: string;
}

/** What changed by more than chance explains, beside the headlines: levels of the survey, articles, categories. */
export function sureChanges(report: Report): DigestChange[] {
  const { figures, words } = report;
  const { survey, moved, categories } = figures;
  const label = (verdict: DigestChange['verdict']) => ({ verdict, label: words.say(`digest.${verdict}`) });
  const levels = (survey?.pyramid.levels ?? []).flatMap(({ level, share, change }): DigestChange[] => {
    if (!share || !change || change.verdict === 'open') return [];
    const values = { now: words.percent(share.share), before: words.percent(change.before.share) };
    const text = words.count('digest.good', share.readers, values);
    return [{ ...label(change.verdict), subject: { title: levelTitle(level, report) }, text }];
  });
  const articles = ({ article, locale, helpful, change }: ArticleFigures): DigestChange[] => {
    const told = helpful && votesInWords(helpful, change, report);
    return told
      ? [
          {
            ...label(told.verdict),
            subject: report.articlePage(article, locale),
            language: locale,
            text: told.text,
          },
        ]
      : [];
  };
  const all = categories.flatMap(({ category, locale, helpful, change }): DigestChange[] => {
    const told = helpful && votesInWords(helpful, change, report);
    const title = categoryInWords({ category, locale }, report);
    return told ? [{ ...label(told.verdict), subject: { title }, text: told.text }] : [];
  });
  return [
    ...levels,
    ...moved.lost.flatMap(articles).slice(0, MOST),
    ...moved.gained.flatMap(articles).slice(0, MOST),
    ...all.slice(0, MOST),
  ];
}

function votesInWords(
  helpful: { share: number; of: number },
  change: ShareChange | undefined,
  { words }: Report,
): Pick<DigestChange, 'verdict' | 'text'> | undefined {
  if (!change || change.verdict === 'open') return undefined;
  const values = { now: words.percent(helpful.share), before: words.percent(change.before.share) };
  return { verdict: change.verdict, text: words.count('digest.helpful', helpful.of, values) };
}

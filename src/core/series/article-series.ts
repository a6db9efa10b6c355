import type { Article } from '../article.ts';
import type { RevisionFeedback } from '../audit-feedback/audit-feedback.ts';
import { partedAfter } from './feedback-part.ts';
import { sumOfFeedback } from './feedback-sum.ts';
import type { ArticleSeries, TextVersion, VoteSeries } from './vote-series.ts';

/** The votes on one article by the texts that it has had, and those on texts that it never had. */
export interface JoinedVotes {
  /** Missing where nobody said anything of any of its texts. */
  series?: ArticleSeries;
  unknownRevisions: RevisionFeedback[];
}

/**
 * Joins the votes on the texts of an article into series: a change of substance ends one, formatting and spelling
 * do not.
 *
 * A text that came back counts all the votes that it ever had, where it stands now: they are on the very words that
 * readers see. Only where an author declared `Edit: major` without changing a word do the days tell the votes apart:
 * those up to the day of the commit belong to the text before it. `before` is the newest earlier series that anybody
 * voted on, so that a text that was replaced within the hour does not hide the one that readers knew.
 *
 * @param versions the newest first, as from `textVersions`
 * @param feedback all that readers said of this article in its language
 */
export function articleSeries(
  article: Pick<Article, 'id' | 'locale'>,
  versions: readonly TextVersion[],
  feedback: readonly RevisionFeedback[],
): JoinedVotes {
  const known = withFeedback(versions, feedback);
  const revisions = new Set(known.map(({ revision }) => revision));
  const unknownRevisions = feedback.filter(({ revision }) => !revisions.has(revision));
  if (unknownRevisions.length === feedback.length) return { unknownRevisions };
  const [current, ...earlier] = seriesOf(known).map((part): VoteSeries => {
    const said = part.flatMap((version) => version.feedback ?? []);
    const about = { article: article.id, locale: article.locale, revision: part[0]?.revision ?? '' };
    return { versions: part, feedback: sumOfFeedback(about, said) };
  });
  const before = earlier.find((one) => one.feedback.helpful + one.feedback.unhelpful > 0);
  return { series: current && { current, ...(before && { before }) }, unknownRevisions };
}

/** Cuts the versions after each that changed the substance of the one before. */
function seriesOf(versions: readonly TextVersion[]): TextVersion[][] {
  const parts: TextVersion[][] = [[]];
  for (const version of versions) {
    parts.at(-1)?.push(version);
    if (version.edit === 'substance') parts.push([]);
  }
  return parts.filter(({ length }) => length > 0);
}

/** Gives each version, the newest first, what readers said of it, as {@link articleSeries} does. */
export function withFeedback(
  versions: readonly TextVersion[],
  feedback: readonly RevisionFeedback[],
): TextVersion[] {
  const left = new Map(feedback.map((one) => [one.revision, one]));
  return versions.map((version, index) => {
    const said = left.get(version.revision);
    if (!said) return version;
    const day = version.commit?.day;
    if (versions[index + 1]?.revision !== version.revision || !day || said.days.length === 0) {
      left.delete(version.revision);
      return { ...version, feedback: said };
    }
    const { until, after } = partedAfter(said, day);
    left.set(version.revision, until);
    return { ...version, feedback: after };
  });
}

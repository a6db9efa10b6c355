import { html } from 'hono/html';
import { shareTrend } from '../../core/figures/share-trend.ts';
import { percent } from '../../core/rules/share-in-words.ts';
import type { ArticleSeries, VoteSeries } from '../../core/series/vote-series.ts';
import { wilson } from '../../core/statistics/wilson.ts';
import { trendPlot } from '../plots/trend-plot.ts';
import type { Html } from '../report.ts';
import type { Words } from '../words.ts';

/**
 * How the helpful share of an article went, as a picture with a line that says it in words; nothing where there are
 * no votes.
 *
 * @param wanted The share that an article should reach, from 0 to 1.
 */
export function trend({ current, before }: ArticleSeries, wanted: number, words: Words): Html | false {
  const series = [...(before ? [{ name: 'before', ...before }] : []), { name: 'since', ...current }];
  const drawn = shareTrend(series.map(({ feedback }) => feedback.days));
  if (!drawn) return false;
  const changes = series.flatMap((one) => changeOf(one) ?? []);
  const changed = before && changeOf(current);
  const when = changed && words.shortDay(changed);
  const said = before
    ? [
        sharePart(before, when ? `before ${when}` : 'before the last change'),
        sharePart(current, when ? 'since then' : 'since that change'),
      ]
    : [sharePart(current, current.versions.length > 1 ? 'since the last change of what it says' : '')];
  const text = `Helped ${said.filter((part) => part !== '').join('; ')}.`;
  const names = series.map(({ name }) => name);
  return html`<figure class="course">
    ${trendPlot({ trend: drawn, names, changes, wanted }, `Helpful share over time. ${text}`)}
    <p class="days" aria-hidden="true"><span>${words.shortDay(drawn.from)}</span> <span>${words.shortDay(drawn.to)}</span></p>
    <figcaption>${text}</figcaption>
  </figure>`;
}

/** Day on which the text of a series came to say what it says, where the history tells. */
function changeOf({ versions }: VoteSeries): string | undefined {
  return versions.at(-1)?.commit?.day;
}

/** E.g. `30 % of 40 (18 to 45 %) since then`. */
function sharePart({ feedback: { helpful, unhelpful } }: VoteSeries, when: string): string {
  const of = helpful + unhelpful;
  if (of === 0) return '';
  const { low, high } = wilson(helpful, of);
  return `${percent(helpful / of)}\u00a0% of ${of} (${percent(low)} to ${percent(high)}\u00a0%) ${when}`.trimEnd();
}

import { html } from 'hono/html';
import type { RevisionFigures } from '../../core/figures/article-figures.ts';
import { SMALLEST_GROUP } from '../../core/figures/small-groups.ts';
import { shareRange } from '../plots/share-range.ts';
import type { Html, Report } from '../report.ts';
import { behind, dataTable, nothingYet, picture } from './section.ts';
import { shareWords } from './votes.ts';

/** Edits drawn at once; the others open on demand. */
const AT_ONCE = 5;
const LISTED = 100;

/** An edit with enough votes before and after. */
interface Edit {
  article: string;
  locale: string;
  before: RevisionFigures;
  after: RevisionFigures;
  effect: NonNullable<RevisionFigures['effect']>;
}

/** What the newest edits did to the share of readers whom the article helped. */
export function edits(report: Report): Html {
  const { words } = report;
  const newest = editsOf(report).slice(0, LISTED);
  if (newest.length === 0) return nothingYet(words.count('report.edits.none', SMALLEST_GROUP));
  const rows = newest.map((edit) => row(edit, report));
  const rest = rows.slice(AT_ONCE);
  return picture(
    report,
    html`<ul class="ranges">${rows.slice(0, AT_ONCE)}</ul>
      ${rest.length > 0 && behind(words.count('report.more', rest.length), html`<ul class="ranges">${rest}</ul>`)}`,
    words.say('report.edits.caption'),
    behind(words.say('report.table'), table(newest, report)),
  );
}

/** The newest first. */
function editsOf({ figures }: Report): Edit[] {
  return figures.articles
    .flatMap(({ article, locale, revisions }) =>
      revisions.flatMap((after, index) => {
        const before = revisions[index - 1];
        return before && after.effect ? [{ article, locale, before, after, effect: after.effect }] : [];
      }),
    )
    .sort((a, b) => (a.after.from < b.after.from ? 1 : -1));
}

function row({ article, locale, before, after, effect }: Edit, report: Report): Html {
  const { words } = report;
  const day = words.shortDay(after.from);
  return html`<li>
    <p>${report.articleLink(article, locale)} <small class="quiet">${words.say('report.edits.since', { day })}</small></p>
    <div>
      <p class="verdict ${effect.verdict}">${words.say(`report.edits.${effect.verdict}`)}</p>
      ${side('report.edits.before', before, report)}
      ${side('report.edits.after', after, report)}
    </div>
  </li>`;
}

function side(key: string, { helpful }: RevisionFigures, report: Report): Html | false {
  if (!helpful) return false;
  const sentence = report.words.count(key, helpful.of, shareWords(helpful, report));
  return html`${shareRange(helpful, sentence)}<p class="quiet">${sentence}</p>`;
}

function table(shown: readonly Edit[], report: Report): Html {
  const { words } = report;
  const number = 'number' as const;
  const share = ({ helpful }: RevisionFigures) => (helpful ? words.percent(helpful.share) : '–');
  return dataTable(report, {
    caption: words.say('report.edits.table'),
    columns: [
      { title: words.say('report.column.article') },
      { title: words.say('report.column.language') },
      { title: words.say('report.column.since') },
      { title: words.say('report.column.before'), kind: number },
      { title: words.say('report.column.after'), kind: number },
      { title: words.say('report.column.range'), kind: number },
      { title: words.say('report.column.verdict') },
    ],
    rows: shown.map(({ article, locale, before, after, effect }) => [
      report.articleLink(article, locale),
      words.language(locale),
      words.shortDay(after.from),
      share(before),
      share(after),
      words.pointRange({ low: 100 * effect.low, high: 100 * effect.high }),
      words.say(`report.edits.${effect.verdict}`),
    ]),
  });
}

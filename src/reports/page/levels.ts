import { html } from 'hono/html';
import type { LevelFigures, PyramidFigures } from '../../core/figures/level-figures.ts';
import { pyramid } from '../plots/pyramid.ts';
import { shareRange } from '../plots/share-range.ts';
import type { Html, Report } from '../report.ts';
import { changeInBrief, changeLine } from './change.ts';
import { levelTitle } from './question.ts';
import { behind, dataTable, nothingYet, picture } from './section.ts';
import { levelTrends } from './trends.ts';
import { everybody, type View } from './view.ts';
import { work } from './work.ts';

/** The four levels of expectation, drawn, with a verdict on each and the work that mends those that are broken. */
export function levels(report: Report, view: View): Html {
  const { words } = report;
  if (!report.figures.survey) return nothingYet(words.say('report.survey.missing'));
  const { pyramid: shown, sheets = 0, trends } = view.survey ?? {};
  if (!shown?.levels.some(({ share }) => share)) {
    return view.place > 0
      ? nothingYet(words.say('report.whose.few'))
      : nothingYet(words.count('report.levels.none', sheets));
  }
  const tapers = shown.isPyramid !== false;
  const limit = words.percent(report.site.limits.levelShare);
  const caption = words.say(tapers ? 'report.levels.caption' : 'report.levels.caption.beside', { limit });
  return html`${picture(
    report,
    html`<div class="levels">
      ${pyramid(
        shown.levels.map((level, index) => ({
          verdict: level.verdict,
          mark: markOf(level, index, report),
        })),
        tapers,
        shown.levels.map((level) => sentenceOf(level, report)).join(' '),
      )}
      <ol>${shown.levels.map((level, index) => row(level, index, report))}</ol>
    </div>`,
    caption,
    behind(words.say('report.table'), table(shown, report)),
  )}
  <p class="note">${scaleInWords(shown, report)}</p>
  ${shown.levels.filter(isBroken).map(({ level }) => work(level, report))}
  ${trends && trends.levels.length > 0 && levelTrends(trends.levels, report)}`;
}

function isBroken({ verdict }: LevelFigures): boolean {
  return verdict === 'first-broken' || verdict === 'below';
}

/** What the climb up the levels found, in a sentence or two; `undefined` where nobody answered enough. */
export function climbInWords(report: Report, view: View = everybody(report)): string | undefined {
  const { site, words } = report;
  const shown = view.survey?.pyramid;
  if (!shown?.levels.some(({ share }) => share)) return undefined;
  if (shown.isPyramid === false) {
    const below = shown.levels
      .filter(({ verdict }) => verdict === 'below')
      .map((level) => levelTitle(level.level, report));
    const names = { levels: words.list(below), limit: words.percent(site.limits.levelShare) };
    return [
      words.say('report.climb.beside'),
      ...(below.length > 0 ? [words.say('report.climb.beside.below', names)] : []),
    ].join(' ');
  }
  const stop = shown.levels.find(({ verdict }) => verdict !== 'holds' && verdict !== 'not-asked');
  if (!stop) return words.say('report.climb.holds');
  const values = {
    level: levelTitle(stop.level, report),
    share: stop.share ? words.percent(stop.share.share) : '',
    limit: words.percent(site.limits.levelShare),
    place: shown.levels.indexOf(stop) + 1,
  };
  if (stop.verdict === 'first-broken') return words.say('report.climb.broken', values);
  if (stop.verdict === 'too-few') return words.say('report.climb.too-few', values);
  if (stop.more === undefined) return words.say('report.climb.near', values);
  return words.count('report.climb.undecided', about(stop.more), values);
}

function row(level: LevelFigures, index: number, report: Report): Html {
  const { survey, site, words } = report;
  const description = survey && report.inWords(survey.levels[level.level].description);
  return html`<li style="--row: ${4 - index}">
    <h3>${words.say('report.levels.name', { place: index + 1, level: levelTitle(level.level, report) })}</h3>
    <p class="verdict ${level.verdict}">${verdictOf(level, report)}</p>
    <p class="quiet">${description}</p>
    ${
      level.share &&
      html`<p>${shareInWords(level.share, report)}</p>
      ${shareRange({ ...level.share, limit: site.limits.levelShare }, shareInWords(level.share, report))}
      ${changeLine(level.change, 100, report)}`
    }
  </li>`;
}

function table({ levels: shown }: PyramidFigures, report: Report): Html {
  const { words } = report;
  return dataTable(report, {
    caption: words.say('report.levels.table'),
    columns: [
      { title: words.say('report.column.level') },
      { title: words.say('report.column.readers'), kind: 'number' },
      { title: words.say('report.column.good'), kind: 'number' },
      { title: words.say('report.column.range'), kind: 'number' },
      { title: words.say('report.column.change'), kind: 'number' },
      { title: words.say('report.column.verdict') },
    ],
    rows: shown.map((level) => [
      levelTitle(level.level, report),
      level.share ? words.number(level.share.readers) : '–',
      level.share ? words.percent(level.share.share) : '–',
      level.share ? words.percentRange(level.share) : '–',
      changeInBrief(level.change, 100, words),
      verdictOf(level, report),
    ]),
  });
}

function scaleInWords({ scale, isPyramid }: PyramidFigures, { words }: Report): string {
  if (!scale) return words.say('report.scale.unknown');
  return words.count(isPyramid ? 'report.scale.yes' : 'report.scale.no', scale.readers, {
    reproducibility: words.percent(scale.reproducibility),
    scalability: words.percent(Math.max(0, scale.scalability)),
    homogeneity: words.percent(Math.max(0, scale.homogeneity)),
  });
}

function sentenceOf(level: LevelFigures, report: Report): string {
  const share = level.share ? `${shareInWords(level.share, report)}: ` : '';
  return `${levelTitle(level.level, report)}: ${share}${verdictOf(level, report)}.`;
}

function shareInWords(share: NonNullable<LevelFigures['share']>, { words }: Report): string {
  const values = { share: words.percent(share.share), range: words.percentRange(share) };
  return words.count('report.levels.share', share.readers, values);
}

export function verdictOf({ verdict, more }: LevelFigures, { words }: Report): string {
  if (verdict === 'undecided' && more !== undefined)
    return words.count('report.verdict.undecided.more', about(more));
  return words.say(`report.verdict.${verdict}`);
}

/** Number of the level and its share, e.g. `3 · 52%`. */
function markOf({ share }: LevelFigures, index: number, { words }: Report): string {
  return share ? `${index + 1} · ${words.percent(share.share)}` : String(index + 1);
}

/** A number of readers that pretends no more than it knows: 37 becomes 40, 1321 becomes 1400. */
function about(readers: number): number {
  const step = readers < 100 ? 5 : 10 ** (Math.floor(Math.log10(readers)) - 1);
  return Math.ceil(readers / step) * step;
}

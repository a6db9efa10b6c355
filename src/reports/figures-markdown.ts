import type { ArticleFigures } from '../core/figures/article-figures.ts';
import type { Phrase } from '../core/figures/search-figures.ts';
import { SMALLEST_GROUP } from '../core/figures/small-groups.ts';
import { link, prose } from '../core/quoting/markdown.ts';
import { type Column, markdownTable } from './markdown-table.ts';
import { asideInWords, asideRows } from './page/aside.ts';
import { changeInBrief, changeInWords } from './page/change.ts';
import { climbInWords, verdictOf } from './page/levels.ts';
import { levelTitle, textOf } from './page/question.ts';
import { headlines } from './page/summary.ts';
import { periodInWords } from './period-in-words.ts';
import { createReport, type Report, type ReportInput } from './report.ts';

/** Articles and phrases in a list. */
const LISTED = 10;
const NONE = '–';

/**
 * The parts of the text from top to bottom; `report.<id>` is a part's heading. A part that has nothing to say is left
 * out. A new part is one function and one line here.
 */
const PARTS: Readonly<Record<string, (report: Report) => (string | false | undefined)[]>> = {
  summary,
  levels,
  satisfaction,
  questions,
  votes,
  categories,
  moved,
  articles,
  searches,
  contacts,
  aside,
};

/** The report as a text with tables, for a wiki, a merge request or a mail. What readers typed is shown as text. */
export function figuresMarkdown(input: ReportInput): string {
  const report = createReport(input);
  const { words, demo, site } = report;
  const parts = Object.entries(PARTS).flatMap(([id, part]) => {
    const pieces = part(report).filter((piece) => typeof piece === 'string' && piece !== '');
    return pieces.length > 0 ? [`## ${words.say(`report.${id}`)}`, ...pieces] : [];
  });
  return `${[
    `# ${words.say('report.title')} · ${prose(report.inWords(site.title))}`,
    `${periodInWords(report)}. ${words.say('report.markdown.change')}`,
    ...(demo ? [`**${words.say('digest.demo')}**`] : []),
    ...parts,
  ].join('\n\n')}\n`;
}

function summary(report: Report) {
  const lines = headlines(report).map(
    ({ figure, text, change }) => `- **${figure}** ${text}${change ? `. ${change.text}` : ''}`,
  );
  return [lines.join('\n') || report.words.say('report.summary.none'), climbInWords(report)];
}

function levels(report: Report) {
  const { figures, words } = report;
  const shown = figures.survey?.pyramid.levels ?? [];
  if (!shown.some(({ share }) => share)) return [];
  const rows = shown.map((level) => [
    prose(levelTitle(level.level, report)),
    level.share ? words.number(level.share.readers) : NONE,
    level.share ? words.percent(level.share.share) : NONE,
    level.share ? words.percentRange(level.share) : NONE,
    changeInBrief(level.change, 100, words),
    verdictOf(level, report),
  ]);
  return [table(report, ['level', 'readers#', 'good#', 'range#', 'change#', 'verdict'], rows)];
}

function satisfaction(report: Report) {
  const { figures, words } = report;
  const rows = (figures.survey?.questions ?? []).flatMap((question) => {
    const { id, good, goodChange, score, scoreChange } = question;
    const name = prose(textOf(id, report));
    if (question.kind === 'csat' && good) {
      const change = goodChange ? changeInWords(goodChange, 100, words) : NONE;
      return [
        [name, 'CSAT', words.percent(good.share), words.percentRange(good), words.number(good.of), change],
      ];
    }
    if (question.kind !== 'nps' || !score) return [];
    const { low, high } = score;
    const range = low === undefined || high === undefined ? NONE : words.pointRange({ low, high });
    const change = scoreChange ? changeInWords(scoreChange, 1, words) : NONE;
    return [[name, 'NPS', words.points(score.score), range, words.number(score.of), change]];
  });
  if (rows.length === 0) return [];
  return [table(report, ['question', 'figure', 'value#', 'range#', 'answers#', 'change'], rows)];
}

function questions(report: Report) {
  const { figures, words } = report;
  const rows = (figures.survey?.questions ?? []).flatMap(({ id, kind, level, good, goodChange }) =>
    kind === 'scale' && good
      ? [
          [
            level ? prose(levelTitle(level, report)) : NONE,
            prose(textOf(id, report)),
            words.number(good.of),
            words.percent(good.share),
            words.percentRange(good),
            changeInBrief(goodChange, 100, words),
          ],
        ]
      : [],
  );
  if (rows.length === 0) return [];
  return [table(report, ['level', 'question', 'answers#', 'good#', 'range#', 'change#'], rows)];
}

function votes(report: Report) {
  const { figures, words } = report;
  const { total, helpful, change, reasons } = figures.votes;
  if (!helpful)
    return total > 0 ? [words.count('report.votes.few', total, { smallest: SMALLEST_GROUP })] : [];
  const share = { share: words.percent(helpful.share), range: words.percentRange(helpful) };
  const rows = reasons
    .filter(({ count }) => count > 0)
    .map(({ reason, count, share }) => [
      words.say(`reason.${reason}`),
      words.number(count),
      words.percent(share),
    ]);
  return [
    words.count('report.votes.share', total, share),
    change && changeInWords(change, 100, words),
    rows.length > 0 && table(report, ['reason', 'times#', 'share#'], rows),
  ];
}

function categories(report: Report) {
  const { figures, words } = report;
  const rows = figures.categories.map(({ category, locale, votes: count, helpful, change }) => [
    prose(report.categoryName(category, locale)),
    words.language(locale),
    words.number(count),
    helpful ? words.percent(helpful.share) : NONE,
    helpful ? words.percentRange(helpful) : NONE,
    changeInBrief(change, 100, words),
  ]);
  if (rows.length === 0) return [];
  return [table(report, ['category', 'language', 'votes#', 'helpful#', 'range#', 'change#'], rows)];
}

function moved(report: Report) {
  return (['gained', 'lost'] as const).flatMap((way) => {
    const list = report.figures.moved[way];
    if (list.length === 0) return [];
    return [`### ${report.words.say(`report.moved.${way}`)}`, articleTable(list.slice(0, LISTED), report)];
  });
}

function articles(report: Report) {
  const shown = report.figures.articles.filter(({ helpful }) => helpful).slice(0, LISTED);
  return [shown.length > 0 && articleTable(shown, report)];
}

function articleTable(list: readonly ArticleFigures[], report: Report): string {
  const { words } = report;
  const rows = list.map(({ article, locale, votes: count, helpful, change }) => [
    articleCell(article, locale, report),
    words.language(locale),
    words.number(count),
    helpful ? words.percent(helpful.share) : NONE,
    helpful ? words.percentRange(helpful) : NONE,
    changeInBrief(change, 100, words),
  ]);
  return table(report, ['article', 'language', 'votes#', 'helpful#', 'range#', 'change#'], rows);
}

function searches(report: Report) {
  const { figures, words } = report;
  const { total, withoutResult, asked, unanswered, passedOver } = figures.searches;
  if (total === 0) return [];
  const lists = { asked, unanswered, 'passed-over': passedOver };
  return [
    words.count('report.searches.total', total) +
      (withoutResult
        ? ` ${words.say('report.searches.without', { share: words.percent(withoutResult.share), range: words.percentRange(withoutResult) })}`
        : ''),
    ...Object.entries(lists).flatMap(([name, phrases]) =>
      phrases.length > 0
        ? [`### ${words.say(`report.searches.${name}`)}`, phraseTable(phrases.slice(0, LISTED), report)]
        : [],
    ),
  ];
}

function phraseTable(phrases: readonly Phrase[], report: Report): string {
  const { words } = report;
  const rows = phrases.map(({ query, locale, searches: count, withoutResult, ignored }) => [
    prose(query),
    words.language(locale),
    ...[count, withoutResult, ignored].map((number) => words.number(number)),
  ]);
  return table(report, ['phrase', 'language', 'searches#', 'unanswered#', 'passed-over#'], rows);
}

function contacts(report: Report) {
  const { figures, words } = report;
  const { contacts: count, instead, solved, articles: from } = figures.contacts;
  if (count + solved === 0) return [];
  const rows = from.map((one) => [
    articleCell(one.article, one.locale, report),
    words.language(one.locale),
    words.number(one.contacts),
    words.number(one.solved),
  ]);
  return [
    words.count('report.contacts.total', count),
    words.count('report.contacts.instead', instead),
    words.count('report.contacts.solved', solved),
    rows.length > 0 && table(report, ['article', 'language', 'contacts#', 'solved#'], rows),
  ];
}

function aside(report: Report) {
  if (report.figures.aside.length === 0) return [];
  return [asideInWords(report), table(report, ['why', 'votes#', 'sheets#', 'signals#'], asideRows(report))];
}

function articleCell(article: string, locale: string, { articlePage }: Report): string {
  const { title, address } = articlePage(article, locale);
  return address ? link(title, address) : prose(title);
}

/** @param columns names of `report.column.…`; a `#` behind one says that it holds numbers */
function table({ words }: Report, columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const named = columns.map((name): Column => {
    const isNumber = name.endsWith('#');
    return { title: words.say(`report.column.${isNumber ? name.slice(0, -1) : name}`), isNumber };
  });
  return markdownTable(named, rows);
}

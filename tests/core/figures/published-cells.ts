import { dayOf } from '../../../src/core/calendar.ts';
import type { Submission } from '../../../src/core/feedback.ts';
import type { Figures } from '../../../src/core/figures/figures.ts';
import type { Trend } from '../../../src/core/figures/trend.ts';
import type { Question } from '../../../src/core/survey/survey.ts';
import { site, survey } from './submissions.ts';

export type Vote = Extract<Submission, { type: 'vote' }>;
export type Sheet = Extract<Submission, { type: 'answers' }>;

/** A number that a report gives, and those of whom it is, by their places in the list of all who answered. */
export interface Cell {
  name: string;
  /** How many the report says there are. */
  of: number;
  people: number[];
}

/** What was asked of some people, what the report gives of it, and what it must not give away. */
export interface Asked {
  name: string;
  people: number;
  cells: Cell[];
  /** The people of each group by each way of telling them apart, with the group in which it lies. */
  groups: { parent: string; people: number[] }[];
}

/** Everything that is published of the votes of a period. */
export function voteCells(figures: Figures, votes: readonly Vote[]): Asked {
  const cells: Cell[] = [];
  const publish = (name: string, share: { of: number } | undefined, isOf: (vote: Vote) => boolean) => {
    if (share) cells.push({ name, of: share.of, people: placesOf(votes, isOf) });
  };
  publish('everybody', figures.votes.helpful, () => true);
  publishTrend('everybody', figures.votes.trend, () => true);
  for (const { locale, helpful } of figures.locales)
    publish(locale, helpful, (vote) => vote.locale === locale);
  for (const { category, locale, helpful, trend } of figures.categories ?? []) {
    const isOf = (vote: Vote) => vote.locale === locale && categoryOf(vote) === category;
    publish(`${locale} ${category}`, helpful, isOf);
    publishTrend(`${locale} ${category}`, trend, isOf);
  }
  for (const { article, locale, helpful, revisions } of figures.articles) {
    const isOf = (vote: Vote) => vote.locale === locale && vote.article === article;
    publish(`${locale} ${article}`, helpful, isOf);
    for (const one of revisions) {
      publish(
        `${locale} ${article} ${one.revision}`,
        one.helpful,
        (vote) => isOf(vote) && vote.revision === one.revision,
      );
    }
  }
  for (const { by, key, locale, votes: own } of figures.groups ?? []) {
    publish(`${by} ${locale} ${key}`, own?.helpful, (vote) =>
      by === 'locale'
        ? vote.locale === key
        : by === 'category'
          ? vote.locale === locale && categoryOf(vote) === key
          : by === 'article'
            ? vote.locale === locale && vote.article === key
            : (vote.level ?? '') === key,
    );
  }
  return {
    name: 'votes',
    people: votes.length,
    cells,
    groups: groupsOf(votes, [
      [() => '', ({ locale }) => locale, categoryOf, ({ article }) => article, ({ revision }) => revision],
      [() => '', ({ level }) => level ?? ''],
      [() => '', ({ received }) => weekOf(received)],
    ]),
  };

  function publishTrend(
    name: string,
    trend: Trend<{ step: number; of: number }> | undefined,
    isOf: (vote: Vote) => boolean,
  ): void {
    for (const point of trend?.points ?? []) {
      publish(
        `${name}, step ${point.step}`,
        point,
        (vote) => isOf(vote) && isInStep(vote, trend, point.step),
      );
    }
  }
}

/** The votes of the period before that changes give. */
export function voteCellsBefore(figures: Figures, votes: readonly Vote[]): Asked {
  const before = <Thing extends { change?: { before: { of: number } } }>({ change }: Thing) => change?.before;
  return voteCells(
    {
      ...figures,
      votes: { ...figures.votes, helpful: before(figures.votes), trend: undefined } as never,
      locales: [],
      categories: figures.categories?.map((one) => ({
        ...one,
        helpful: before(one),
        trend: undefined,
      })) as never,
      articles: figures.articles.map((one) => ({ ...one, helpful: before(one), revisions: [] })) as never,
      groups: figures.groups?.map((one) => ({
        ...one,
        votes: one.votes && { total: 0, helpful: before(one.votes) },
      })) as never,
    },
    votes,
  );
}

/** Everything that is published of the survey, one question or level after the other. */
export function sheetCells(figures: Figures, sheets: readonly Sheet[]): Asked[] {
  const all = survey.questions.filter(({ kind }) => kind !== 'text');
  const answered = (id: string) => (one: Sheet) => one.answers[id] !== undefined;
  const ofLevel = (level: string) => (one: Sheet) =>
    all.some((question) => question.level === level && answered(question.id)(one));
  const levels = [...new Set(all.flatMap(({ level }) => level ?? []))];
  return [
    sheetCellsOf(
      'sheets',
      () => true,
      figures,
      sheets,
      (of) => ('sheets' in of ? [of.sheets] : []),
      [],
    ),
    ...all.map((question) =>
      sheetCellsOf(
        question.id,
        answered(question.id),
        figures,
        sheets,
        (of) => [
          of.questions?.find(({ id }) => id === question.id)?.answers,
          question.kind === 'csat' ? of.satisfied?.of : undefined,
          question.kind === 'nps' ? of.score?.of : undefined,
        ],
        trendsOf(question, figures),
      ),
    ),
    ...levels.map((level) =>
      sheetCellsOf(
        level,
        ofLevel(level),
        figures,
        sheets,
        (of) => [of.pyramid?.levels.find((one) => one.level === level)?.share?.readers],
        figures.survey?.trends?.levels.filter((one) => one.level === level).map(({ trend }) => trend) ?? [],
      ),
    ),
    sheetCellsOf(
      'all levels',
      (one) => levels.every((level) => ofLevel(level)(one)),
      figures,
      sheets,
      (of) => [of.pyramid?.scale?.readers],
      [],
    ),
  ];
}

type Said = Partial<NonNullable<NonNullable<Figures['groups']>[number]['survey']>>;

function sheetCellsOf(
  name: string,
  answers: (sheet: Sheet) => boolean,
  { survey: everybody, groups = [] }: Figures,
  all: readonly Sheet[],
  countsOf: (said: Said) => (number | undefined)[],
  trends: readonly Trend<{ step: number; of: number }>[],
): Asked {
  const sheets = all.filter(answers);
  const cells: Cell[] = [];
  const publish = (name: string, said: Said, isOf: (sheet: Sheet) => boolean) => {
    for (const of of countsOf(said)) {
      if (of !== undefined) cells.push({ name, of, people: placesOf(sheets, isOf) });
    }
  };
  // Fewer than five sheets are counted as a number, with nothing of what they say.
  if (everybody && (name !== 'sheets' || everybody.sheets >= 5)) publish('everybody', everybody, () => true);
  for (const { by, key, locale, survey: said = {} } of groups) {
    publish(`${by} ${locale} ${key}`, said, (sheet) =>
      by === 'locale'
        ? sheet.locale === key
        : by === 'category'
          ? sheet.locale === locale && categoryOf(sheet) === key
          : by === 'article'
            ? sheet.locale === locale && sheet.article === key
            : by === 'level'
              ? levelOf(sheet) === key
              : (sheet.source ?? '') === key,
    );
  }
  for (const trend of trends) {
    for (const { step, of } of trend.points) {
      cells.push({
        name: `step ${step}`,
        of,
        people: placesOf(sheets, (sheet) => isInStep(sheet, trend, step)),
      });
    }
  }
  return {
    name,
    people: sheets.length,
    cells,
    groups: groupsOf(sheets, [
      [() => '', ({ locale }) => locale, categoryOf, ({ article }) => article ?? ''],
      [() => '', levelOf],
      [() => '', ({ source }) => source ?? ''],
      [() => '', ({ received }) => weekOf(received)],
    ]),
  };
}

function trendsOf({ kind }: Question, { survey: figures }: Figures): Trend<{ step: number; of: number }>[] {
  const { satisfied, score } = figures?.trends ?? {};
  if (kind === 'csat') return satisfied ? [satisfied] : [];
  return kind === 'nps' && score ? [score] : [];
}

function categoryOf({ article }: Vote | Sheet): string {
  return article === undefined ? '' : site.categories(article);
}

function levelOf({ answers, level }: Sheet): string {
  return typeof answers.experience === 'string' ? answers.experience : (level ?? '');
}

function isInStep(
  { received }: { received: Date },
  trend: Trend<{ step: number }> | undefined,
  step: number,
) {
  if (!trend) return false;
  const days = (Date.parse(dayOf(received)) - Date.parse(trend.from)) / 86_400_000;
  return Math.floor(days / (7 * trend.weeksAStep)) === step;
}

function weekOf(instant: Date): string {
  return String(Math.floor((Date.parse(dayOf(instant)) - Date.parse('1970-01-05')) / (7 * 86_400_000)));
}

function placesOf<Thing>(things: readonly Thing[], isOf: (thing: Thing) => boolean): number[] {
  return things.flatMap((thing, place) => (isOf(thing) ? [place] : []));
}

/** The groups of each tree, each named by what leads to it. */
function groupsOf<Thing>(
  things: readonly Thing[],
  trees: readonly (readonly ((thing: Thing) => string)[])[],
): { parent: string; people: number[] }[] {
  return trees.flatMap((keys, tree) =>
    keys.flatMap((_, depth) => {
      const groups = new Map<string, { parent: string; people: number[] }>();
      for (const [place, thing] of things.entries()) {
        const path = keys.slice(0, depth + 1).map((key) => key(thing));
        const name = `${tree} ${path.join('/')}`;
        const group = groups.get(name) ?? { parent: `${tree} ${path.slice(0, -1).join('/')}`, people: [] };
        groups.set(name, group);
        group.people.push(place);
      }
      return [...groups.values()];
    }),
  );
}

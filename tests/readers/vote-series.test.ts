import { describe, expect, test } from 'vitest';
import {
  type AuditFeedback,
  NO_FEEDBACK,
  type RevisionFeedback,
} from '../../src/core/audit-feedback/audit-feedback.ts';
import { revisionOf } from '../../src/core/revision.ts';
import { readContent } from '../../src/readers/content-folder.ts';
import { readHistory } from '../../src/readers/git-history.ts';
import { readSeries, type TextHistory } from '../../src/readers/vote-series.ts';
import { articleText, SITE } from '../content-folder.ts';
import { ARepository } from './a-repository.ts';

const FILE = 'en/billing/refund.md';
/** So much that git knows the file again after a rename. */
const LONG = `${'One more sentence of the answer. '.repeat(10)}\n`;
const CATEGORY = '---\ntitle: Billing\ndescription: Invoices and payments.\n---\n';

/** A help centre with settings and a category, to which each test adds its articles. */
function aHelpCentre(): ARepository {
  return new ARepository()
    .write('site.yaml', SITE.replace('[en]', '[en, de]'))
    .write('en/billing/index.md', CATEGORY)
    .write('de/billing/index.md', CATEGORY);
}

/** What the article of `articleText` has as revision with this text. */
function revision(body: string): string {
  return revisionOf('Get a refund', [{ text: body }]);
}

interface Said {
  article?: string;
  locale?: string;
  helpful?: number;
  unhelpful?: number;
  /** Each vote on a day of its own, from this day on. */
  from?: string;
}

/** So many votes on the text of an article. */
function votesOn(body: string, { from = '2026-05-01', ...said }: Said = {}): RevisionFeedback {
  const { helpful = 0, unhelpful = 0 } = said;
  const first = Date.parse(from);
  const days = Array.from({ length: helpful + unhelpful }, (_, index) => ({
    day: new Date(first + index * 86_400_000).toISOString().slice(0, 10),
    helpful: index < helpful ? 1 : 0,
    unhelpful: index < helpful ? 0 : 1,
  }));
  return {
    article: 'billing/refund',
    locale: 'en',
    revision: revision(body),
    reasons: {},
    views: 0,
    days,
    ...said,
    helpful,
    unhelpful,
  };
}

async function read(
  { dir }: ARepository,
  articles: RevisionFeedback[],
  more: Partial<AuditFeedback> = {},
): Promise<TextHistory> {
  return readSeries({
    content: await readContent(dir),
    history: await readHistory(dir),
    feedback: { ...NO_FEEDBACK, ...more, articles },
  });
}

/** The series of an article in few words: what made each text and how, and the votes on all of them. */
function inShort({ series }: TextHistory, file = FILE): Record<string, unknown> {
  const { current, before } = series.get(file) ?? {};
  const short = (one: typeof current) =>
    one && {
      versions: one.versions.map(({ commit, edit }) => `${edit ?? '-'}: ${commit?.subject ?? '-'}`),
      votes: `${one.feedback.helpful}:${one.feedback.unhelpful}`,
      revision: one.feedback.revision,
    };
  return { current: short(current), ...(before && { before: short(before) }) };
}

describe('the series of votes', () => {
  test('end where the substance changes, and no further back than the text before', async () => {
    const repository = aHelpCentre()
      .write(FILE, articleText('', 'Within 10 days.\n'))
      .commit('2026-01-01', 'Write')
      .write(FILE, articleText('', 'Within 12 days.\n'))
      .commit('2026-02-01', 'Two days more')
      .write(FILE, articleText('', 'Within 14 days.\n'))
      .commit('2026-03-01', 'Two more');
    const found = await read(repository, [
      votesOn('Within 10 days.', { helpful: 1 }),
      votesOn('Within 12 days.', { helpful: 2, unhelpful: 1 }),
      votesOn('Within 14 days.', { helpful: 3 }),
    ]);
    expect(inShort(found)).toEqual({
      current: { versions: ['substance: Two more'], votes: '3:0', revision: revision('Within 14 days.') },
      before: { versions: ['substance: Two days more'], votes: '2:1', revision: revision('Within 12 days.') },
    });
    expect(found).toMatchObject({ unknownRevisions: 0, goneArticles: 0 });
  });

  test('go on where only the looks, the frontmatter or the place of the text changed', async () => {
    const repository = aHelpCentre()
      .write(FILE, articleText('', `${LONG}Within 14 days.\n`))
      .commit('2026-01-01', 'Write')
      .write(FILE, articleText('', `${LONG}Within **14** days.\n`))
      .commit('2026-02-01', 'Emphasise')
      .write(FILE, articleText('reviewed: 2026-03-01\n', `${LONG}Within **14** days.\n`))
      .commit('2026-03-01', 'Review');
    repository.git('mv', FILE, 'en/billing/money.md');
    repository.commit('2026-04-01', 'Rename');
    const found = await read(repository, [
      votesOn(`${LONG}Within 14 days.`, { helpful: 3 }),
      votesOn('Never was.', { helpful: 2 }),
    ]);
    expect(inShort(found, 'en/billing/money.md')).toEqual({
      current: { versions: ['-: Write'], votes: '3:0', revision: revision(`${LONG}Within 14 days.`) },
    });
    expect(found).toMatchObject({ unknownRevisions: 2, goneArticles: 0 });
  });

  test('of an article that was moved hold the votes on its earlier id', async () => {
    const repository = aHelpCentre().write(FILE, articleText()).commit('2026-01-01', 'Write');
    repository.git('mv', 'en/billing', 'en/money');
    repository.commit('2026-02-01', 'Rename the category');
    const found = await read(repository, [
      votesOn('The answer.', { helpful: 3 }),
      votesOn('The answer.', { article: 'money/refund', unhelpful: 1 }),
      votesOn('The answer.', { article: 'billing/gone', helpful: 7 }),
    ]);
    expect(inShort(found, 'en/money/refund.md')).toMatchObject({ current: { votes: '3:1' } });
    expect(found.feedback.articles.map(({ article }) => article)).toEqual(['money/refund', 'billing/gone']);
    expect(found).toMatchObject({ unknownRevisions: 0, goneArticles: 7 });
  });

  test('begin with a text that is not committed yet', async () => {
    const repository = aHelpCentre()
      .write(FILE, articleText('', 'Within 14 days.\n'))
      .commit('2026-01-01', 'Write')
      .write(FILE, articleText('', 'Within 30 days.\n'));
    expect(inShort(await read(repository, [votesOn('Within 14 days.', { helpful: 3 })]))).toEqual({
      current: { versions: ['substance: -'], votes: '0:0', revision: revision('Within 30 days.') },
      before: { versions: ['-: Write'], votes: '3:0', revision: revision('Within 14 days.') },
    });
  });

  test('are told of an article that was never committed, as far as it goes', async () => {
    const repository = aHelpCentre().commit('2026-01-01', 'Begin').write(FILE, articleText());
    const found = await read(repository, [
      votesOn('The answer.', { helpful: 3 }),
      votesOn('Else.', { helpful: 1 }),
    ]);
    expect(inShort(found)).toEqual({
      current: { versions: ['-: -'], votes: '3:0', revision: revision('The answer.') },
    });
    expect(found).toMatchObject({ unknownRevisions: 1 });
  });

  test('of an article that was deleted are none', async () => {
    const repository = aHelpCentre().write(FILE, articleText()).commit('2026-01-01', 'Write');
    repository.git('rm', '--quiet', FILE);
    const found = await read(repository.commit('2026-02-01', 'Delete'), [
      votesOn('The answer.', { unhelpful: 30 }),
    ]);
    expect(found).toMatchObject({ unknownRevisions: 0, goneArticles: 30 });
    expect(found.series.size).toBe(0);
  });

  test('begin anew with an article of the same name as one that was deleted', async () => {
    const repository = aHelpCentre().write(FILE, articleText('', 'Old.\n')).commit('2026-01-01', 'Write');
    repository.git('rm', '--quiet', FILE);
    repository.commit('2026-02-01', 'Delete').write(FILE, articleText()).commit('2026-03-01', 'Write again');
    const found = await read(repository, [
      votesOn('The answer.', { helpful: 3 }),
      votesOn('Old.', { unhelpful: 9 }),
    ]);
    expect(inShort(found)).toMatchObject({ current: { versions: ['-: Write again'], votes: '3:0' } });
    expect(found).toMatchObject({ unknownRevisions: 9 });
  });

  test('hold every vote on a text that came back', async () => {
    const repository = aHelpCentre();
    for (const [day, text] of [
      ['2026-01-01', 'Within 14 days.'],
      ['2026-02-01', 'Within 30 days.'],
      ['2026-03-01', 'Within 14 days.'],
    ] as const) {
      repository.write(FILE, articleText('', `${text}\n`)).commit(day, `Write on ${day}`);
    }
    const said = [votesOn('Within 14 days.', { helpful: 5 }), votesOn('Within 30 days.', { unhelpful: 2 })];
    expect(inShort(await read(repository, said))).toMatchObject({
      current: { versions: ['substance: Write on 2026-03-01'], votes: '5:0' },
      before: { versions: ['-: Write on 2026-02-01'], votes: '0:2' },
    });
  });

  test('before the present one end at their own change of substance, past texts that were only seen', async () => {
    const repository = aHelpCentre();
    for (const [month, days] of [10, 12, 14, 30].entries()) {
      const day = `2026-0${month + 1}-01`;
      repository.write(FILE, articleText('', `Within ${days} days.\n`)).commit(day, `Say ${days}`);
    }
    const found = await read(repository, [
      votesOn('Within 10 days.', { helpful: 1 }),
      votesOn('Within 12 days.', { helpful: 2 }),
      { ...votesOn('Within 14 days.'), views: 500 },
      votesOn('Within 30 days.', { helpful: 3 }),
    ]);
    expect(inShort(found)).toMatchObject({
      current: { versions: ['substance: Say 30'], votes: '3:0' },
      before: { versions: ['substance: Say 12'], votes: '2:0' },
    });
  });

  test('go by what the author of a commit declares', async () => {
    const repository = aHelpCentre()
      .write(FILE, articleText('', 'Within 14 days.\n'))
      .commit('2026-01-01', 'Write')
      .write(FILE, articleText('', 'Within 30 days.\n'))
      .commit('2026-02-01', 'It was never 14\n\nEdit: minor')
      .write(FILE, articleText('reviewed: 2026-03-01\n', 'Within 30 days.\n'))
      .commit('2026-03-01', 'New pictures\n\nEdit: major');
    const said = [
      votesOn('Within 14 days.', { unhelpful: 3, from: '2026-01-05' }),
      votesOn('Within 30 days.', { helpful: 2, from: '2026-03-01' }),
    ];
    expect(inShort(await read(repository, said))).toMatchObject({
      current: { versions: ['substance: New pictures'], votes: '1:0' },
      before: { versions: ['spelling: It was never 14', '-: Write'], votes: '1:3' },
    });
  });

  test('are parted where an author declares a change, even if nobody voted on other words', async () => {
    const repository = aHelpCentre()
      .write(FILE, articleText())
      .commit('2026-01-01', 'Write')
      .write(FILE, articleText('reviewed: 2026-03-01\n'))
      .commit('2026-03-01', 'New pictures\n\nEdit: major');
    const said = votesOn('The answer.', { helpful: 2, unhelpful: 3, from: '2026-03-01' });
    expect(inShort(await read(repository, [said]))).toMatchObject({
      current: { versions: ['substance: New pictures'], votes: '1:3' },
      before: { versions: ['-: Write'], votes: '1:0' },
    });
  });

  test('pass over texts that could not be published', async () => {
    const file = 'en/billing/refund.mdx';
    const repository = aHelpCentre();
    for (const [day, text] of [
      ['2026-01-01', articleText('', 'Within 14 days.\n')],
      ['2026-02-01', articleText('', 'Within <b> 20 days.\n')],
      ['2026-02-02', 'Within 21 days.\n'],
      ['2026-02-03', '---\ntitle: [\n---\n\nWithin 22 days.\n'],
      ['2026-02-04', '---\ntitle: 23\n---\n\nWithin 23 days.\n'],
      ['2026-03-01', articleText('', 'Within 30 days.\n')],
    ] as const) {
      repository.write(file, text).commit(day, `Write on ${day}`);
    }
    const said = [votesOn('Within 14 days.', { helpful: 5 }), votesOn('Within 30 days.', { unhelpful: 2 })];
    expect(inShort(await read(repository, said), file)).toMatchObject({
      current: { versions: ['substance: Write on 2026-03-01'], votes: '0:2' },
      before: { versions: ['-: Write on 2026-01-01'], votes: '5:0' },
    });
  });

  test('know texts whose frontmatter followed other rules, with other line ends', async () => {
    const old = '\uFEFF---\r\ntitle: Get a refund\r\nauthor: unknown key\r\n---\r\n\r\nWithin 14 days.\r\n';
    const repository = aHelpCentre()
      .write(FILE, old)
      .commit('2026-01-01', 'Write')
      .write(FILE, articleText('', 'Within 30 days.\n'))
      .commit('2026-02-01', 'Extend');
    const found = await read(repository, [votesOn('Within 14 days.', { helpful: 5 })]);
    expect(inShort(found)).toMatchObject({ before: { versions: ['-: Write'], votes: '5:0' } });
  });

  test('know the text that a merge made, in a help centre that is a part of a repository', async () => {
    const lines = Array.from({ length: 9 }, (_, number) => `Line ${number} of the answer.`);
    const bodyOf = (...changes: [line: number, text: string][]) =>
      lines.map((text, number) => changes.find(([line]) => line === number)?.[1] ?? text).join('\n\n');
    const repository = aHelpCentre();
    const place = `content/${FILE}`;
    repository.write('content/site.yaml', SITE).write('content/en/billing/index.md', CATEGORY);
    repository.write(place, articleText('', `${bodyOf()}\n`)).commit('2026-01-01', 'Write');
    repository.git('checkout', '--quiet', '-b', 'edit');
    repository
      .write(place, articleText('', `${bodyOf([1, 'Within 30 days.'])}\n`))
      .commit('2026-01-02', 'Extend');
    repository.git('checkout', '--quiet', 'main');
    repository
      .write(place, articleText('', `${bodyOf([7, 'It costs 5 euros.'])}\n`))
      .commit('2026-01-03', 'Ask for money')
      .merge('2026-01-04', 'edit');
    const both = bodyOf([1, 'Within 30 days.'], [7, 'It costs 5 euros.']).replaceAll('\n\n', '\n');
    const dir = `${repository.dir}/content`;
    const found = await readSeries({
      content: await readContent(dir),
      history: await readHistory(dir),
      feedback: {
        ...NO_FEEDBACK,
        articles: [
          votesOn(both, { helpful: 2 }),
          votesOn(bodyOf().replaceAll('\n\n', '\n'), { unhelpful: 4 }),
        ],
      },
    });
    expect(inShort(found)).toEqual({
      current: { versions: ['substance: Merge edit'], votes: '2:0', revision: revision(both) },
      before: expect.objectContaining({ versions: ['-: Write'], votes: '0:4' }),
    });
  });

  test('are none where nobody said anything', async () => {
    const repository = aHelpCentre().write(FILE, articleText()).commit('2026-01-01', 'Write');
    expect(await read(repository, [])).toEqual({
      feedback: NO_FEEDBACK,
      series: new Map(),
      sourceChanges: new Map(),
      unknownRevisions: 0,
      goneArticles: 0,
    });
  });
});

describe('the source of a translation', () => {
  const GERMAN = 'de/billing/refund.md';
  const naming = (named: string) =>
    articleText(`translates: { id: billing/refund, revision: ${named} }\n`, 'Die Antwort.\n');

  test.each([
    [
      'has changed in substance',
      ['Within 10 days.', 'Within 14 days.', 'Within 30 days.'],
      { known: true, changes: 2, first: 'Write version 2' },
    ],
    [
      'has changed in its looks since it changed in substance',
      ['Within 10 days.', 'Within 14 days.', 'Within **14** days.'],
      { known: true, changes: 1, first: 'Write version 2' },
    ],
    [
      'never had that text',
      ['Within 12 days.', 'Within 14 days.'],
      { known: false, changes: 0, first: undefined },
    ],
  ])('%s', async (_, texts, expected) => {
    const repository = aHelpCentre();
    texts.forEach((text, index) => {
      const day = `2026-01-0${index + 1}`;
      repository.write(FILE, articleText('', `${text}\n`)).commit(day, `Write version ${index + 1}`);
    });
    repository.write(GERMAN, naming(revision('Within 10 days.'))).commit('2026-02-01', 'Translate');
    const { sourceChanges } = await read(repository, []);
    const found = [...sourceChanges].map(([path, { first, ...rest }]) => [
      path,
      { ...rest, first: first?.subject },
    ]);
    expect(found).toEqual([[GERMAN, { source: FILE, ...expected }]]);
  });

  test('has not changed where its author says so', async () => {
    const repository = aHelpCentre()
      .write(FILE, articleText('', 'Within 10 days.\n'))
      .write(GERMAN, naming(revision('Within 10 days.')))
      .commit('2026-01-01', 'Write')
      .write(FILE, articleText('', 'Within 14 days.\n'))
      .commit('2026-02-01', 'It was never 10\n\nEdit: minor');
    expect((await read(repository, [])).sourceChanges).toEqual(
      new Map([[GERMAN, { source: FILE, known: true, changes: 0 }]]),
    );
  });

  test('is looked at further back than the votes on it', async () => {
    const repository = aHelpCentre();
    for (const [month, days] of [10, 12, 14, 30].entries()) {
      const day = `2026-0${month + 1}-01`;
      repository.write(FILE, articleText('', `Within ${days} days.\n`)).commit(day, `Say ${days}`);
    }
    repository.write(GERMAN, naming(revision('Within 10 days.')));
    const said = [votesOn('Within 14 days.', { helpful: 1 }), votesOn('Within 30 days.', { helpful: 1 })];
    expect([...(await read(repository, said)).sourceChanges.values()]).toMatchObject([
      { known: true, changes: 3, first: { subject: 'Say 12' } },
    ]);
  });

  test('is not asked where the translation names its present text', async () => {
    const repository = aHelpCentre()
      .write(FILE, articleText())
      .write(GERMAN, naming(revision('The answer.')))
      .commit('2026-01-01', 'Write');
    expect((await read(repository, [])).sourceChanges).toEqual(new Map());
  });
});

test('without a history, votes on other texts than the present one are not known', async () => {
  const { dir } = aHelpCentre().write(FILE, articleText());
  const said = [votesOn('The answer.', { helpful: 3 }), votesOn('Else.', { helpful: 1 })];
  const found = await readSeries({
    content: await readContent(dir),
    history: { commits: new Map() },
    feedback: { ...NO_FEEDBACK, articles: said },
  });
  expect(inShort(found)).toMatchObject({ current: { votes: '3:0' } });
  expect(found).toMatchObject({ unknownRevisions: 1 });
});

import { describe, expect, test } from 'vitest';
import { type AuditFeedback, NO_FEEDBACK, type RevisionFeedback } from '../../src/core/audit-feedback.ts';
import { revisionOf } from '../../src/core/revision.ts';
import { readContent } from '../../src/readers/content-folder.ts';
import { readHistory } from '../../src/readers/git-history.ts';
import { readSeries, type TextHistory } from '../../src/readers/vote-series.ts';
import { articleText, SITE } from '../content-folder.ts';
import { ARepository } from './a-repository.ts';

const FILE = 'en/billing/refund.md';
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
    const read_ = await read(repository, [
      votesOn('Within 10 days.', { helpful: 1 }),
      votesOn('Within 12 days.', { helpful: 2, unhelpful: 1 }),
      votesOn('Within 14 days.', { helpful: 3 }),
    ]);
    expect(inShort(read_)).toEqual({
      current: { versions: ['substance: Two more'], votes: '3:0', revision: revision('Within 14 days.') },
      before: { versions: ['substance: Two days more'], votes: '2:1', revision: revision('Within 12 days.') },
    });
    expect(read_).toMatchObject({ unknownRevisions: 0, goneArticles: 0 });
  });

  test('go on where only the looks, the frontmatter or the place of the text changed', async () => {
    const repository = aHelpCentre()
      .write(FILE, articleText('', 'Within 14 days.\n'))
      .commit('2026-01-01', 'Write')
      .write(FILE, articleText('', 'Within **14** days.\n'))
      .commit('2026-02-01', 'Emphasise')
      .write(FILE, articleText('reviewed: 2026-03-01\n', 'Within **14** days.\n'))
      .commit('2026-03-01', 'Review');
    repository.git('mv', FILE, 'en/billing/money.md');
    repository.commit('2026-04-01', 'Rename');
    const read_ = await read(repository, [
      votesOn('Within 14 days.', { helpful: 3 }),
      votesOn('Gone.', { helpful: 2 }),
    ]);
    expect(inShort(read_, 'en/billing/money.md')).toEqual({
      current: { versions: ['-: Write'], votes: '3:0', revision: revision('Within 14 days.') },
    });
    expect(read_).toMatchObject({ unknownRevisions: 2, goneArticles: 0 });
  });
});

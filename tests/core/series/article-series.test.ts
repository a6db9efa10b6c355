import { describe, expect, test } from 'vitest';
import type { RevisionFeedback } from '../../../src/core/audit-feedback/audit-feedback.ts';
import { articleSeries, type JoinedVotes } from '../../../src/core/series/article-series.ts';
import type { TextVersion } from '../../../src/core/series/vote-series.ts';
import { anArticle, feedbackOn } from '../an-article.ts';

const ARTICLE = anArticle();

/** The versions of a text, the newest first: `a substance 2026-02-01` is a revision, its kind and its day. */
function versions(...lines: string[]): TextVersion[] {
  return lines.map((line) => {
    const [revision = '', edit, day] = line.split(' ');
    return {
      revision,
      ...(edit && edit !== '-' && { edit: edit as TextVersion['edit'] }),
      ...(day && { commit: { hash: day, day, subject: `Edit of ${day}` } }),
    };
  });
}

/** Votes on a revision, as `2026-01-01: 2:1`, helpful before the colon. */
function votes(revision: string, ...days: string[]): RevisionFeedback {
  const list = days.map((line) => {
    const [day = '', share = ''] = line.split(': ');
    const [helpful = 0, unhelpful = 0] = share.split(':').map(Number);
    return { day, helpful, unhelpful };
  });
  return feedbackOn(
    { ...ARTICLE, revision },
    {
      helpful: list.reduce((sum, { helpful }) => sum + helpful, 0),
      unhelpful: list.reduce((sum, { unhelpful }) => sum + unhelpful, 0),
      days: list,
    },
  );
}

function inShort({ series, unknownRevisions }: JoinedVotes): Record<string, unknown> {
  const short = (one: NonNullable<typeof series>['before']) =>
    one && {
      texts: one.versions.map(({ revision, feedback }) => [
        revision,
        feedback ? `${feedback.helpful}:${feedback.unhelpful}` : '-',
      ]),
      all: `${one.feedback.revision} ${one.feedback.helpful}:${one.feedback.unhelpful}`,
    };
  return {
    current: short(series?.current),
    before: short(series?.before),
    unknown: unknownRevisions.map(({ revision }) => revision),
  };
}

function join(texts: TextVersion[], ...feedback: RevisionFeedback[]): Record<string, unknown> {
  return inShort(articleSeries(ARTICLE, texts, feedback));
}

describe('the series of an article', () => {
  test('goes on over formatting and spelling, and ends with a change of substance', () => {
    expect(
      join(
        versions('e spelling', 'd formatting', 'c substance', 'b spelling', 'a'),
        votes('e', '2026-05-01: 1:0'),
        votes('c', '2026-03-01: 2:1'),
        votes('b', '2026-02-01: 3:0'),
        votes('a', '2026-01-01: 4:0'),
      ),
    ).toEqual({
      current: {
        texts: [
          ['e', '1:0'],
          ['d', '-'],
          ['c', '2:1'],
        ],
        all: 'e 3:1',
      },
      before: {
        texts: [
          ['b', '3:0'],
          ['a', '4:0'],
        ],
        all: 'b 7:0',
      },
      unknown: [],
    });
  });

  test('compares with the newest earlier text that anybody voted on', () => {
    expect(
      join(
        versions('c substance', 'replaced-within-the-hour substance', 'a substance', 'z'),
        votes('c', '2026-05-01: 1:0'),
        votes('a', '2026-01-01: 4:0'),
        votes('z', '2025-01-01: 9:9'),
      ),
    ).toEqual({
      current: { texts: [['c', '1:0']], all: 'c 1:0' },
      before: { texts: [['a', '4:0']], all: 'a 4:0' },
      unknown: [],
    });
  });

  test('begins without votes after a change of substance', () => {
    expect(join(versions('b substance', 'a'), votes('a', '2026-01-01: 4:1'))).toEqual({
      current: { texts: [['b', '-']], all: 'b 0:0' },
      before: { texts: [['a', '4:1']], all: 'a 4:1' },
      unknown: [],
    });
  });

  test('holds all votes that a text ever had where it came back', () => {
    expect(
      join(
        versions('a substance 2026-03-01', 'b substance 2026-02-01', 'a - 2026-01-01'),
        votes('a', '2026-01-05: 4:0', '2026-03-05: 5:1'),
        votes('b', '2026-02-05: 0:6'),
      ),
    ).toEqual({
      current: { texts: [['a', '9:1']], all: 'a 9:1' },
      before: { texts: [['b', '0:6']], all: 'b 0:6' },
      unknown: [],
    });
  });

  test('counts the votes on a text that came back once', () => {
    expect(
      join(
        versions('a spelling', 'b spelling', 'a'),
        votes('a', '2026-01-05: 4:0'),
        votes('b', '2026-02-05: 0:1'),
      ),
    ).toMatchObject({ current: { all: 'a 4:1' }, before: undefined });
  });

  test('parts votes on the same words by the day where the author declares a change', () => {
    expect(
      join(
        versions('a substance 2026-03-01', 'a substance 2026-02-01', 'a - 2026-01-01'),
        votes(
          'a',
          '2026-01-05: 1:0',
          '2026-02-01: 2:0',
          '2026-02-02: 0:3',
          '2026-03-01: 0:4',
          '2026-03-02: 5:0',
        ),
      ),
    ).toEqual({
      current: { texts: [['a', '5:0']], all: 'a 5:0' },
      before: { texts: [['a', '0:7']], all: 'a 0:7' },
      unknown: [],
    });
  });

  test('counts no vote on a text that the article never had', () => {
    const [a, gone] = [votes('a', '2026-01-01: 4:1'), votes('gone', '2026-01-01: 0:9')];
    expect(join(versions('a'), a, gone)).toEqual({
      current: { texts: [['a', '4:1']], all: 'a 4:1' },
      before: undefined,
      unknown: ['gone'],
    });
    expect(join(versions('a'), gone)).toEqual({ current: undefined, before: undefined, unknown: ['gone'] });
    expect(join(versions('a'))).toEqual({ current: undefined, before: undefined, unknown: [] });
  });
});

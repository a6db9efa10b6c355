import { describe, expect, test } from 'vitest';
import { NO_FEEDBACK, type SurveySheet } from '../../../src/core/audit-feedback/audit-feedback.ts';
import { EXPECTATION_LEVELS, type ExpectationLevel } from '../../../src/core/expectation-level.ts';
import { RULE_NAMES } from '../../../src/core/rules/index.ts';
import { type Question, surveySchema } from '../../../src/core/survey/survey.ts';
import { wordingOf } from '../../../src/core/survey/survey-wording.ts';
import { anArticle } from '../an-article.ts';
import { SITE, work } from './work.ts';

const texts = { en: 'text' };
const survey = surveySchema.parse({
  title: texts,
  introduction: texts,
  thanks: texts,
  levels: Object.fromEntries(
    EXPECTATION_LEVELS.map((level) => [level, { title: texts, description: texts }]),
  ),
  questions: EXPECTATION_LEVELS.map((level) => ({
    id: level,
    level,
    kind: 'scale',
    text: texts,
    ends: { low: texts, high: texts },
  })),
});

/** So many readers, of whom so many gave a good answer on each level; who is content with one is so with all below. */
function sheets(readers: number, content: Partial<Record<ExpectationLevel, number>>): SurveySheet[] {
  return Array.from({ length: readers }, (_, reader) => ({
    locale: 'en',
    answers: Object.fromEntries(
      Object.entries(content).map(([level, good]) => [level, reader < good ? 4 : 3]),
    ),
    received: new Date('2026-07-01T12:00:00Z'),
  }));
}

function found(given: SurveySheet[], more: Partial<Parameters<typeof work>[0]> = {}) {
  return work({
    articles: [],
    content: { survey },
    feedback: { ...NO_FEEDBACK, sheets: given },
    ...more,
  });
}

describe('survey-level', () => {
  test('names the first broken level with its share, and the work that it calls for', () => {
    const given = sheets(100, { accuracy: 90, availability: 41, partnership: 20, expertise: 10 });
    const contact = [{ kind: 'email', value: 'help@example.com', label: { en: 'E-mail' } }] as const;
    const site = { ...SITE, contact: [...contact] };
    expect(found(given, { content: { survey, site } })).toEqual([
      {
        rule: 'survey-level',
        severity: 'warning',
        file: 'survey.yaml',
        line: 1,
        message:
          'The first level that is broken is availability: 41 % good answers from 100 readers ' +
          '(probably 33 to 49 %), where 70 % are wanted. Readers miss that they get an answer, or a person, when they need one.',
        hint:
          'Write first what readers search for and do not find. ' +
          '`npm run audit -- --rule search-gap,unfindable` lists it.',
        impact: expect.closeTo(59, 9),
        figure: { value: 0.41, low: expect.closeTo(0.3325, 3), high: expect.closeTo(0.4922, 3), of: 100 },
      },
    ]);
  });

  test.each([
    ['accuracy', { accuracy: 50 }, 'Mend first what is out of date.'],
    ['availability', { accuracy: 90, availability: 50 }, 'give one under `contact`.'],
    ['partnership', { accuracy: 90, availability: 85, partnership: 50 }, '--rule reason,dead-end'],
    [
      'expertise',
      { accuracy: 90, availability: 87, partnership: 85, expertise: 50 },
      'Among 3 articles, how-tos: 2, for experienced readers or experts: 1.',
    ],
  ])('calls for another kind of work on the level of %s', (level, content, words) => {
    const articles = [
      anArticle({ id: 'a/one' }),
      anArticle({ id: 'a/two', frontmatter: { level: 'expert', title: 'Send a parcel' } }),
      anArticle({ id: 'a/three', frontmatter: { type: 'faq', level: 'beginner', title: 'Opening hours' } }),
    ];
    const [finding, ...others] = found(sheets(100, content), { articles });
    expect(others).toEqual([]);
    expect(finding?.message).toContain(`broken is ${level}: 50 %`);
    expect(finding?.hint).toContain(words);
  });

  test.each([
    ['nobody answered', sheets(0, {})],
    ['too few answered', sheets(4, { accuracy: 0 })],
    ['every level holds', sheets(100, { accuracy: 90, availability: 88, partnership: 87, expertise: 86 })],
    ['it is open whether the first level holds', sheets(100, { accuracy: 68, availability: 5 })],
    [
      'answers do not fit their question',
      [...sheets(50, { accuracy: 0 })].map((one) => ({ ...one, answers: { accuracy: 0 } })),
    ],
  ])('says nothing where %s', (_, given) => {
    expect(found(given)).toEqual([]);
  });

  test('counts answers only where they were given to a wording that counts', () => {
    const [accuracy] = survey.questions as [Question];
    const asked = (text: Record<string, string>) => wordingOf({ ...accuracy, text }, 'en');
    const inWording = (wording: string) =>
      sheets(50, { accuracy: 0 }).map((sheet) => ({ ...sheet, wordings: { accuracy: wording } }));
    const formerly = { ...accuracy, formerly: [{ en: 'former text' }] };
    const renamed = { ...survey, questions: [formerly, ...survey.questions.slice(1)] };
    expect(found(inWording(asked({ en: 'text' })))).toHaveLength(1);
    expect(found(inWording(asked({ en: 'former text' })))).toEqual([]);
    expect(found(inWording(asked({ en: 'former text' })), { content: { survey: renamed } })).toHaveLength(1);
    expect(found(inWording(asked({ en: 'another text' })), { content: { survey: renamed } })).toEqual([]);
  });

  test('names only rules that the audit has', () => {
    const broken = [
      { accuracy: 50 },
      { accuracy: 90, availability: 50 },
      { accuracy: 90, availability: 85, partnership: 50 },
    ];
    const named = broken.flatMap((content) => {
      const [finding] = found(sheets(100, content));
      return /--rule ([a-z,-]+)/.exec(finding?.hint ?? '')?.[1]?.split(',') ?? [];
    });
    expect(named).toHaveLength(9);
    expect(named.filter((name) => !RULE_NAMES.includes(name))).toEqual([]);
  });

  test('takes the limit from the site', () => {
    const site = { ...SITE, limits: { ...SITE.limits, levelShare: 0.3 } };
    const given = sheets(100, { accuracy: 50 });
    expect(found(given)).toHaveLength(1);
    expect(found(given, { content: { survey, site } })).toEqual([]);
  });

  test('says nothing where there is no survey', () => {
    expect(found(sheets(100, { accuracy: 0 }), { content: {} })).toEqual([]);
  });
});

import type { Context } from 'hono';
import { type Answers, answersSchema } from '../../core/feedback.ts';
import { inLocale } from '../../core/site.ts';
import type { Survey } from '../../core/survey/survey.ts';
import { translate } from '../../core/texts.ts';
import { fieldErrors, invalid, pointerTo } from '../problem.ts';
import { type Env, localeOf, type Service } from '../service.ts';
import { scrubbed, scrubbedSource } from './free-text.ts';
import { type LeftOut, readSheet, type SheetProblem, type SheetReading, withoutBlanks } from './sheet.ts';

/**
 * The sheet as it is stored, once its shape and every answer are right, and what of it is left out; else throws the
 * problem that names all that is wrong.
 */
export function checkedSheet(
  c: Context<Env>,
  service: Service,
  survey: Survey,
  body: unknown,
): { sheet: Answers; leftOut: LeftOut[] } {
  const reading = readingOf(body, survey, service);
  const parsed = answersSchema.safeParse(reading ? { ...(body as object), answers: reading.answers } : body);
  const { leftOut = [], problems = [] } = reading ?? {};
  // What is wrong with a single answer, the survey says better than the schema.
  const issues = parsed.error?.issues.filter(({ path }) => !(path[0] === 'answers' && path.length > 1)) ?? [];
  const errors = [
    ...fieldErrors(issues),
    ...problems.map(({ id, detail }) => ({ pointer: pointerTo(['answers', id]), detail })),
  ];
  if (errors.length > 0) {
    const points = pointsFor(problems, c, service);
    throw invalid(errors, { ...(points.length > 0 && { say: 'sheet', points }) });
  }
  if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues));
  const { answers, source, ...rest } = parsed.data;
  if (Object.keys(answers).length === 0) {
    const points = pointsFor(leftOut, c, service);
    throw invalid([{ pointer: '#/answers', detail: 'must hold at least one answer' }], {
      ...(points.length > 0 ? { say: 'nothing-left', points } : { say: 'empty-sheet' }),
    });
  }
  const written = new Set(survey.questions.flatMap(({ id, kind }) => (kind === 'text' ? [id] : [])));
  const sheet: Answers = {
    ...rest,
    ...(source !== undefined && { source: scrubbedSource(source) }),
    answers: Object.fromEntries(
      Object.entries(answers).map(([id, value]) => [
        id,
        written.has(id) && typeof value === 'string' ? scrubbed(value) : value,
      ]),
    ),
    wordings: reading?.wordings,
  };
  return { sheet, leftOut };
}

function readingOf(body: unknown, survey: Survey, service: Service): SheetReading | undefined {
  if (!body || typeof body !== 'object' || !('answers' in body)) return undefined;
  const sent: { answers: unknown; article?: unknown; locale?: unknown } = body;
  const { answers, article, locale } = sent;
  if (!answers || typeof answers !== 'object' || Array.isArray(answers)) return undefined;
  return readSheet(
    { ...sent, answers: withoutBlanks(answers as Record<string, unknown>) },
    {
      survey,
      categories: typeof article === 'string' ? service.categoriesOf(article, String(locale)) : [],
      fallback: service.locales[0],
    },
  );
}

/** What a reader is told of single answers: each question, where it is known, and what is the matter with it. */
export function pointsFor(
  of: readonly (SheetProblem | LeftOut)[],
  c: Context<Env>,
  service: Service,
): string[] {
  const locale = localeOf(c, service.locales);
  const texts = service.texts(locale);
  const points = of.flatMap((one) => {
    const { question } = one;
    const reason = translate(texts, reasonOf(one));
    if (question) return [`${inLocale(question.text, locale, service.locales[0])} – ${reason}`];
    return 'why' in one ? [reason] : [];
  });
  return [...new Set(points)];
}

/** Key of the text that says what is the matter with an answer. */
function reasonOf(one: SheetProblem | LeftOut): string {
  if ('why' in one) return `collector.answers.${one.why}`;
  if (one.kind === 'missing') return 'survey.required';
  return one.question?.kind === 'text' ? 'collector.answers.too-long' : 'collector.answers.misfit';
}

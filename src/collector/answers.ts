import { type Context, Hono } from 'hono';
import { type Answers, answersSchema, withdrawalSchema } from '../core/feedback.ts';
import { inLocale } from '../core/site.ts';
import type { Survey } from '../core/survey.ts';
import { translate } from '../core/texts.ts';
import { answeredPage, answersWithdrawnPage } from './answer-pages.ts';
import { limitedTo, parse, readBody } from './body.ts';
import { addPlace, answersFrom, withdrawalFrom } from './forms.ts';
import { scrubbed, scrubbedSource } from './free-text.ts';
import { methodOf, otherMethods } from './methods.ts';
import { sendPage } from './page.ts';
import { fieldErrors, invalid, notFound, Problem, pointerTo } from './problem.ts';
import { type Env, localeOf, type Service } from './service.ts';
import { type LeftOut, readSheet, type SheetProblem, type SheetReading, withoutBlanks } from './sheet.ts';

/** Most of a sheet's body, in KiB: enough to say of a text that is much too long how long it may be. */
const MOST = 64;

/** `/api/answers`: hand in and withdraw a survey sheet, in JSON or by plain forms. */
export function answers(service: Service): Hono<Env> {
  const app = new Hono<Env>();

  app.post('/', limitedTo(MOST), async (c) => {
    const { survey } = service;
    if (!survey) throw noSurvey();
    const body = await readBody(c, (fields) => {
      addPlace(fields, c.req.header('Referer'));
      return answersFrom(fields, survey, service.newId);
    });
    const { sheet, leftOut } = checked(c, service, survey, body);
    const receipt = await service.ask(() => service.receipts.of('answers', sheet.id));
    const outcome = await service.ask((store) => store.addAnswers(sheet, service.now()));
    c.set('outcome', { stored: Number(outcome === 'stored'), duplicates: Number(outcome === 'duplicate') });
    if (!c.get('form')) {
      return c.json({ receipt, ...(leftOut.length > 0 && { leftOut: leftOut.map(({ id }) => id) }) }, 201);
    }
    const locale = localeOf(c, service.locales);
    const page = answeredPage({
      texts: service.texts(locale),
      locale,
      action: `answers/${sheet.id}`,
      receipt,
      article: sheet.article,
      thanks: inLocale(survey.thanks, locale, service.locales[0]),
      leftOut: pointsOf(leftOut, c, service),
    });
    return sendPage(c, service, page, 201);
  });

  app.on(['POST', 'DELETE'], '/:id', limitedTo(8), async (c) => {
    const id = c.req.param('id');
    let method = c.req.method;
    const body = await readBody(c, (fields) => {
      method = methodOf(fields);
      return withdrawalFrom(fields);
    });
    if (method !== 'DELETE') return otherMethods(service, 'DELETE')(c);
    const { receipt } = parse(withdrawalSchema, body);
    if (!(await service.ask(() => service.receipts.match('answers', id, receipt)))) throw notFound();
    const gone = await service.ask((store) => store.withdrawAnswers(id));
    c.set('outcome', { stored: Number(gone), duplicates: Number(!gone) });
    if (!c.get('form')) return c.body(null, 204);
    return sendPage(c, service, answersWithdrawnPage(service.texts(localeOf(c, service.locales))), 200);
  });

  app.all('/', otherMethods(service, 'POST'));
  app.all('/:id', otherMethods(service, 'DELETE'));
  return app;
}

/**
 * The sheet as it is stored, once its shape and every answer are right, and what of it is left out; else throws the
 * problem that names all that is wrong.
 */
function checked(
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
    const points = pointsOf(problems, c, service);
    throw invalid(errors, { ...(points.length > 0 && { say: 'sheet', points }) });
  }
  if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues));
  const { answers, source, ...rest } = parsed.data;
  if (Object.keys(answers).length === 0) {
    const points = pointsOf(leftOut, c, service);
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
function pointsOf(of: readonly (SheetProblem | LeftOut)[], c: Context<Env>, service: Service): string[] {
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

function noSurvey(): Problem {
  return new Problem({
    status: 404,
    refusal: 'not-found',
    detail: 'This help centre asks no survey.',
    say: 'gone',
  });
}

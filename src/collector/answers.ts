import { type Context, Hono } from 'hono';
import { type Answers, answersSchema, withdrawalSchema } from '../core/feedback.ts';
import { inLocale } from '../core/site.ts';
import type { Survey } from '../core/survey.ts';
import { type Texts, translate } from '../core/texts.ts';
import { answeredPage, answersWithdrawnPage } from './answer-pages.ts';
import { limitedTo, parse, readBody } from './body.ts';
import { addPlace, answersFrom, withdrawalFrom } from './forms.ts';
import { methodOf, otherMethods } from './methods.ts';
import { sendPage } from './page.ts';
import { fieldErrors, invalid, notFound, Problem, pointerTo } from './problem.ts';
import { type Env, localeOf, type Service } from './service.ts';
import { type SheetProblem, sheetProblems, withoutBlanks } from './sheet.ts';

/** `/api/answers`: hand in and withdraw a survey sheet, in JSON or by plain forms. */
export function answers(service: Service): Hono<Env> {
  const app = new Hono<Env>();

  app.post('/', limitedTo(8), async (c) => {
    const { survey } = service;
    if (!survey) throw noSurvey();
    const body = await readBody(c, (fields) => {
      addPlace(fields, c.req.header('Referer'));
      return answersFrom(fields, survey, service.newId);
    });
    const sheet = checked(c, service, survey, body);
    const receipt = await service.ask(() => service.receipts.of('answers', sheet.id));
    const outcome = await service.ask((store) => store.addAnswers(sheet, service.now()));
    c.set('outcome', { stored: Number(outcome === 'stored'), duplicates: Number(outcome === 'duplicate') });
    if (!c.get('form')) return c.json({ receipt }, 201);
    const locale = localeOf(c, service.locales);
    const page = answeredPage({
      texts: service.texts(locale),
      locale,
      action: `answers/${sheet.id}`,
      receipt,
      article: sheet.article,
      thanks: inLocale(survey.thanks, locale, service.locales[0]),
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

/** The sheet, once its shape and every answer are right; else throws the problem that names all that is not. */
function checked(c: Context<Env>, service: Service, survey: Survey, body: unknown): Answers {
  const given = answersOf(body);
  const parsed = answersSchema.safeParse(given ? { ...(body as object), answers: given } : body);
  const wrong = given ? sheetProblems(survey, given) : [];
  // What is wrong with a single answer, the survey says better than the schema.
  const issues = parsed.error?.issues.filter(({ path }) => !(path[0] === 'answers' && path.length > 1)) ?? [];
  const errors = [
    ...fieldErrors(issues),
    ...wrong.map(({ id, detail }) => ({ pointer: pointerTo(['answers', id]), detail })),
  ];
  if (errors.length > 0) {
    const texts = service.texts(localeOf(c, service.locales));
    const locale = localeOf(c, service.locales);
    const points = wrong.flatMap((problem) => pointFor(problem, texts, locale, service.locales[0]));
    throw invalid(errors, { ...(points.length > 0 && { say: 'sheet', points }) });
  }
  if (!parsed.success) throw invalid(fieldErrors(parsed.error.issues));
  if (Object.keys(parsed.data.answers).length === 0) {
    throw invalid([{ pointer: '#/answers', detail: 'must hold at least one answer' }], {
      say: 'empty-sheet',
    });
  }
  return parsed.data;
}

function answersOf(body: unknown): Record<string, unknown> | undefined {
  const given = body && typeof body === 'object' && 'answers' in body ? body.answers : undefined;
  if (!given || typeof given !== 'object' || Array.isArray(given)) return undefined;
  return withoutBlanks(given as Record<string, unknown>);
}

function pointFor(
  { question, kind }: SheetProblem,
  texts: Texts,
  locale: string,
  fallback?: string,
): string[] {
  if (!question) return [];
  const misfit = question.kind === 'text' ? 'collector.answers.too-long' : 'collector.answers.misfit';
  const reason = translate(texts, kind === 'missing' ? 'survey.required' : misfit);
  return [`${inLocale(question.text, locale, fallback)} – ${reason}`];
}

function noSurvey(): Problem {
  return new Problem({
    status: 404,
    refusal: 'not-found',
    detail: 'This help centre asks no survey.',
    say: 'gone',
  });
}

import { Hono } from 'hono';
import { withdrawalSchema } from '../../core/feedback.ts';
import { inLocale } from '../../core/site.ts';
import type { Survey } from '../../core/survey/survey.ts';
import { MAX_TEXT } from '../../core/survey/survey-answer.ts';
import { limitedTo, parse, readBody } from '../gate/body.ts';
import { methodOf, otherMethods } from '../gate/methods.ts';
import { refuseUnknown } from '../gate/refuse-unknown.ts';
import { answeredPage, answersWithdrawnPage } from '../pages/answer-pages.ts';
import { sendPage } from '../pages/page.ts';
import { notFound, Problem } from '../problem.ts';
import { type Env, localeOf, outcomeOf, type Service } from '../service.ts';
import { checkedSheet, pointsFor } from './checked-sheet.ts';
import { addPlace, answersFrom, withdrawalFrom } from './forms.ts';
import { showOwn } from './own-submission.ts';

/** Longest body of what is no sheet, in KiB. */
const MOST = 8;

/** No sheet is longer, however many texts a survey asks for, in KiB. */
const MOST_OF_SHEET = 64;

/** A character of a text, as browsers count them, is at most three bytes of UTF-8. */
const BYTES = 3;

/** `/api/answers`: hand in and withdraw a survey sheet, in JSON or by plain forms. */
export function answers(service: Service): Hono<Env> {
  const app = new Hono<Env>();

  app.post('/', limitedTo(longestSheet(service.survey)), async (c) => {
    const { survey } = service;
    if (!survey) throw noSurvey();
    const body = await readBody(c, (fields) => {
      addPlace(fields, c.req.header('Referer'));
      return answersFrom(fields, survey, () => service.admission.formId(c, fields, service.newId));
    });
    const { sheet, leftOut } = checkedSheet(c, service, survey, body);
    await refuseUnknown(service, [{ locale: sheet.locale, article: sheet.article }]);
    const unproven = await service.proofOfWork.check(c, 'answers', sheet.id);
    const receipt = await service.ask(() => service.receipts.of('answers', sheet.id));
    const aside = service.admission.judge(c, { kind: 'answers', ...sheet }) ?? unproven;
    if (!aside) service.proofOfWork.noteCounted();
    const outcome = await service.ask((store) => store.addAnswers(sheet, service.now(), aside));
    c.set('outcome', outcomeOf(outcome, aside));
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
      unproven: unproven !== undefined,
      thanks: inLocale(survey.thanks, locale, service.locales[0]),
      leftOut: pointsFor(leftOut, c, service),
    });
    return sendPage(c, service, page, 201);
  });

  app.get('/:id', (c) => showOwn(c, service, 'answers'));

  app.on(['POST', 'DELETE'], '/:id', limitedTo(MOST), async (c) => {
    const id = c.req.param('id');
    let method = c.req.method;
    const body = await readBody(c, (fields) => {
      method = methodOf(fields);
      return withdrawalFrom(fields);
    });
    if (method !== 'DELETE') return otherMethods(service, 'GET', 'DELETE')(c);
    const { receipt } = parse(withdrawalSchema, body);
    if (!(await service.ask(() => service.receipts.match('answers', id, receipt)))) throw notFound();
    const gone = await service.ask((store) => store.withdrawAnswers(id));
    service.admission.forgetForm(id);
    c.set('outcome', { stored: Number(gone), duplicates: Number(!gone) });
    if (!c.get('form')) return c.body(null, 204);
    return sendPage(c, service, answersWithdrawnPage(service.texts(localeOf(c, service.locales))), 200);
  });

  app.all('/', otherMethods(service, 'POST'));
  app.all('/:id', otherMethods(service, 'GET', 'DELETE'));
  return app;
}

/** Most of a sheet's body, in KiB: as much as every other body, and each text that the survey asks for in full length. */
function longestSheet(survey: Survey | undefined): number {
  const texts = survey?.questions.filter(({ kind }) => kind === 'text').length ?? 0;
  return Math.min(MOST + Math.ceil((texts * MAX_TEXT * BYTES) / 1024), MOST_OF_SHEET);
}

function noSurvey(): Problem {
  return new Problem({
    status: 404,
    refusal: 'not-found',
    detail: 'This help centre asks no survey.',
    say: 'gone',
  });
}

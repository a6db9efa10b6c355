import { type Context, Hono } from 'hono';
import { voteChangeSchema, voteSchema, withdrawalSchema } from '../../core/feedback.ts';
import { limitedTo, parse, readBody } from '../gate/body.ts';
import { methodOf, otherMethods } from '../gate/methods.ts';
import { refuseUnknown } from '../gate/refuse-unknown.ts';
import { sendPage } from '../pages/page.ts';
import { notedPage, type VoteOnPage, votedPage, voteWithdrawnPage, whyForm } from '../pages/vote-pages.ts';
import { invalid, notFound } from '../problem.ts';
import { type Env, localeOf, outcomeOf, type Service } from '../service.ts';
import { asksNotToBeCounted } from './do-not-track.ts';
import { changeFrom, voteFrom, withdrawalFrom } from './forms.ts';
import { scrubbed } from './free-text.ts';
import { showOwn } from './own-submission.ts';

/** `/api/votes`: cast, change and withdraw a vote, in JSON or by plain forms. */
export function votes(service: Service): Hono<Env> {
  const app = new Hono<Env>();

  app.post('/', limitedTo(8), async (c) => {
    const { search, ...said } = parse(
      voteSchema,
      await readBody(c, (fields) =>
        voteFrom(fields, () => service.admission.formId(c, fields, service.newId)),
      ),
    );
    await refuseUnknown(service, [said]);
    // A vote counts whoever casts it; what led to it is a count of the reader's ways, which some do not want.
    const vote = search && !asksNotToBeCounted(c) ? { ...said, search } : said;
    const unproven = await service.proofOfWork.check(c, 'vote', vote.id);
    const receipt = await service.ask(() => service.receipts.of('vote', vote.id));
    const aside = service.admission.judge(c, { kind: 'vote', ...vote }) ?? unproven;
    if (!aside) service.proofOfWork.noteCounted();
    const outcome = await service.ask((store) => store.addVote(vote, service.now(), aside));
    c.set('outcome', outcomeOf(outcome, aside));
    if (!c.get('form')) return c.json({ receipt }, 201);
    const page = votedPage(voteOnPage(c, service, `votes/${vote.id}`, receipt), vote.helpful, unproven);
    return sendPage(c, service, page, 201);
  });

  app.get('/:id', (c) => showOwn(c, service, 'vote'));

  app.on(['POST', 'PATCH', 'DELETE'], '/:id', limitedTo(8), async (c) => {
    const id = c.req.param('id');
    let method = c.req.method;
    const body = await readBody(c, (fields) => {
      method = methodOf(fields);
      return method === 'DELETE' ? withdrawalFrom(fields) : changeFrom(fields);
    });
    if (method === 'PATCH') return change(c, service, id, body);
    if (method === 'DELETE') return withdraw(c, service, id, body);
    return otherMethods(service, 'GET', 'PATCH', 'DELETE')(c);
  });

  app.all('/', otherMethods(service, 'POST'));
  app.all('/:id', otherMethods(service, 'GET', 'PATCH', 'DELETE'));
  return app;
}

async function change(c: Context<Env>, service: Service, id: string, body: unknown): Promise<Response> {
  const { receipt, comment, ...rest } = parse(voteChangeSchema, body);
  const wanted = { ...rest, comment: comment && scrubbed(comment) };
  if (Object.values(wanted).every((value) => value === undefined)) {
    throw invalid([{ pointer: '#', detail: 'must give `helpful`, `reason` or `comment`' }], {
      say: 'nothing-said',
      ...(c.get('form') && { form: whyForm(voteOnPage(c, service, id, receipt), false) }),
    });
  }
  if (!(await service.ask(() => service.receipts.match('vote', id, receipt)))) throw notFound();
  if (!(await service.ask((store) => store.changeVote(id, wanted, service.now())))) throw notFound();
  if (wanted.helpful !== undefined) service.admission.forgetForm(id);
  c.set('outcome', { stored: 1, duplicates: 0 });
  if (!c.get('form')) return c.json({ receipt });
  const vote = voteOnPage(c, service, id, receipt);
  const page = wanted.helpful === undefined ? notedPage(vote) : votedPage(vote, wanted.helpful);
  return sendPage(c, service, page, 200);
}

/** Withdrawing what is withdrawn changes nothing and answers the same, like every repetition. */
async function withdraw(c: Context<Env>, service: Service, id: string, body: unknown): Promise<Response> {
  const { receipt } = parse(withdrawalSchema, body);
  if (!(await service.ask(() => service.receipts.match('vote', id, receipt)))) throw notFound();
  const gone = await service.ask((store) => store.withdrawVote(id));
  service.admission.forgetForm(id);
  c.set('outcome', { stored: Number(gone), duplicates: Number(!gone) });
  if (!c.get('form')) return c.body(null, 204);
  return sendPage(c, service, voteWithdrawnPage(service.texts(localeOf(c, service.locales))), 200);
}

function voteOnPage(c: Context<Env>, service: Service, action: string, receipt: string): VoteOnPage {
  const locale = localeOf(c, service.locales);
  const article = c.get('form')?.get('article') ?? undefined;
  return { texts: service.texts(locale), locale, action, receipt, article };
}

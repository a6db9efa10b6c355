import { Hono } from 'hono';
import { signalsSchema } from '../../core/feedback.ts';
import { limitedTo, parse, readBody } from '../gate/body.ts';
import { otherMethods } from '../gate/methods.ts';
import { refuseUnknown } from '../gate/refuse-unknown.ts';
import { Problem } from '../problem.ts';
import type { Env, Outcome, Service } from '../service.ts';
import { asksNotToBeCounted } from './do-not-track.ts';
import { scrubbedWords } from './free-text.ts';

/** `/api/signals`: what readers did, several at once, without saying who; JSON only. */
export function signals(service: Service): Hono<Env> {
  const app = new Hono<Env>();

  app.post('/', limitedTo(8), async (c) => {
    const body = await readBody(c);
    if (Array.isArray(body) && body.length > 0) c.set('size', body.length);
    if (asksNotToBeCounted(c)) throw notToBeCounted();
    const batch = parse(signalsSchema, body).map((signal) =>
      signal.kind === 'search' ? { ...signal, query: scrubbedWords(signal.query) } : signal,
    );
    await refuseUnknown(service, batch, (number) => [number]);
    const judged = Map.groupBy(batch, (signal) =>
      service.admission.judge(c, { ...signal, kind: 'signal', signal: signal.kind }),
    );
    const outcome: Outcome = { stored: 0, duplicates: 0, aside: {} };
    // Where the store fails half-way, the first part is stored all the same.
    c.set('outcome', outcome);
    for (const [aside, signals] of judged) {
      const stored = await service.ask((store) => store.addSignals(signals, service.now(), aside));
      if (aside) outcome.aside = { ...outcome.aside, [aside]: stored };
      else outcome.stored += stored;
      outcome.duplicates += signals.length - stored;
    }
    return c.json({ received: batch.length }, 201);
  });

  app.all('/', otherMethods(service, 'POST'));
  return app;
}

function notToBeCounted(): Problem {
  return new Problem({
    status: 403,
    refusal: 'do-not-track',
    detail: 'This browser asks not to be counted (DNT or GPC), so nothing was stored.',
  });
}

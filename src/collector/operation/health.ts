import { Hono } from 'hono';
import { otherMethods } from '../gate/methods.ts';
import { bearer } from '../reading/bearer.ts';
import type { Env, Service } from '../service.ts';

/** For so many milliseconds the database is not asked again whether it answers. */
const FRESH = 1000;

const PATHS = ['/healthz', '/readyz', '/metrics'];

/**
 * `/healthz` (is it alive?) and `/readyz` (can it store?), which tell nothing else and are open to all; `/metrics` (what
 * came in, in Prometheus' format) for whoever holds the token.
 */
export function health(service: Service): Hono<Env> {
  const app = new Hono<Env>();
  const ready = onceIn(FRESH, service.now, () => service.ask((store) => store.ping()));

  for (const path of PATHS) {
    app.use(path, async function unstored(c, next) {
      await next();
      c.header('Cache-Control', 'no-store');
    });
  }
  app.get('/healthz', (c) => c.text('ok\n'));
  app.get('/readyz', async (c) => {
    await ready();
    return c.text('ok\n');
  });
  app.get('/metrics', bearer(service.token), (c) =>
    c.body(service.metrics.text(), 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' }),
  );
  for (const path of PATHS) app.all(path, otherMethods(service, 'GET'));
  return app;
}

/** Asks at most once in so many milliseconds, however many want to know; all of them get that answer. */
function onceIn<Answer>(
  milliseconds: number,
  now: () => Date,
  ask: () => Promise<Answer>,
): () => Promise<Answer> {
  let answer: Promise<Answer> | undefined;
  let asked = 0;
  return () => {
    const age = now().getTime() - asked;
    // A clock that was put back makes an answer older, not younger.
    if (answer && age >= 0 && age < milliseconds) return answer;
    asked = now().getTime();
    answer = ask();
    return answer;
  };
}

import { Hono } from 'hono';
import type { Env, Service } from './service.ts';

/** `/healthz` (is it alive?), `/readyz` (can it store?) and `/metrics` (what came in, in Prometheus' format). */
export function health(service: Service): Hono<Env> {
  const app = new Hono<Env>();

  app.get('/healthz', (c) => c.text('ok\n'));

  app.get('/readyz', async (c) => {
    await service.ask((store) => store.ping());
    return c.text('ok\n');
  });

  app.get('/metrics', (c) =>
    c.body([...service.ledger.lines(), ''].join('\n'), 200, {
      'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
    }),
  );

  return app;
}

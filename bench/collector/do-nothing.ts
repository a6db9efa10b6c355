/** The ceiling: an app of the same framework and server that answers each vote at once, and does nothing with it. */
import { Hono } from 'hono';
import { startServer } from '../../src/collector/server/server.ts';

const app = new Hono().post('/api/votes', (c) => c.json({ receipt: 'x'.repeat(43) }, 201));
const server = await startServer({ app, host: '127.0.0.1', port: 0 });
console.log(`The ceiling runs at ${server.address}/`);

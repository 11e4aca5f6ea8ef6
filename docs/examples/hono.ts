// A Fetch app behind any kind of API. `fetchHandler` needs no adapter of Hono.
import { fetchHandler } from 'apigw-proxy/results';
import { Hono } from 'hono';

const app = new Hono();
app.get('/orders/:id', (context) => context.json({ id: context.req.param('id') }));
app.post('/orders', async (context) => context.json({ order: await context.req.json() }, 201));

export const handler = fetchHandler(app);

// An app of Powertools' event handler. Its `resolve` is the handler.
import { Router } from '@aws-lambda-powertools/event-handler/http';

const app = new Router();
app.get('/orders/:id', ({ params }) => ({ id: params['id'] }));
app.post('/orders', async ({ req }) => Response.json({ order: await req.json() }, { status: 201 }));

export const handler = (event: unknown, context: Parameters<typeof app.resolve>[1]) => app.resolve(event, context);

// An Express app behind an adapter.
import express from 'express';
import serverless from 'serverless-http';

const app = express();
app.use(express.json());
app.get('/orders/:id', (request, response) => {
  response.json({ id: request.params.id });
});
app.post('/orders', (request, response) => {
  response.status(201).json({ order: request.body });
});

const adapter = serverless(app);

// serverless-http declares types for any provider, so this names what API Gateway passes.
export const handler = (event: object, context: object) => adapter(event, context);

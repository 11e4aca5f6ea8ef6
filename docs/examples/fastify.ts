// A Fastify app behind its own adapter.
import awsLambdaFastify from '@fastify/aws-lambda';
import fastify from 'fastify';

const app = fastify();
app.get<{ Params: { id: string } }>('/orders/:id', async ({ params }) => ({ id: params.id }));
app.post('/orders', async ({ body }, reply) => reply.code(201).send({ order: body }));

export const handler = awsLambdaFastify(app);

// A handler with middy. The body is validated before the handler runs, the result after it.
import middy from '@middy/core';
import { type APIGatewayProxyEventV2, BodyError, bodyJson, checkResult, type Result, resultsFor, SchemaError } from 'apigw-proxy';
import * as z from 'zod';

const { problem } = resultsFor('http-2.0');
const Order = z.object({ item: z.string(), count: z.number().int().positive() });

/** Turns an invalid body into a 400, 413 or 415. Every other error fails the invocation. */
const answerInvalidBody: middy.MiddlewareObj<APIGatewayProxyEventV2, Result<'http-2.0'>> = {
  onError: (request) => {
    const { error } = request;
    if (error instanceof BodyError || error instanceof SchemaError)
      request.response = problem({ status: error.status, detail: error.message });
  },
};

/** Replaces a result that API Gateway would reject or change, and logs why. */
const checkResponse: middy.MiddlewareObj<APIGatewayProxyEventV2, Result<'http-2.0'>> = {
  after: (request) => {
    const found = checkResult(request.response, { target: 'http-2.0' }).filter(({ severity }) => severity !== 'info');
    for (const { code, message, fix } of found) console.error(`${code}: ${message} ${fix}`);
    if (found.length > 0) request.response = problem({ status: 500 });
  },
};

// `checkResponse` comes first, so it runs last and sees what the others return.
export const handler = middy<APIGatewayProxyEventV2, Result<'http-2.0'>>()
  .use(checkResponse)
  .use(answerInvalidBody)
  .handler(async (event) => {
    const order = bodyJson(event, Order);
    return { statusCode: 201, headers: { 'Content-Type': 'application/json', 'X-Item': order.item }, body: JSON.stringify(order) };
  });

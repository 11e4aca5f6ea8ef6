import middy from '@middy/core';
import { type APIGatewayProxyEventV2, type APIGatewayProxyStructuredResultV2, buildHttpEvent, isAPIGatewayProxyEventV2 } from 'apigw-proxy';
import { invoke } from 'apigw-proxy/local';
import { describe, expect, test } from 'vitest';

describe('@middy/core', () => {
  test('passes a built event through its middlewares unchanged', async () => {
    const seen: unknown[] = [];
    const handler = middy(async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
      return { statusCode: 200, body: event.rawPath };
    }).before(({ event }) => {
      seen.push(isAPIGatewayProxyEventV2(event));
    });
    const invocation = await invoke(handler as Parameters<typeof invoke>[0], buildHttpEvent({ path: '/a b', freeze: true }));
    expect(invocation).toEqual({ ok: true, result: { statusCode: 200, body: '/a b' } });
    expect(seen).toEqual([true]);
  });
});

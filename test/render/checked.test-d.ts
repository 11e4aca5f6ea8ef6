import type { APIGatewayProxyEvent, APIGatewayProxyHandlerV2 } from 'apigw-proxy';
import { createLocalApi } from 'apigw-proxy/local';
import { checked } from 'apigw-proxy/render';
import { type FetchHandler, fetchHandler } from 'apigw-proxy/results';
import { describe, expectTypeOf, test } from 'vitest';

describe('checked', () => {
  const getUser = async (event: APIGatewayProxyEvent) => ({ statusCode: 200, body: event.path });

  test('returns the type of the handler', () => {
    expectTypeOf(checked(getUser, 'rest')).toEqualTypeOf<typeof getUser>();
    expectTypeOf(checked({} as APIGatewayProxyHandlerV2, 'http-2.0')).toEqualTypeOf<APIGatewayProxyHandlerV2>();
    expectTypeOf(
      checked(
        fetchHandler(() => new Response()),
        { target: 'rest', binaryMediaTypes: ['*/*'] },
      ),
    ).toEqualTypeOf<FetchHandler>();
  });

  test('fits a local API', () => {
    createLocalApi({ target: 'rest', routes: { 'GET /users': checked(getUser, 'rest') } });
  });

  test('rejects unknown targets, codes and reactions', () => {
    // @ts-expect-error There is no such target.
    checked(getUser, 'soap');
    // @ts-expect-error There is no such code.
    checked(getUser, 'rest', { ignore: ['body-not-string'] });
    // @ts-expect-error There is no such reaction.
    checked(getUser, 'rest', { onIssue: 'panic' });
  });
});

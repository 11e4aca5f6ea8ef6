import { join } from 'node:path';
import { STAGE, type StackApi, type StackRoute } from '../../../src/conformance/stack/stack-apis.js';
import type { CorsConfiguration } from '../../../src/gateway/cors.js';
import type { Emulator } from './serve.js';

/** Serves an API as a service of the Serverless Framework, whose place osls takes. */
export const SERVERLESS_OFFLINE: Emulator = {
  files: (api) => ({ 'serverless.json': JSON.stringify(serviceOf(api), null, 2) }),
  command: (home, [httpPort, lambdaPort, websocketPort]) => [
    join(home, 'node_modules/osls/bin/serverless.js'),
    'offline',
    ...['--host', '127.0.0.1', '--httpPort', `${httpPort}`, '--lambdaPort', `${lambdaPort}`, '--websocketPort', `${websocketPort}`],
  ],
  prefix: ({ target }) => (target === 'rest' ? `/${STAGE}` : ''),
};

/** Returns a service with the routes of an API. */
export function serviceOf(api: StackApi): object {
  const eventsOf = (name: StackRoute['function']): object[] =>
    api.routes.filter((route) => route.function === name && !route.isShort).map((route) => eventOf(api, route));
  return {
    service: 'conformance',
    plugins: ['serverless-offline'],
    provider: {
      name: 'aws',
      runtime: 'nodejs22.x',
      stage: STAGE,
      timeout: 20,
      ...(api.target === 'rest' ? { apiGateway: apiGatewayOf(api) } : { httpApi: httpApiOf(api) }),
    },
    functions: {
      plain: { handler: 'handler.handler', events: eventsOf('Plain') },
      late: { handler: 'handler.handler', timeout: 1, events: eventsOf('Late') },
      authorize: { handler: 'handler.authorize' },
    },
  };
}

function apiGatewayOf({ settings: { binaryMediaTypes } }: StackApi): object {
  return { apiKeys: ['conformance'], ...(binaryMediaTypes && { binaryMediaTypes }) };
}

function httpApiOf({ target, settings: { cors } }: StackApi): object {
  return {
    payload: target === 'http-1.0' ? '1.0' : '2.0',
    ...(cors && { cors: corsOf(cors) }),
    authorizers: {
      request: {
        type: 'request',
        functionName: 'authorize',
        identitySource: '$request.header.Authorization',
        enableSimpleResponses: true,
        payloadVersion: '2.0',
      },
    },
  };
}

function corsOf({ allowOrigins, allowHeaders, exposeHeaders, allowMethods, allowCredentials, maxAge }: CorsConfiguration): object {
  return {
    ...(allowOrigins && { allowedOrigins: allowOrigins }),
    ...(allowHeaders && { allowedHeaders: allowHeaders }),
    ...(allowMethods && { allowedMethods: allowMethods }),
    ...(exposeHeaders && { exposedResponseHeaders: exposeHeaders }),
    ...(allowCredentials !== undefined && { allowCredentials }),
    ...(maxAge !== undefined && { maxAge }),
  };
}

function eventOf({ target }: StackApi, { method, path, authorizer, needsKey }: StackRoute): object {
  if (target !== 'rest') {
    const isDefault = path === '$default';
    const route = { method: isDefault || method === 'ANY' ? '*' : method, path: isDefault ? '*' : path };
    return { httpApi: { ...route, ...(authorizer && { authorizer: { name: 'request' } }) } };
  }
  return { http: { method, path, ...(needsKey && { private: true }), ...(authorizer && { authorizer: authorizerOf(authorizer) }) } };
}

function authorizerOf(authorizer: NonNullable<StackRoute['authorizer']>): object {
  return {
    name: 'authorize',
    type: authorizer === 'Request' ? 'request' : 'token',
    identitySource: 'method.request.header.Authorization',
    resultTtlInSeconds: authorizer === 'Cached' ? 300 : 0,
  };
}

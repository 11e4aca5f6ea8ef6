import * as root from '../../src/index.js';

/** An event of the documentation: what it is, and how a builder makes it. */
export interface Sample {
  /** What `detectEvent` returns, which is also the name of the file. */
  readonly kind: Exclude<root.EventKind, 'unknown'>;
  /** Heading in the documentation. */
  readonly title: string;
  /** The type of the event, one of `SHAPES`. */
  readonly type: string;
  /** Name of the builder, as users import it. */
  readonly builder: string;
  /** What the builder gets. */
  readonly init: object;
  readonly event: object;
}

/** Returns a sample that a builder makes. */
function sample<I extends object>(
  kind: Sample['kind'],
  title: string,
  type: string,
  [builder, build]: readonly [name: string, build: (init: I) => object],
  init: I,
): Sample {
  return { kind, title, type, builder, init, event: build(init) };
}

const headers = { Accept: 'application/json', 'User-Agent': 'example-client/1.0' };

/** A request with everything that a client usually sends. */
const order = {
  route: 'POST /pets/{id}/orders',
  pathParameters: { id: 'rex 1' },
  query: { tag: ['a', 'b'], q: 'x y' },
  headers,
  cookies: { session: 'abc' },
  json: { amount: 2 },
  stageVariables: { table: 'orders' },
} as const;

const asked = {
  route: 'GET /pets/{id}',
  pathParameters: { id: 7 },
  query: { tag: ['a', 'b'] },
  headers: { ...headers, Authorization: 'Bearer abc' },
} as const;

const claims = { sub: 'ada', email: 'ada@example.com' };
const handshake = { query: { room: '1' }, headers: { ...headers, 'Sec-WebSocket-Protocol': 'chat' } };

/** A sample of every kind of event. */
export const SAMPLES: readonly Sample[] = [
  sample('rest', 'REST API event (payload 1.0, with a Cognito user)', 'APIGatewayProxyEvent', ['buildRestEvent', root.buildRestEvent], {
    ...order,
    authorizer: { cognito: { claims } },
  }),
  sample('http-1.0', 'HTTP API event (payload 1.0)', 'APIGatewayProxyEvent', ['buildHttpEventV1', root.buildHttpEventV1], {
    ...order,
    authorizer: { jwt: { claims, scopes: ['orders/write'] } },
  }),
  sample('http-2.0', 'HTTP API v2 event (payload 2.0, with a JWT)', 'APIGatewayProxyEventV2', ['buildHttpEvent', root.buildHttpEvent], {
    ...order,
    authorizer: { jwt: { claims, scopes: ['orders/write'] } },
  }),
  sample('function-url', 'Lambda function URL event', 'LambdaFunctionURLEvent', ['buildFunctionUrlEvent', root.buildFunctionUrlEvent], {
    method: 'POST',
    path: '/pets/7/orders',
    query: { tag: ['a', 'b'] },
    headers,
    cookies: { session: 'abc' },
    json: { amount: 2 },
    authorizer: { iam: {} },
  }),
  sample(
    'websocket-connect',
    'WebSocket $connect event',
    'APIGatewayProxyWebsocketConnectEvent',
    ['buildWebsocketEvent', root.buildWebsocketEvent],
    { route: '$connect', ...handshake, authorizer: { lambda: { principalId: 'ada', context: { plan: 'pro' } } } },
  ),
  sample(
    'websocket-message',
    'WebSocket message event',
    'APIGatewayProxyWebsocketMessageEvent',
    ['buildWebsocketEvent', root.buildWebsocketEvent],
    { route: 'say', json: { action: 'say', text: 'hello' } },
  ),
  sample(
    'websocket-disconnect',
    'WebSocket $disconnect event',
    'APIGatewayProxyWebsocketDisconnectEvent',
    ['buildWebsocketEvent', root.buildWebsocketEvent],
    { route: '$disconnect' },
  ),
  sample(
    'authorizer-token',
    'REST API authorizer event, type TOKEN',
    'APIGatewayTokenAuthorizerEvent',
    ['buildTokenAuthorizerEvent', root.buildTokenAuthorizerEvent],
    { route: 'GET /pets/{id}', pathParameters: { id: 7 }, headers: { Authorization: 'Bearer abc' } },
  ),
  sample(
    'authorizer-request-rest',
    'REST API authorizer event, type REQUEST',
    'APIGatewayRequestAuthorizerEvent',
    ['buildRequestAuthorizerEvent', root.buildRequestAuthorizerEvent],
    asked,
  ),
  sample(
    'authorizer-request-http-1.0',
    'HTTP API authorizer event (payload 1.0)',
    'APIGatewayRequestAuthorizerEventV1',
    ['buildRequestAuthorizerEventV1', root.buildRequestAuthorizerEventV1],
    asked,
  ),
  sample(
    'authorizer-request-http-2.0',
    'HTTP API authorizer event (payload 2.0)',
    'APIGatewayRequestAuthorizerEventV2',
    ['buildRequestAuthorizerEventV2', root.buildRequestAuthorizerEventV2],
    asked,
  ),
  sample(
    'authorizer-request-websocket',
    'WebSocket authorizer event',
    'APIGatewayWebsocketRequestAuthorizerEvent',
    ['buildWebsocketRequestAuthorizerEvent', root.buildWebsocketRequestAuthorizerEvent],
    { query: { room: '1' }, headers: { ...headers, Authorization: 'Bearer abc' } },
  ),
];

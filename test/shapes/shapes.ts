import type { TypeName } from './compile-types.js';
import type { SimpleKind } from './shape.js';

/** A type whose guard and schema users import. */
export interface PublicShape extends TypeName {
  /** An expression of such a value, for the examples in the doc comments. Names are imported from the root entry. */
  readonly example: string;
  /** Second paragraph of the doc comment of the guard. */
  readonly guardNote?: string;
  /** Second paragraph of the doc comment of the schema. */
  readonly schemaNote?: string;
}

/** The types with a public guard and schema. Code for the types that they use is generated, too. */
export const SHAPES: readonly PublicShape[] = [
  { name: 'APIGatewayProxyEvent', file: 'proxy-event', example: 'buildRestEvent()' },
  {
    name: 'APIGatewayProxyEventV2',
    file: 'proxy-event-v2',
    example: 'buildHttpEvent()',
    guardNote: 'Accepts the event of a function URL as well, because it has the same fields. Use `detectEvent` to distinguish them.',
  },
  {
    name: 'LambdaFunctionURLEvent',
    file: 'function-url-event',
    example: 'buildFunctionUrlEvent()',
    guardNote: 'Accepts some events of HTTP APIs as well, because they have the same fields. Use `detectEvent` to distinguish them.',
  },
  {
    name: 'APIGatewayProxyWebsocketEvent',
    file: 'websocket-event',
    example: 'buildWebsocketSession().connect()',
    schemaNote: 'Its issues are about the event that `requestContext.eventType` names.',
  },
  { name: 'APIGatewayProxyWebsocketConnectEvent', file: 'websocket-event', example: 'buildWebsocketSession().connect()' },
  { name: 'APIGatewayProxyWebsocketMessageEvent', file: 'websocket-event', example: "buildWebsocketSession().message('hello')" },
  { name: 'APIGatewayProxyWebsocketDisconnectEvent', file: 'websocket-event', example: 'buildWebsocketSession().disconnect()' },
  {
    name: 'APIGatewayTokenAuthorizerEvent',
    file: 'token-authorizer-event',
    example: "buildTokenAuthorizerEvent({ headers: { Authorization: 'abc' } })",
  },
  { name: 'APIGatewayRequestAuthorizerEvent', file: 'request-authorizer-event', example: 'buildRequestAuthorizerEvent()' },
  { name: 'APIGatewayRequestAuthorizerEventV1', file: 'request-authorizer-event-v1', example: 'buildRequestAuthorizerEventV1()' },
  { name: 'APIGatewayRequestAuthorizerEventV2', file: 'request-authorizer-event-v2', example: 'buildRequestAuthorizerEventV2()' },
  {
    name: 'APIGatewayWebsocketRequestAuthorizerEvent',
    file: 'websocket-request-authorizer-event',
    example: 'buildWebsocketRequestAuthorizerEvent()',
  },
  {
    name: 'APIGatewayProxyResult',
    file: 'proxy-result',
    example: "{ statusCode: 200, body: 'hello' }",
    guardNote: 'REST APIs reject unknown fields. `renderResult` reports them.',
    schemaNote: 'REST APIs reject unknown fields. `renderResult` reports them.',
  },
  { name: 'APIGatewayProxyStructuredResultV2', file: 'proxy-result-v2', example: "{ statusCode: 200, cookies: ['a=1'] }" },
  {
    name: 'APIGatewayProxyResultV2',
    file: 'proxy-result-v2',
    example: "'hello'",
    guardNote:
      'Any other JSON value without a `statusCode` is a valid result, too, but the guard rejects it: only your function knows its type.',
  },
  { name: 'APIGatewayProxyWebsocketResult', file: 'websocket-result', example: '{ statusCode: 200 }' },
  {
    name: 'HttpResponseStreamMetadata',
    file: 'stream-metadata',
    example: '{ statusCode: 200 }',
    guardNote: 'Rejects objects that have none of its fields, except `{}`. AWS would ignore their keys.',
    schemaNote: 'Rejects objects that have none of its fields, except `{}`. AWS would ignore their keys.',
  },
  { name: 'APIGatewayAuthorizerResult', file: 'authorizer-result', example: "allowPolicy(buildRequestAuthorizerEvent(), 'ada')" },
  { name: 'APIGatewaySimpleAuthorizerResult', file: 'simple-authorizer-result', example: 'simpleResult(true)' },
];

/**
 * What guards and schemas accept in addition to the type of a field, by the name of its interface. The types leave out values that would
 * make every handler check for something that its gateway doesn't send.
 */
export const ACCEPTED_BESIDE: Readonly<Record<string, SimpleKind>> = {
  // Values with these names that a Lambda authorizer of a REST API returned.
  'APIGatewayProxyEventAuthorizer.claims': 'string',
  'APIGatewayProxyEventAuthorizer.scopes': 'string',
  // documented: the Lambda guide has `null`. recorded: the key is absent.
  'LambdaFunctionURLEventRequestContextWithOptionalAuthorizer.authorizer': 'null',
};

import type { TypeName } from './compile-types.js';
import type { SimpleKind } from './shape.js';

/** A type whose guard and schema users import. */
export interface PublicShape extends TypeName {
  /** Second paragraph of the doc comment of the guard. */
  readonly guardNote?: string;
  /** Second paragraph of the doc comment of the schema. */
  readonly schemaNote?: string;
}

/** The types with a public guard and schema. Code for the types that they use is generated, too. */
export const SHAPES: readonly PublicShape[] = [
  { name: 'APIGatewayProxyEvent', file: 'proxy-event' },
  {
    name: 'APIGatewayProxyEventV2',
    file: 'proxy-event-v2',
    guardNote: 'Accepts the event of a function URL as well, because it has the same fields. Use `detectEvent` to distinguish them.',
  },
  {
    name: 'LambdaFunctionURLEvent',
    file: 'function-url-event',
    guardNote: 'Accepts some events of HTTP APIs as well, because they have the same fields. Use `detectEvent` to distinguish them.',
  },
  {
    name: 'APIGatewayProxyWebsocketEvent',
    file: 'websocket-event',
    schemaNote: 'Its issues are about the event that `requestContext.eventType` names.',
  },
  { name: 'APIGatewayProxyWebsocketConnectEvent', file: 'websocket-event' },
  { name: 'APIGatewayProxyWebsocketMessageEvent', file: 'websocket-event' },
  { name: 'APIGatewayProxyWebsocketDisconnectEvent', file: 'websocket-event' },
  { name: 'APIGatewayTokenAuthorizerEvent', file: 'token-authorizer-event' },
  { name: 'APIGatewayRequestAuthorizerEvent', file: 'request-authorizer-event' },
  { name: 'APIGatewayRequestAuthorizerEventV1', file: 'request-authorizer-event-v1' },
  { name: 'APIGatewayRequestAuthorizerEventV2', file: 'request-authorizer-event-v2' },
  { name: 'APIGatewayWebsocketRequestAuthorizerEvent', file: 'websocket-request-authorizer-event' },
  {
    name: 'APIGatewayProxyResult',
    file: 'proxy-result',
    guardNote: 'REST APIs reject unknown fields. `renderResult` reports them.',
    schemaNote: 'REST APIs reject unknown fields. `renderResult` reports them.',
  },
  { name: 'APIGatewayProxyStructuredResultV2', file: 'proxy-result-v2' },
  {
    name: 'APIGatewayProxyResultV2',
    file: 'proxy-result-v2',
    guardNote:
      'Any other JSON value without a `statusCode` is a valid result, too, but the guard rejects it: only your function knows its type.',
  },
  { name: 'APIGatewayProxyWebsocketResult', file: 'websocket-result' },
  {
    name: 'HttpResponseStreamMetadata',
    file: 'stream-metadata',
    guardNote: 'Rejects objects that have none of its fields, except `{}`. AWS would ignore their keys.',
    schemaNote: 'Rejects objects that have none of its fields, except `{}`. AWS would ignore their keys.',
  },
  { name: 'APIGatewayAuthorizerResult', file: 'authorizer-result' },
  { name: 'APIGatewaySimpleAuthorizerResult', file: 'simple-authorizer-result' },
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

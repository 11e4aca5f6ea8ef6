import {
  APIGatewayProxyEventSchema,
  APIGatewayProxyEventV2Schema,
  APIGatewayProxyWebsocketConnectEventSchema,
  APIGatewayProxyWebsocketDisconnectEventSchema,
  APIGatewayProxyWebsocketMessageEventSchema,
  APIGatewayRequestAuthorizerEventSchema,
  APIGatewayRequestAuthorizerEventV1Schema,
  APIGatewayRequestAuthorizerEventV2Schema,
  APIGatewayTokenAuthorizerEventSchema,
  APIGatewayWebsocketRequestAuthorizerEventSchema,
  LambdaFunctionURLEventSchema,
} from '../schemas/index.js';
import type { EventKind } from '../types/event-kind.js';

/** A kind of event that has a shape. */
export type KnownKind = Exclude<EventKind, 'unknown'>;

/** What is wrong with an event, at one place of it. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** What is needed of a schema. */
interface Schema {
  safeParse(value: unknown): { readonly error?: { readonly issues: readonly Problem[] } };
}

const SCHEMAS: Readonly<Record<KnownKind, Schema>> = {
  rest: APIGatewayProxyEventSchema,
  'http-1.0': APIGatewayProxyEventSchema,
  'http-2.0': APIGatewayProxyEventV2Schema,
  'function-url': LambdaFunctionURLEventSchema,
  'websocket-connect': APIGatewayProxyWebsocketConnectEventSchema,
  'websocket-message': APIGatewayProxyWebsocketMessageEventSchema,
  'websocket-disconnect': APIGatewayProxyWebsocketDisconnectEventSchema,
  'authorizer-token': APIGatewayTokenAuthorizerEventSchema,
  'authorizer-request-rest': APIGatewayRequestAuthorizerEventSchema,
  'authorizer-request-http-1.0': APIGatewayRequestAuthorizerEventV1Schema,
  'authorizer-request-http-2.0': APIGatewayRequestAuthorizerEventV2Schema,
  'authorizer-request-websocket': APIGatewayWebsocketRequestAuthorizerEventSchema,
};

/** What tells kinds apart that are not whole; the first that fits counts. */
const MARKS: readonly (readonly [kind: KnownKind, fits: (event: Fields, context: Fields) => boolean])[] = [
  ['authorizer-token', (event) => event['type'] === 'TOKEN' || ('authorizationToken' in event && !('requestContext' in event))],
  ['authorizer-request-http-2.0', (event) => 'routeArn' in event],
  ['authorizer-request-http-1.0', (event) => 'methodArn' in event && event['version'] === '1.0'],
  ['authorizer-request-websocket', (event, context) => 'methodArn' in event && 'connectionId' in context],
  ['authorizer-request-rest', (event) => 'methodArn' in event],
  ['websocket-connect', (_, context) => context['eventType'] === 'CONNECT'],
  ['websocket-disconnect', (_, context) => context['eventType'] === 'DISCONNECT'],
  ['websocket-message', (_, context) => 'eventType' in context || 'connectionId' in context],
  ['function-url', (_, context) => String(context['domainName']).includes('.lambda-url.')],
  ['http-2.0', (event) => event['version'] === '2.0' || 'rawPath' in event || 'routeKey' in event],
  ['http-1.0', (event) => event['version'] === '1.0'],
  ['rest', () => true],
];

type Fields = Readonly<Record<string, unknown>>;

/** The kind of event that a value was meant to be, and what is wrong with it. */
export function meantKind(value: object): { kind: KnownKind; problems: readonly Problem[] } {
  const event: Fields = { ...value };
  const context: Fields = { ...(event['requestContext'] ?? {}) };
  const kind = MARKS.find(([, fits]) => fits(event, context))?.[0] ?? 'rest';
  return { kind, problems: SCHEMAS[kind].safeParse(value).error?.issues ?? [] };
}

import {
  APIGatewayAuthorizerResultSchema,
  APIGatewayProxyEventSchema,
  APIGatewayProxyEventV2Schema,
  APIGatewayProxyWebsocketConnectEventSchema,
  APIGatewayProxyWebsocketDisconnectEventSchema,
  APIGatewayProxyWebsocketMessageEventSchema,
  APIGatewayRequestAuthorizerEventSchema,
  APIGatewayRequestAuthorizerEventV1Schema,
  APIGatewayRequestAuthorizerEventV2Schema,
  APIGatewaySimpleAuthorizerResultSchema,
  APIGatewayTokenAuthorizerEventSchema,
  APIGatewayWebsocketRequestAuthorizerEventSchema,
  LambdaFunctionURLEventSchema,
} from '../schemas/index.js';
import type { AnswerKind, KnownKind } from './meant-kind.js';

/** A problem of an event or of an authorizer's answer. */
export interface Problem {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The part of a schema that is needed here. */
interface Schema {
  safeParse(value: unknown): { readonly error?: { readonly issues: readonly Problem[] } };
}

const SCHEMAS: Readonly<Record<KnownKind | AnswerKind, Schema>> = {
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
  policy: APIGatewayAuthorizerResultSchema,
  'simple-answer': APIGatewaySimpleAuthorizerResultSchema,
};

/** Returns what zod finds wrong with a value. */
export function shapeProblems(kind: KnownKind | AnswerKind, value: unknown): readonly Problem[] {
  return SCHEMAS[kind].safeParse(value).error?.issues ?? [];
}

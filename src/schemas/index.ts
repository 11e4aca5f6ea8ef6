// A zod schema for each shape in `types/`, with its guard as the fast path.

export type { EventWithBody } from '../accessors/event.js';
export type { Described, DescribedSchema, ValueOf } from './add-guard.js';
export { APIGatewayAuthorizerResultSchema } from './authorizer-result.js';
export { type BodyOptions, type BodySchema, bytesBody, formBody, jsonBody, textBody } from './body.js';
export type { ExactOptional } from './exact-optional.js';
export { LambdaFunctionURLEventSchema } from './function-url-event.js';
export { APIGatewayProxyEventSchema } from './proxy-event.js';
export { APIGatewayProxyEventV2Schema } from './proxy-event-v2.js';
export { APIGatewayProxyResultSchema } from './proxy-result.js';
export { APIGatewayProxyResultV2Schema, APIGatewayProxyStructuredResultV2Schema } from './proxy-result-v2.js';
export { type RefinedContext, type RefinedEvent, type Refinement, refineEvent } from './refine.js';
export { APIGatewayRequestAuthorizerEventSchema } from './request-authorizer-event.js';
export { APIGatewayRequestAuthorizerEventV1Schema } from './request-authorizer-event-v1.js';
export { APIGatewayRequestAuthorizerEventV2Schema } from './request-authorizer-event-v2.js';
export { APIGatewaySimpleAuthorizerResultSchema } from './simple-authorizer-result.js';
export { HttpResponseStreamMetadataSchema } from './stream-metadata.js';
export { APIGatewayTokenAuthorizerEventSchema } from './token-authorizer-event.js';
export {
  APIGatewayProxyWebsocketConnectEventSchema,
  APIGatewayProxyWebsocketDisconnectEventSchema,
  APIGatewayProxyWebsocketEventSchema,
  APIGatewayProxyWebsocketMessageEventSchema,
} from './websocket-event.js';
export { APIGatewayWebsocketRequestAuthorizerEventSchema } from './websocket-request-authorizer-event.js';
export { APIGatewayProxyWebsocketResultSchema } from './websocket-result.js';

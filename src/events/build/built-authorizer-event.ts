import type { APIGatewayEventClientCertificate } from '../../types/client-certificate.js';
import type { APIGatewayRequestAuthorizerEvent } from '../../types/request-authorizer-event.js';
import type { APIGatewayRequestAuthorizerEventV1 } from '../../types/request-authorizer-event-v1.js';
import type { APIGatewayRequestAuthorizerEventV2 } from '../../types/request-authorizer-event-v2.js';
import type { APIGatewayWebsocketRequestAuthorizerEvent } from '../../types/websocket-request-authorizer-event.js';
import type { Absent } from './absent.js';
import type { BuiltAnonymousIdentity, BuiltHttpEvent, BuiltRequestContext, BuiltRequestContextV2, BuiltRestEvent } from './built-event.js';

// A built authorizer event fits the type of AWS's events and those of @types/aws-lambda and Powertools, without a cast. Its fields have the
// types that they have in a built event for a function.

/** The event that a builder of request authorizer events returns, by target. */
export interface BuiltAuthorizerEvent {
  rest: BuiltRequestAuthorizerEvent;
  'http-1.0': BuiltRequestAuthorizerEventV1;
  'http-2.0': BuiltRequestAuthorizerEventV2;
  websocket: APIGatewayWebsocketRequestAuthorizerEvent;
}

type Context1 = BuiltRequestContext<Absent, BuiltAnonymousIdentity>;
type Context2 = BuiltRequestContextV2<Absent, { clientCert: APIGatewayEventClientCertificate }>;

type SingleField = 'headers' | 'httpMethod' | 'pathParameters' | 'queryStringParameters' | 'stageVariables';
type MultiField = 'multiValueHeaders' | 'multiValueQueryStringParameters';
type Field2 = 'cookies' | 'headers' | 'pathParameters' | 'queryStringParameters' | 'stageVariables';

/** The event of a REST API's authorizer of type REQUEST, as built. It fits `APIGatewayRequestAuthorizerEvent`. */
export interface BuiltRequestAuthorizerEvent
  extends Omit<APIGatewayRequestAuthorizerEvent, SingleField | MultiField | 'requestContext'>,
    Pick<BuiltRestEvent<Absent, string, BuiltAnonymousIdentity>, SingleField | MultiField> {
  /** Metadata about the request: who sent it, when, and to which API. */
  requestContext: Context1;
}

/** The event of an HTTP API's authorizer with payload format 1.0, as built. It fits `APIGatewayRequestAuthorizerEventV1`. */
export interface BuiltRequestAuthorizerEventV1
  extends Omit<APIGatewayRequestAuthorizerEventV1, SingleField | MultiField | 'authorizationToken' | 'identitySource' | 'requestContext'>,
    Pick<BuiltRestEvent<Absent, string, BuiltAnonymousIdentity>, SingleField> {
  /** The values of the identity sources, joined with `,`. `null` if the authorizer has none. */
  identitySource: string;
  /** Equals `identitySource`. */
  authorizationToken: string;
  /** Absent: only REST APIs send it. */
  multiValueHeaders: Absent;
  /** Absent: only REST APIs send it. */
  multiValueQueryStringParameters: Absent;
  /** Metadata about the request: who sent it, when, and to which API. */
  requestContext: Context1;
}

/** The event of an HTTP API's authorizer with payload format 2.0, as built. It fits `APIGatewayRequestAuthorizerEventV2`. */
export interface BuiltRequestAuthorizerEventV2
  extends Omit<APIGatewayRequestAuthorizerEventV2, Field2 | 'identitySource' | 'requestContext'>,
    Pick<BuiltHttpEvent<Absent, string, Absent>, Field2> {
  /** The values of the identity sources, in order. `null` if the authorizer has none. */
  identitySource: string[];
  /** Metadata about the request: who sent it, when, and to which API. */
  requestContext: Context2;
}

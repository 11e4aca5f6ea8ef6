import type { Target } from '../aws/target.js';
import type { APIGatewayEventClientCertificate } from '../types/client-certificate.js';
import type { GatewayAuthorizer } from './authorizer.js';
import type { CloudFront } from './cloud-front.js';
import type { CorsConfiguration } from './cors.js';
import type { CustomDomain } from './custom-domain.js';
import type { GatewayResponses } from './gateway-responses.js';
import type { GatewayIds } from './ids.js';

/**
 * The settings of the gateway between client and function. Plain data; only `target` is required, and what is left out has a fixed
 * default, so that the same request and settings always give the same event and the same response.
 *
 * @typeParam T the target, so that the event's type follows from the settings.
 */
export interface Gateway<T extends Target = Target> {
  /** Which gateway speaks. */
  target: T;
  /** Name of the stage. Default: `'prod'` for REST and WebSocket APIs, `'$default'` for HTTP APIs and function URLs. */
  stage?: string;
  /**
   * The route that matched: `'GET /users/{id}'` or `'/users/{id}'`, `'/{proxy+}'`, `'$default'`; on a WebSocket API `'$connect'`,
   * `'$disconnect'` or the key of a message route. Default: `'/{proxy+}'` on REST (`'/'` for the root path), `'$default'` elsewhere.
   */
  route?: string;
  /** The stage's variables. Default: none. */
  stageVariables?: Readonly<Record<string, string>>;
  /** REST: media types whose bodies are binary, as `image/png`, `image/*` or `*\/*`. Default: none. */
  binaryMediaTypes?: readonly string[];
  /** REST: smallest body to compress, in bytes, 0 to 10485760. Default: `null`, no compression. */
  minimumCompressionSize?: number | null;
  /** HTTP APIs and function URLs: the CORS configuration. Default: none, and the function's own CORS headers pass. */
  cors?: CorsConfiguration | null;
  /** REST: answers that replace the gateway's own, by type of failure. Default: none, and it answers as AWS does by itself. */
  gatewayResponses?: GatewayResponses;
  /** REST: whether the integration passes a streamed response on as it comes. Default: `'BUFFERED'`. */
  responseTransferMode?: 'BUFFERED' | 'STREAM';
  /** Function URL: whether the function's stream is passed on as it comes. Default: `'BUFFERED'`. */
  invokeMode?: 'BUFFERED' | 'RESPONSE_STREAM';
  /** WebSocket: whether the route has a route response, so that what the function answers to a message is sent. Default: `false`. */
  routeResponse?: boolean;
  /** What the route's authorizer found out. Default: no authorizer. */
  authorizer?: GatewayAuthorizer;
  /**
   * Where the route's Lambda authorizer finds who asks: `$request.header.Authorization`, `method.request.querystring.token`,
   * `$context.identity.sourceIp` … Only authorizer events need it. Default: none; for a token authorizer, the Authorization header.
   */
  identitySource?: readonly string[];
  /** REST and WebSocket: the API key that the request used. Default: none. */
  apiKey?: { readonly id: string; readonly value: string };
  /** The certificate that mutual TLS accepted. Default: the request's, if its connection had one. */
  clientCert?: Readonly<APIGatewayEventClientCertificate>;
  /** The API's own host name. Default: `{apiId}.execute-api.{region}.amazonaws.com`. */
  domainName?: string;
  /** The custom domain the request came through. Default: none. */
  customDomain?: CustomDomain;
  /** REST: how clients reach the API; `EDGE` adds CloudFront's headers. Default: `'REGIONAL'`. */
  endpointType?: 'EDGE' | 'REGIONAL' | 'PRIVATE';
  /** What CloudFront knows of the client, for `endpointType: 'EDGE'`. */
  cloudFront?: CloudFront;
  /** REST, `endpointType: 'PRIVATE'`: where the request came from. */
  vpc?: { readonly vpcId: string; readonly vpceId: string };
  /** REST: the request is a test from the console (TestInvokeMethod); its caller, the console's user, is `authorizer.iam`. Default: `false`. */
  testInvoke?: boolean;
  /** Id of the API, ten characters of `a-z0-9`. Default: `'a1b2c3d4e5'`; for a function URL, 32 characters. */
  apiId?: string;
  /** The AWS account that owns the API. Default: `'123456789012'`. */
  accountId?: string;
  /** The AWS region. Default: `'us-east-1'`. */
  region?: string;
  /** REST: id of the deployment. Default: `'d1e2f3'`. */
  deploymentId?: string;
  /** REST: id of the resource. Default: `'r1s2t3'`. */
  resourceId?: string;
  /** REST: the method's operation name. Default: absent. */
  operationName?: string;
  /** WebSocket: when the connection opened, in milliseconds since the Unix epoch. Default: the clock's time. */
  connectedAt?: number;
  /** WebSocket: how the connection ended. Default: the client's close frame had no code, 1005. */
  close?: { readonly code: number; readonly reason?: string };
  /** The clock, in milliseconds since the Unix epoch. Default: fixed at 2026-01-02T03:04:05.678Z. */
  now?: () => number;
  /** Ids that the gateway would draw at random. Default: fixed ones. */
  ids?: GatewayIds;
}

import type { Target } from '../aws/target.js';
import type { APIGatewayEventClientCertificate } from '../types/client-certificate.js';
import type { GatewayAuthorizer } from './authorizer.js';
import type { CloudFront } from './cloud-front.js';
import type { CorsConfiguration } from './cors.js';
import type { CustomDomain } from './custom-domain.js';
import type { GatewayResponses } from './gateway-responses.js';
import type { GatewayIds } from './ids.js';
import type { Inflater } from './inflater.js';

/**
 * The settings of the gateway between client and function. They are plain data. Only `target` is required; everything else has a fixed
 * default, so the same request and settings always give the same event and the same response.
 *
 * @typeParam T the target. It determines the type of the event.
 */
export interface Gateway<T extends Target = Target> {
  /** The kind of gateway. */
  target: T;
  /**
   * Name of the stage: at most 128 letters, digits, `-` and `_`, or `'$default'`, which a REST API can't have. Default: `'prod'` for REST and
   * WebSocket APIs, `'$default'` for HTTP APIs and function URLs.
   */
  stage?: string;
  /**
   * The route that matched the request: `'GET /users/{id}'`, `'/users/{id}'`, `'/{proxy+}'` or `'$default'`. For a WebSocket API, it is
   * `'$connect'`, `'$disconnect'` or the key of a message route. Default: `'/{proxy+}'` for REST APIs (`'/'` for the root path), otherwise
   * `'$default'`.
   */
  route?: string;
  /** Variables of the stage. Default: none. */
  stageVariables?: Readonly<Record<string, string>>;
  /** REST: media types whose bodies are binary, such as `image/png`, `image/*` or `*\/*`. Default: none. */
  binaryMediaTypes?: readonly string[];
  /** REST: size of the smallest body to compress, in bytes, from 0 to 10485760. Default: `null`, no compression. */
  minimumCompressionSize?: number | null;
  /**
   * REST: inflates request bodies with the Content-Encoding gzip or deflate. Default: Node's zlib. Where there is none (in a browser, for
   * example), such a body is an error.
   */
  inflate?: Inflater;
  /**
   * HTTP APIs and function URLs: the CORS configuration. `configureCors` checks it. Default: none, so the CORS headers of the function are
   * sent.
   */
  cors?: CorsConfiguration | null;
  /** REST: responses in place of the gateway's own, by type of failure. `customizeResponses` checks them. Default: none. */
  gatewayResponses?: GatewayResponses;
  /** REST: whether the integration streams responses. Default: `'BUFFERED'`. */
  responseTransferMode?: 'BUFFERED' | 'STREAM';
  /** Function URLs: whether responses are streamed. Default: `'BUFFERED'`. */
  invokeMode?: 'BUFFERED' | 'RESPONSE_STREAM';
  /** WebSocket: whether the route has a route response, so that the client gets the result of the function. Default: `false`. */
  routeResponse?: boolean;
  /** What the route's authorizer adds to the event. Default: no authorizer. */
  authorizer?: GatewayAuthorizer;
  /**
   * Identity sources of the route's Lambda authorizer, such as `$request.header.Authorization`, `method.request.querystring.token` or
   * `$context.identity.sourceIp`. Only authorizer events use them. Default: none; the Authorization header for a TOKEN authorizer.
   */
  identitySource?: readonly string[];
  /** REST and WebSocket: the API key of the request. Default: none. */
  apiKey?: { readonly id: string; readonly value: string };
  /** The client's certificate, with mutual TLS. Default: the certificate of the request's connection, if it has one. */
  clientCert?: Readonly<APIGatewayEventClientCertificate>;
  /**
   * Host name that AWS gave the API. Default: the request's Host header if it is such a name, otherwise a name made of `apiId` and
   * `region`.
   */
  domainName?: string;
  /** The custom domain that the request came through. Default: none. */
  customDomain?: CustomDomain;
  /** REST: the kind of endpoint. `'EDGE'` adds CloudFront's headers. Default: `'REGIONAL'`. */
  endpointType?: 'EDGE' | 'REGIONAL' | 'PRIVATE';
  /** REST with `endpointType: 'EDGE'`: what CloudFront adds to the headers. Default: fixed values. */
  cloudFront?: CloudFront;
  /** REST with `endpointType: 'PRIVATE'`: the VPC and the VPC endpoint of the request. Default: none. */
  vpc?: { readonly vpcId: string; readonly vpceId: string };
  /** REST: whether the request is a test from the console (TestInvokeMethod). Set its caller with `authorizer.iam`. Default: `false`. */
  testInvoke?: boolean;
  /** Id of the API: ten letters and digits, 32 for a function URL. Default: the id in the host name, otherwise a fixed id. */
  apiId?: string;
  /** Id of the AWS account that owns the API: twelve digits. Default: `'123456789012'`. */
  accountId?: string;
  /** The AWS region. Default: the region in the host name, otherwise `'us-east-1'`. */
  region?: string;
  /** REST: id of the deployment. Default: `'d1e2f3'`. */
  deploymentId?: string;
  /** REST: id of the resource. Default: `'r1s2t3'`. */
  resourceId?: string;
  /** REST: operation name of the method. Default: absent from the event. */
  operationName?: string;
  /** WebSocket: when the connection opened, in milliseconds since the Unix epoch. Default: the time of `now`. */
  connectedAt?: number;
  /** WebSocket: how the connection ended. Default: the client sent a close frame without a code, which the event shows as 1005. */
  close?: { readonly code: number; readonly reason?: string };
  /** The clock: returns milliseconds since the Unix epoch. Default: always 2026-01-02T03:04:05.678Z. */
  now?: () => number;
  /** Ids that a gateway generates at random. Default: fixed ids. */
  ids?: GatewayIds;
}

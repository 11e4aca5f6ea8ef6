import type { Gateway } from './gateway.js';

/** Names of settings. The compiler keeps each table equal to its type. */
export type Names = Readonly<Record<string, true>>;

/** Settings of one request or its route. */
export const REQUEST_SETTINGS = {
  route: true,
  authorizer: true,
  identitySource: true,
  apiKey: true,
  connectedAt: true,
  close: true,
  routeResponse: true,
  testInvoke: true,
} as const satisfies Partial<Record<keyof Gateway, true>>;

/** Settings of the whole API, except the target. */
export const API_SETTINGS = {
  stage: true,
  stageVariables: true,
  binaryMediaTypes: true,
  minimumCompressionSize: true,
  inflate: true,
  cors: true,
  gatewayResponses: true,
  responseTransferMode: true,
  invokeMode: true,
  clientCert: true,
  domainName: true,
  customDomain: true,
  endpointType: true,
  cloudFront: true,
  vpc: true,
  apiId: true,
  accountId: true,
  region: true,
  deploymentId: true,
  resourceId: true,
  operationName: true,
  now: true,
  ids: true,
} as const satisfies Record<Exclude<keyof Gateway, 'target' | keyof typeof REQUEST_SETTINGS>, true>;

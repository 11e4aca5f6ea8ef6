// The fields that our guards check, as data. The schemas of the other packages are made from it, so all check the same fields.

/** What a field holds. `?` means that it may be absent. */
export type Kind =
  | 'string'
  | 'string?'
  | 'string|null'
  | 'number'
  | 'boolean'
  | 'map'
  | 'map?'
  | 'map|null'
  | 'lists|null'
  | 'strings?'
  | 'any?';

export interface Shape {
  readonly [field: string]: Kind | Shape | readonly [literal: string];
}

const NULLABLE = 'string|null';

export const REST: Shape = {
  resource: 'string',
  path: 'string',
  httpMethod: 'string',
  headers: 'map|null',
  multiValueHeaders: 'lists|null',
  queryStringParameters: 'map|null',
  multiValueQueryStringParameters: 'lists|null',
  pathParameters: 'map|null',
  stageVariables: 'map|null',
  requestContext: {
    accountId: 'string',
    apiId: 'string',
    authorizer: 'any?',
    deploymentId: 'string?',
    domainName: 'string',
    domainPrefix: 'string',
    extendedRequestId: 'string',
    httpMethod: 'string',
    identity: {
      accessKey: NULLABLE,
      accountId: NULLABLE,
      caller: NULLABLE,
      cognitoAuthenticationProvider: NULLABLE,
      cognitoAuthenticationType: NULLABLE,
      cognitoIdentityId: NULLABLE,
      cognitoIdentityPoolId: NULLABLE,
      principalOrgId: NULLABLE,
      sourceIp: 'string',
      user: NULLABLE,
      userAgent: NULLABLE,
      userArn: NULLABLE,
    },
    operationName: 'string?',
    path: 'string',
    protocol: 'string',
    requestId: 'string',
    requestTime: 'string',
    requestTimeEpoch: 'number',
    resourceId: NULLABLE,
    resourcePath: 'string',
    stage: 'string',
  },
  body: NULLABLE,
  isBase64Encoded: 'boolean',
};

export const HTTP: Shape = {
  version: ['2.0'],
  routeKey: 'string',
  rawPath: 'string',
  rawQueryString: 'string',
  cookies: 'strings?',
  headers: 'map',
  queryStringParameters: 'map?',
  pathParameters: 'map?',
  stageVariables: 'map?',
  requestContext: {
    accountId: 'string',
    apiId: 'string',
    authorizer: 'any?',
    domainName: 'string',
    domainPrefix: 'string',
    http: { method: 'string', path: 'string', protocol: 'string', sourceIp: 'string', userAgent: 'string' },
    requestId: 'string',
    routeKey: 'string',
    stage: 'string',
    time: 'string',
    timeEpoch: 'number',
  },
  body: 'string?',
  isBase64Encoded: 'boolean',
};

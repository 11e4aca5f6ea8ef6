/** An ordinary event of each kind, with only the fields that are always present. Tests change copies of them. */

const identity = {
  accessKey: null,
  accountId: null,
  caller: null,
  cognitoAuthenticationProvider: null,
  cognitoAuthenticationType: null,
  cognitoIdentityId: null,
  cognitoIdentityPoolId: null,
  principalOrgId: null,
  sourceIp: '192.0.2.1',
  user: null,
  userAgent: 'sample/1.0',
  userArn: null,
};

export const restEvent = {
  resource: '/users/{id}',
  path: '/users/1',
  httpMethod: 'GET',
  headers: { Host: 'abcde12345.execute-api.eu-west-1.amazonaws.com' },
  multiValueHeaders: { Host: ['abcde12345.execute-api.eu-west-1.amazonaws.com'] },
  queryStringParameters: null,
  multiValueQueryStringParameters: null,
  pathParameters: { id: '1' },
  stageVariables: null,
  requestContext: {
    resourceId: 'ab12cd',
    resourcePath: '/users/{id}',
    httpMethod: 'GET',
    extendedRequestId: 'AbCdEfGhIjKlMnO=',
    requestTime: '01/Mar/2024:00:00:00 +0000',
    path: '/prod/users/1',
    accountId: '123456789012',
    protocol: 'HTTP/1.1',
    stage: 'prod',
    domainPrefix: 'abcde12345',
    requestTimeEpoch: 1709251200000,
    requestId: '00000000-0000-4000-8000-000000000001',
    identity,
    domainName: 'abcde12345.execute-api.eu-west-1.amazonaws.com',
    deploymentId: 'ef34gh',
    apiId: 'abcde12345',
  },
  body: null,
  isBase64Encoded: false,
};

export const httpEventV1 = {
  ...restEvent,
  version: '1.0',
  requestContext: {
    ...restEvent.requestContext,
    resourceId: 'GET /users/{id}',
    requestId: 'AbCdEfGhIjKlMnO=',
    identity: { ...identity, cognitoAmr: null },
  },
};

export const httpEvent = {
  version: '2.0',
  routeKey: 'GET /users/{id}',
  rawPath: '/users/1',
  rawQueryString: '',
  headers: { host: 'abcde12345.execute-api.eu-west-1.amazonaws.com' },
  requestContext: {
    accountId: '123456789012',
    apiId: 'abcde12345',
    domainName: 'abcde12345.execute-api.eu-west-1.amazonaws.com',
    domainPrefix: 'abcde12345',
    http: { method: 'GET', path: '/users/1', protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'sample/1.0' },
    requestId: 'AbCdEfGhIjKlMnO=',
    routeKey: 'GET /users/{id}',
    stage: '$default',
    time: '01/Mar/2024:00:00:00 +0000',
    timeEpoch: 1709251200000,
  },
  pathParameters: { id: '1' },
  isBase64Encoded: false,
};

export const functionUrlEvent = {
  ...httpEvent,
  routeKey: '$default',
  requestContext: {
    ...httpEvent.requestContext,
    accountId: 'anonymous',
    domainName: 'abcdefghijklmnopqrstuvwxyz012345.lambda-url.eu-west-1.on.aws',
    routeKey: '$default',
  },
};

const connection = {
  routeKey: '$connect',
  eventType: 'CONNECT',
  extendedRequestId: 'AbCdEfGhIjKlMnO=',
  requestTime: '01/Mar/2024:00:00:00 +0000',
  messageDirection: 'IN',
  stage: 'prod',
  connectedAt: 1709251200000,
  requestTimeEpoch: 1709251200000,
  identity: { sourceIp: '192.0.2.1' },
  requestId: 'AbCdEfGhIjKlMnO=',
  domainName: 'abcde12345.execute-api.eu-west-1.amazonaws.com',
  connectionId: 'OnMlKjIhGfEdCbA=',
  apiId: 'abcde12345',
};

export const connectEvent = {
  headers: { Host: 'abcde12345.execute-api.eu-west-1.amazonaws.com' },
  multiValueHeaders: { Host: ['abcde12345.execute-api.eu-west-1.amazonaws.com'] },
  requestContext: connection,
  isBase64Encoded: false,
};

export const messageEvent = {
  requestContext: { ...connection, routeKey: '$default', eventType: 'MESSAGE', messageId: 'PqRsTuVwXyZaBcD=' },
  body: '{"action":"ping"}',
  isBase64Encoded: false,
};

export const disconnectEvent = {
  headers: { Host: 'abcde12345.execute-api.eu-west-1.amazonaws.com', 'x-api-key': '', 'X-Forwarded-For': '', 'x-restapi': '' },
  multiValueHeaders: { Host: ['abcde12345.execute-api.eu-west-1.amazonaws.com'], 'x-restapi': [''] },
  requestContext: {
    ...connection,
    routeKey: '$disconnect',
    eventType: 'DISCONNECT',
    disconnectStatusCode: 1001,
    disconnectReason: 'Going away',
  },
  isBase64Encoded: false,
};

export const tokenAuthorizerEvent = {
  type: 'TOKEN',
  methodArn: 'arn:aws:execute-api:eu-west-1:123456789012:abcde12345/prod/GET/users/1',
  authorizationToken: 'Bearer sample',
};

export const requestAuthorizerEvent = {
  type: 'REQUEST',
  methodArn: tokenAuthorizerEvent.methodArn,
  resource: '/users/{id}',
  path: '/users/1',
  httpMethod: 'GET',
  headers: restEvent.headers,
  multiValueHeaders: restEvent.multiValueHeaders,
  queryStringParameters: {},
  multiValueQueryStringParameters: {},
  pathParameters: { id: '1' },
  stageVariables: {},
  requestContext: restEvent.requestContext,
};

export const requestAuthorizerEventV1 = { ...requestAuthorizerEvent, version: '1.0', identitySource: 'user1', authorizationToken: 'user1' };

export const requestAuthorizerEventV2 = {
  version: '2.0',
  type: 'REQUEST',
  routeArn: tokenAuthorizerEvent.methodArn,
  identitySource: ['user1'],
  routeKey: 'GET /users/{id}',
  rawPath: '/users/1',
  rawQueryString: '',
  headers: httpEvent.headers,
  requestContext: httpEvent.requestContext,
};

export const websocketRequestAuthorizerEvent = {
  type: 'REQUEST',
  methodArn: 'arn:aws:execute-api:eu-west-1:123456789012:abcde12345/prod/$connect',
  headers: connectEvent.headers,
  multiValueHeaders: connectEvent.multiValueHeaders,
  queryStringParameters: {},
  multiValueQueryStringParameters: {},
  stageVariables: {},
  requestContext: connection,
};
